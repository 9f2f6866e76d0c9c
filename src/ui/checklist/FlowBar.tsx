import {useSignalEffect} from '@preact/signals';
import type {ComponentChildren} from 'preact';
import type {Checklist} from '../../checklist/checklist.ts';
import {isNoMember} from '../../checklist/lacking-role.ts';
import {lockedBy} from '../../checklist/refused.ts';
import {isOwnCustomer} from '../../customer/playbooks/guess.ts';
import {type Flow, flowTitle, hasJustLeft, projectOf} from '../../flows/flow.ts';
import type {PageWithFlows} from '../../flows/flows.ts';
import {type Group, maintainer} from '../../gitlab/model/model.ts';
import {roleName} from '../../texts/gitlab.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {locateGroup, locateProject} from '../../workspace/locate.ts';
import {lastSegment} from '../preferences.ts';
import {listOf} from './list-state.ts';
import {formsOf} from './open-form.ts';
import {StartFlow} from './StartFlow.tsx';
import {useOtherPrimary} from './use-other-primary.ts';

const texts = uiChecklistTexts.flows;

/** What begins flows, loaded with the first of them. */
const starts = () => import('../../flows/start.ts');

/** The page's own project, once it was read. */
function ownProject({checklist: {facts}}: PageWithFlows) {
  const {project} = facts.value;
  return project?.state === 'known' ? project.value : undefined;
}

/** A flow that was begun and not ended, and where it goes on. */
function Unfinished({page, flow}: {page: PageWithFlows; flow: Flow}) {
  const project = projectOf(flow);
  const isHere = project === undefined || project.id === ownProject(page)?.id;
  return (
    <li>
      <span>{flowTitle(flow)}</span>
      <div>
        {!isHere && (
          <a class="quiet" href={project.address}>
            {texts.itsProject}
          </a>
        )}
        <button
          type="button"
          data-go-on={flow.id}
          aria-label={texts.goOnWith(flowTitle(flow))}
          onClick={() => {
            page.flows.open.value = flow.id;
          }}
        >
          {texts.goOn}
        </button>
      </div>
    </li>
  );
}

/** Why the user cannot make a customer's group, as far as the role in the page's own group tells. */
function lackedFor(kind: string, {facts}: Checklist): string | undefined {
  const {role} = facts.value;
  // An administrator has none, and needs none.
  if (role?.state !== 'known' || role.value === undefined || role.value >= maintainer) return undefined;
  const words = kind === 'root' ? texts.lacksRoleInSegment : texts.lacksRole;
  return words(roleName(maintainer), roleName(role.value));
}

/** Whether nothing else is to be pressed first. */
function isFirst({checklist}: PageWithFlows): boolean {
  const {isGrouped, groups} = listOf(checklist);
  const {open, isFixAllOpen} = formsOf(checklist);
  if (open.value !== undefined || isFixAllOpen.value) return false;
  return checklist.rows.value.length === 0 || (isGrouped.value && groups['fix-now'].value.length === 0);
}

interface BeginProps {
  readonly page: PageWithFlows;
  readonly label: string;
  /** Undefined until what it begins with is known. */
  readonly begun: (() => Promise<Flow>) | undefined;
  /** Whether there is no need of it any more. */
  readonly isDone?: boolean;
  /** Why the user's role does not allow it. */
  readonly lacks?: string | undefined;
}

/** What begins a flow: the button to be pressed next, where there is no other. */
function Begin({page, label, begun, isDone = false, lacks}: BeginProps) {
  const isPrimary = !isDone && lacks === undefined && isFirst(page);
  useOtherPrimary(page.checklist, isPrimary);
  return (
    <>
      <StartFlow
        class={isPrimary ? 'confirm' : isDone ? 'quiet' : undefined}
        start={
          begun && lacks === undefined
            ? async () => {
                page.flows.open.value = (await begun()).id;
              }
            : undefined
        }
      >
        {label}
      </StartFlow>
      {lacks !== undefined && <p class="hint">{lacks}</p>}
    </>
  );
}

/** The flow that fits the page. */
function Start({page}: {page: PageWithFlows}) {
  const {place, flows, checklist} = page;
  const {sources} = checklist;
  const begin = (label: string, begun: BeginProps['begun'], isDone = false) => (
    <Begin page={page} label={label} begun={begun} isDone={isDone} />
  );
  if (place.kind === 'group') {
    const {group, projects} = checklist.facts.value;
    const {kind} = locateGroup(place.path, sources.workspace);
    const begins = (own?: Group) => (
      <Begin
        page={page}
        label={texts.setUp}
        begun={async () => (await starts()).startNewCustomer(page, own)}
        lacks={own ? undefined : lackedFor(kind, checklist)}
      />
    );
    // Known from the address: what came later would push away what somebody is about to click.
    if (kind === 'root' || kind === 'segment') return begins();
    const isEmpty = projects?.state === 'known' && projects.value.items.length === 0;
    const own = kind === 'customer-group' && isEmpty && group?.state === 'known' ? group.value : undefined;
    return own && !own.isGoing ? begins(own) : null;
  }
  const project = ownProject(page);
  const look = listOf(checklist).lastLook.value;
  const id = project?.id ?? look?.id;
  const isBegun = id !== undefined && flows.all.value.some(flow => projectOf(flow)?.id === id);
  if (isBegun || lockedBy(checklist.facts.value).project || isNoMember(checklist.facts.value)) return null;
  const couldNotBeRead = project === undefined && checklist.facts.value.project !== undefined;
  if (locateProject(place.path, sources.workspace).kind === 'pre-sales' && !couldNotBeRead) {
    return begin(
      texts.fromPreSales,
      project && (async () => (await starts()).startPreSales(page, project, lastSegment.peek())),
    );
  }
  const playbook = checklist.playbook.value?.book.id ?? (couldNotBeRead ? undefined : look?.playbook);
  if (playbook !== 'from-another-csm') return null;
  return begin(
    texts.fromAnotherCsm,
    project && (async () => (await starts()).startHandover(page, project)),
    isOwnCustomer(checklist.facts.value),
  );
}

interface FlowBarProps {
  readonly page: PageWithFlows;
  /** What else can be begun here. It comes first, because it is there from the beginning. */
  readonly children?: ComponentChildren;
}

/** The guided flows: those that wait to be gone on with, and the one that can be begun here. */
export function FlowBar({page, children}: FlowBarProps) {
  const {flows} = page;
  useSignalEffect(() => {
    const project = ownProject(page);
    const here = flows.all.value.find(flow => hasJustLeft(flow, page.now()) && projectOf(flow)?.id === project?.id);
    if (project !== undefined && here !== undefined && flows.open.peek() === undefined) flows.open.value = here.id;
  });
  const all = flows.all.value;
  return (
    <div class="flows">
      {all.length > 0 && (
        <section aria-label={texts.notFinished}>
          <h3>{texts.notFinished}</h3>
          <ul class="plan">
            {all.map(flow => (
              <Unfinished key={flow.id} page={page} flow={flow} />
            ))}
          </ul>
        </section>
      )}
      {children}
      <Start page={page} />
    </div>
  );
}
