import type {ListedProject} from '../../gitlab/model/model.ts';
import {isDoomed} from '../../gitlab/model/names.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {uiChecklistProjectsTexts as texts} from '../../texts/ui-checklist-projects.ts';
import {isInWorkspace, locateGroup} from '../../workspace/locate.ts';
import {ProblemAlert} from '../atoms/Alert.tsx';
import {problemWords} from '../atoms/problem-words.ts';
import type {PanelPage} from '../page.ts';
import {lastSegment} from '../preferences.ts';
import {KnownCustomer} from './KnownCustomer.tsx';
import {StartFlow} from './StartFlow.tsx';

export {default as css} from './project-list.css?inline';

/** A project of pre-sales, which waits to be taken over. */
function Waiting({page, project}: {page: PanelPage; project: ListedProject}) {
  const takeOver = async () => {
    const {startPreSales} = await import('../../flows/start.ts');
    const flow = await startPreSales(page, project, lastSegment.peek());
    // Nothing is taken back by a press that says “Take over”.
    await page.flows.put({...flow, leftAt: flow.stage === 'back' ? undefined : page.now()});
    location.assign(project.webUrl);
  };
  return (
    <>
      <span class="where">{texts.since(project.createdAt)}</span>
      <StartFlow aria-label={texts.takeOverOf(project.name)} start={takeOver}>
        {texts.takeOver}
      </StartFlow>
    </>
  );
}

/** What is known of a project from when all customers were read. */
function Known({page, project}: {page: PanelPage; project: ListedProject}) {
  const customer = page.knownCustomers.value.get(project.path.toLowerCase());
  return customer ? <KnownCustomer customer={customer} now={Date.parse(page.checklist.now())} /> : null;
}

/** The projects in a group, a link each, with what is known of them; in a group of pre-sales the oldest first, to be taken over. */
export function ProjectList({page}: {page: PanelPage}) {
  const {checklist} = page;
  const fact = checklist.facts.value.projects;
  const more = checklist.furtherProjects.shown.value;
  const root = `${checklist.place.path}/`;
  if (fact === undefined) return <p class="summary">{uiChecklistTexts.loading.projects}</p>;
  if (fact.state !== 'known') {
    const {group} = checklist.facts.value;
    // What is wrong with all of the page is said above.
    if (checklist.endedBy.value !== undefined || (group !== undefined && group.state !== 'known')) return null;
    return <p class="summary">{problemWords(fact.problem)}</p>;
  }
  const isPreSales = locateGroup(checklist.place.path, checklist.sources.workspace).kind === 'pre-sales';
  const projects = [...fact.value.items, ...more.items].filter(({path}) =>
    isInWorkspace(path, checklist.sources.workspace),
  );
  return (
    <section aria-labelledby="projects">
      <h3 id="projects">{isPreSales ? texts.waiting : texts.title}</h3>
      {projects.length === 0 && <p class="evidence">{texts.none}</p>}
      <ul class="projects">
        {projects.map(project => (
          <li key={project.id}>
            <a href={project.webUrl}>{project.name}</a>
            <span class="where">{project.path.startsWith(root) ? project.path.slice(root.length) : project.path}</span>
            <Known page={page} project={project} />
            {isPreSales && !isDoomed(project.path) && <Waiting page={page} project={project} />}
          </li>
        ))}
      </ul>
      <ProblemAlert problem={more.problem} />
      {more.nextPage !== undefined && (
        <button type="button" onClick={() => void checklist.furtherProjects.load()}>
          {texts.more}
        </button>
      )}
    </section>
  );
}
