import type {IssueTemplate, TemplateFile} from '../../facts/facts.ts';
import {groupPlaceholders, noRules} from '../../placeholders/index.ts';
import {defineCheck, fail, pass, unknown} from './check.ts';
import {waitingFor} from './waiting.ts';

/** Tells how many brackets are left in a text. */
type Count = (text: string) => number;

/** What is wrong with one of a template's files, as a sentence; undefined where nothing is. */
function faultOfFile(
  {name: kind, files, original}: IssueTemplate,
  file: TemplateFile,
  bracketsIn: Count,
): string | undefined {
  const {path, content, contentId} = file;
  // Of several each is told by its own name.
  const name = files.length > 1 ? `${kind} (${path.split('/').at(-1)})` : kind;
  if (content.kind === 'link') return undefined;
  if (content.kind !== 'text') return `${name}: ${path} is no text that could be read.`;
  if (content.text.trim() === '') return `${name}: ${path} is empty.`;
  const count = bracketsIn(content.text);
  const brackets = count === 0 ? '' : `, ${count} ${count === 1 ? 'bracket' : 'brackets'} left`;
  if (original.state === 'known' && contentId === original.contentId) {
    return `${name}: not adjusted, as in the template project${brackets}.`;
  }
  return count === 0 ? undefined : `${name}: ${count} ${count === 1 ? 'bracket is' : 'brackets are'} left.`;
}

/** What is wrong with a template, a sentence for each of its files. */
function faultsOf(template: IssueTemplate, bracketsIn: Count): string[] {
  const {name, files} = template;
  if (files.length === 0) return [`${name}: there is no such template.`];
  return files.flatMap(file => faultOfFile(template, file, bracketsIn) ?? []);
}

/** What cannot be told of a template in which nothing was found to be wrong, as a sentence. */
function doubtOf({name, files, original}: IssueTemplate): string | undefined {
  const link = files.find(({content}) => content.kind === 'link');
  if (link) return `${name}: ${link.path} is a symbolic link. Check the file that it leads to.`;
  if (original.state !== 'unreadable') return undefined;
  return `${name}: couldn’t compare it with the template project. ${original.problem.words}`;
}

/** Whether the panel's editor can do something about it: brackets to fill, or a missing file to make from the original. */
function isFillable({files, original}: IssueTemplate, bracketsIn: Count): boolean {
  if (files.length === 0) return original.state === 'known';
  return files.some(({content}) => content.kind === 'text' && !content.isLatin1 && bracketsIn(content.text) > 0);
}

/** Handbook: the Feature Request and Agenda issue templates are adjusted. */
export const issueTemplates = defineCheck({
  id: 'issue-templates',
  title: 'Issue templates are adjusted',
  failureTitle: 'Issue templates are not adjusted',
  handbook: 'Adjust the Feature Request and Agenda issue Templates in your collaboration project.',
  needs: ['project', 'issueTemplates', 'finder'],
  uses: ['brackets'],
  helps: ['record'],
  judge({project, issueTemplates: templates, finder, brackets, record}) {
    const rules = brackets.state === 'known' ? brackets.value : noRules;
    const bracketsIn: Count = text =>
      groupPlaceholders(finder(text, rules)).reduce((sum, {places}) => sum + places.length, 0);
    const faults = templates.flatMap(template => faultsOf(template, bracketsIn));
    const names = templates.map(({name}) => name).join(' and ');
    if (faults.length === 0) {
      const doubts = templates.flatMap(template => doubtOf(template) ?? []);
      if (doubts.length > 0) {
        const isUnread = templates.some(({original}) => original.state === 'unreadable');
        return unknown('Couldn’t check all issue templates.', {
          details: doubts,
          ...(isUnread ? {retry: ['issueTemplates'] as const} : {}),
          byHand: {
            label: 'Open the templates',
            path: `/-/tree/${project.defaultBranch ?? 'HEAD'}/.gitlab/issue_templates`,
          },
        });
      }
      return pass(`${names}: adjusted, and no brackets are left.`);
    }
    const branch = project.defaultBranch ?? 'HEAD';
    const files = templates.flatMap(template => template.files.map(file => [template, file] as const));
    const path = files.find(([template, file]) => faultOfFile(template, file, bracketsIn) !== undefined)?.[1].path;
    const waiting = files.flatMap(([, file]) => waitingFor(file.path, record) ?? [])[0];
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
