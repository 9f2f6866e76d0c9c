import type {IssueTemplate, TemplateFile} from '../../facts/facts.ts';
import {groupPlaceholders, noRules} from '../../placeholders/index.ts';
import {customerTexts} from '../../texts/customer.ts';
import {inTurn, type Said, said} from '../../texts/said.ts';
import {say} from '../../texts/say.ts';
import {defineCheck, fail, pass, unknown} from './check.ts';
import {waitingFor} from './waiting.ts';

/** Tells how many brackets are left in a text. */
type Count = (text: string) => number;

/** What can be wrong with a template, in the order in which it is said. */
const faultKinds = ['placeholders', 'unchanged', 'missing', 'unreadable'] as const;

/** What is wrong with a template, or with one of its files. */
interface Fault {
  readonly kind: (typeof faultKinds)[number];
  /** A sentence that names the template. */
  readonly words: string;
}

/** What is wrong with one of a template's files; undefined where nothing is. */
function faultOfFile(
  {name: kind, files, original}: IssueTemplate,
  file: TemplateFile,
  bracketsIn: Count,
): Fault | undefined {
  const {path, content, contentId} = file;
  // Of several each is told by its own name.
  const name = files.length > 1 ? customerTexts.issueTemplatesFile(kind, path.split('/').at(-1) ?? path) : kind;
  if (content.kind === 'link') return undefined;
  if (content.kind !== 'text') return {kind: 'unreadable', words: customerTexts.issueTemplatesUnreadable(name, path)};
  if (content.text.trim() === '') return {kind: 'unreadable', words: customerTexts.issueTemplatesEmpty(name, path)};
  const count = bracketsIn(content.text);
  const isUnchanged = original.state === 'known' && contentId === original.contentId;
  if (count === 0) {
    return isUnchanged ? {kind: 'unchanged', words: customerTexts.issueTemplatesNotAdjusted(name)} : undefined;
  }
  const words = isUnchanged
    ? customerTexts.issueTemplatesNotAdjustedLeft(name, count)
    : customerTexts.issueTemplatesLeft(name, count);
  return {kind: 'placeholders', words};
}

/** What is wrong with a template, for each of its files. */
function faultsOf(template: IssueTemplate, bracketsIn: Count): Fault[] {
  const {name, files} = template;
  if (files.length === 0) return [{kind: 'missing', words: customerTexts.issueTemplatesMissing(name)}];
  return files.flatMap(file => faultOfFile(template, file, bracketsIn) ?? []);
}

/** What is wrong in one line: which templates have which fault, each with its first. */
function inShort(faulty: readonly {readonly name: string; readonly faults: readonly Fault[]}[]): Said[] {
  return faultKinds.flatMap(kind => {
    const names = faulty
      .filter(({faults}) => faultKinds.find(known => faults.some(fault => fault.kind === known)) === kind)
      .map(({name}) => name);
    return names.length === 0 ? [] : [said(`customer.issueTemplatesWith ${kind}`, names)];
  });
}

/** What cannot be told of a template in which nothing was found to be wrong, as a sentence. */
function doubtOf({name, files, original}: IssueTemplate): string | undefined {
  const link = files.find(({content}) => content.kind === 'link');
  if (link) return customerTexts.issueTemplatesLink(name, link.path);
  if (original.state !== 'unreadable') return undefined;
  return customerTexts.issueTemplatesNotCompared(name, say(original.problem.words));
}

/** Whether the panel's editor can do something about it: brackets to fill, or a missing file to make from the original. */
function isFillable({files, original}: IssueTemplate, bracketsIn: Count): boolean {
  if (files.length === 0) return original.state === 'known';
  return files.some(({content}) => content.kind === 'text' && !content.isLatin1 && bracketsIn(content.text) > 0);
}

/** Handbook: the Feature Request and Agenda issue templates are adjusted. */
export const issueTemplates = defineCheck({
  id: 'issue-templates',
  title: customerTexts.issueTemplatesTitle,
  failureTitle: customerTexts.issueTemplatesFailureTitle,
  handbook: 'Adjust the Feature Request and Agenda issue Templates in your collaboration project.',
  needs: ['project', 'issueTemplates', 'finder'],
  uses: ['brackets'],
  helps: ['record'],
  judge({project, issueTemplates: templates, finder, brackets, record}) {
    const rules = brackets.state === 'known' ? brackets.value : noRules;
    const bracketsIn: Count = text =>
      groupPlaceholders(finder(text, rules)).reduce((sum, {places}) => sum + places.length, 0);
    const faulty = templates.map(template => ({name: template.name, faults: faultsOf(template, bracketsIn)}));
    const faults = faulty.flatMap(template => template.faults);
    if (faults.length === 0) {
      const doubts = templates.flatMap(template => doubtOf(template) ?? []);
      if (doubts.length > 0) {
        const isUnread = templates.some(({original}) => original.state === 'unreadable');
        return unknown(said('customer.issueTemplatesNotAll'), {
          details: doubts,
          ...(isUnread ? {retry: ['issueTemplates'] as const} : {}),
          byHand: {
            label: customerTexts.issueTemplatesOpen,
            path: `/-/tree/${project.defaultBranch ?? 'HEAD'}/.gitlab/issue_templates`,
          },
        });
      }
      const names = templates.map(({name}) => name);
      return pass(said('customer.issueTemplatesAdjusted', names));
    }
    const branch = project.defaultBranch ?? 'HEAD';
    const files = templates.flatMap(template => template.files.map(file => [template, file] as const));
    const path = files.find(([template, file]) => faultOfFile(template, file, bracketsIn) !== undefined)?.[1].path;
    const waiting = files.flatMap(([, file]) => waitingFor(file.path, record) ?? [])[0];
    return fail(inTurn(...inShort(faulty), ...(waiting ? [waiting.words] : [])), {
      details: faults.map(({words}) => words),
      ...(templates.some(template => isFillable(template, bracketsIn))
        ? {fix: {kind: 'form', label: said('customer.fillIn'), form: 'files', role: 30} as const}
        : {}),
      byHand:
        waiting?.byHand ??
        (path
          ? {label: customerTexts.issueTemplatesEdit, path: `/-/edit/${branch}/${encodeURI(path)}`}
          : {label: customerTexts.issueTemplatesRepository, path: `/-/tree/${branch}`}),
    });
  },
});
