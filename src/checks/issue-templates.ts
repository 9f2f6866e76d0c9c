import type {IssueTemplate} from '../facts/facts.ts';
import {groupPlaceholders, noRules} from '../placeholders/index.ts';
import {defineCheck, fail, pass} from './check.ts';
import {waitingFor} from './waiting.ts';

/** Tells how many brackets are left in a text. */
type Count = (text: string) => number;

/** What is wrong with a template, as a sentence; undefined where nothing is. */
function faultOf({name, file, original}: IssueTemplate, bracketsIn: Count): string | undefined {
  if (file === undefined) return `${name}: there is no such template.`;
  if (file.content.kind !== 'text') return `${name}: ${file.path} is no text that could be read.`;
  if (file.content.text.trim() === '') return `${name}: ${file.path} is empty.`;
  const count = bracketsIn(file.content.text);
  const brackets = count === 0 ? '' : `, ${count} ${count === 1 ? 'bracket' : 'brackets'} left`;
  if (file.contentId === original?.contentId) return `${name}: not adjusted, as in the template project${brackets}.`;
  return count === 0 ? undefined : `${name}: ${count} ${count === 1 ? 'bracket is' : 'brackets are'} left.`;
}

/** Whether the panel's editor can do something about it: brackets to fill, or a missing file to make from the original. */
function isFillable({file, original}: IssueTemplate, bracketsIn: Count): boolean {
  if (file === undefined) return original !== undefined;
  return file.content.kind === 'text' && bracketsIn(file.content.text) > 0;
}

/** Handbook: the Feature Request and Agenda issue templates are adjusted. */
export const issueTemplates = defineCheck({
  id: 'issue-templates',
  title: 'Issue templates are adjusted',
  failureTitle: 'Issue templates are not adjusted',
  handbook: 'Adjust the Feature Request and Agenda issue Templates in your collaboration project.',
  needs: ['project', 'issueTemplates', 'finder'],
  uses: ['brackets', 'record'],
  judge({project, issueTemplates: templates, finder, brackets, record}) {
    const rules = brackets.state === 'known' ? brackets.value : noRules;
    const bracketsIn: Count = text =>
      groupPlaceholders(finder(text, rules)).reduce((sum, {places}) => sum + places.length, 0);
    const faults = templates.flatMap(template => faultOf(template, bracketsIn) ?? []);
    const names = templates.map(({name}) => name).join(' and ');
    if (faults.length === 0) return pass(`${names}: adjusted, and no brackets are left.`);
    const branch = project.defaultBranch ?? 'HEAD';
    const faulty = templates.find(template => faultOf(template, bracketsIn) !== undefined);
    const path = faulty?.file?.path;
    const waiting = templates.flatMap(({file}) => (file && waitingFor(file.path, record)) ?? [])[0];
    return fail(`The customer’s issues start from these templates.${waiting?.words ?? ''}`, {
      details: faults,
      ...(templates.some(template => isFillable(template, bracketsIn))
        ? {fix: {kind: 'form', label: 'Fill in', form: 'files', role: 30} as const}
        : {}),
      byHand:
        waiting?.byHand ??
        (path
          ? {label: 'Edit the file', path: `/-/edit/${branch}/${encodeURI(path)}`}
          : {label: 'Open the repository', path: `/-/tree/${branch}`}),
    });
  },
});
