import {plural} from './plural.ts';

/** What is told of a project's files. */
export const filesTexts = {
  readmeTitle: 'README is filled in',
  readmeFailureTitle: 'Fill in the README',
  readmeFilledIn: (path: string) => `No placeholders left in ${path}.`,
  readmeAllFilledIn: (path: string) => `No placeholders left in ${path} and the files it includes.`,
  readmeEmpty: (path: string) => `${path} is empty.`,
  readmeNoRepository: 'No README: the repository is empty.',
  readmeMissing: 'No README.',
  readmeOtherFormat: (path: string) => `${path} isn’t Markdown. Check it for placeholders manually.`,
  readmeNotTold: (path: string) => `GitLab doesn’t say whether it shows ${path} as the README. Check it manually.`,
  readmeLink: (path: string) => `${path} is a symbolic link. Check the file it leads to.`,
  readmeNotUtf8: (path: string) => `${path} isn’t UTF-8 text. Check it manually.`,
  readmeInLfs: (path: string) => `${path} is stored in Git LFS. Check it manually.`,
  readmeBracketsLeft: (count: number, paths: readonly string[]) =>
    plural(count, {
      one: `${count} placeholder left in ${paths.join(' and ')}.`,
      other: `${count} placeholders left in ${paths.join(' and ')}.`,
    }),
  readmeEditByHand: (paths: readonly string[]) =>
    plural(paths.length, {
      one: `Edit ${paths.join(' and ')} in GitLab: it isn’t stored in UTF-8.`,
      other: `Edit ${paths.join(' and ')} in GitLab: they aren’t stored in UTF-8.`,
    }),
  readmeBracket: (text: string, count: number, line: number | string) =>
    plural(count, {one: `[${text}], line ${line}`, other: `[${text}] ×${count}, first in line ${line}`}),
  readmeBracketOf: (text: string, count: number, line: number | string, path: string) =>
    plural(count, {
      one: `[${text}], line ${line} of ${path}`,
      other: `[${text}] ×${count}, first in line ${line} of ${path}`,
    }),
  readmeIncludesElsewhere: (name: string) => `The README includes ${name} from another site. Check that page.`,
  readmeIncludesUnreadable: (name: string) =>
    `The README includes ${name}, which isn’t a readable text file. Check it manually.`,
  readmeIncludesMore: (name: string) => `The README includes ${name}, which includes more files. Check them.`,
  readmeIncludesMissing: (path: string, names: readonly string[]) =>
    plural(names.length, {
      one: `${path} includes a file that doesn’t exist: ${names.join(', ')}. Readers see an error.`,
      other: `${path} includes files that don’t exist: ${names.join(', ')}. Readers see an error.`,
    }),
  readmeAdd: 'Add a README',

  /** @param iid a merge request's number */
  waitingForMerge: (iid: number) => `Merge request !${iid} fills in placeholders and waits to be merged.`,
  closedUnmerged: (iid: number) =>
    `Merge request !${iid} was closed without being merged. Fill in the placeholders again, or reopen the merge request. Undo deletes its branch.`,
  waitingOpen: (iid: number) => `Open !${iid}`,

  issueTemplatesTitle: 'Issue templates are adjusted',
  issueTemplatesFailureTitle: 'Adjust the issue templates',
  issueTemplatesAdjusted: (names: readonly string[]) => `${names.join(' and ')}: adjusted, no placeholders left.`,
  issueTemplatesNotAll: 'Couldn’t check all issue templates.',
  // Which templates have what fault, by their names.
  'issueTemplatesWith placeholders': (names: readonly string[]) =>
    plural(names.length, {
      one: `1 template still has placeholders: ${names.join(', ')}.`,
      other: `${names.length} templates still have placeholders: ${names.join(', ')}.`,
    }),
  'issueTemplatesWith unchanged': (names: readonly string[]) =>
    plural(names.length, {
      one: `1 template is unchanged from the template project: ${names.join(', ')}.`,
      other: `${names.length} templates are unchanged from the template project: ${names.join(', ')}.`,
    }),
  'issueTemplatesWith missing': (names: readonly string[]) =>
    plural(names.length, {
      one: `1 template doesn’t exist: ${names.join(', ')}.`,
      other: `${names.length} templates don’t exist: ${names.join(', ')}.`,
    }),
  'issueTemplatesWith unreadable': (names: readonly string[]) =>
    plural(names.length, {
      one: `1 template is empty or isn’t readable: ${names.join(', ')}.`,
      other: `${names.length} templates are empty or aren’t readable: ${names.join(', ')}.`,
    }),
  /** One of several files of a template, in the place of its name. */
  issueTemplatesFile: (template: string, file: string) => `${template} (${file})`,
  issueTemplatesMissing: (template: string) => `${template}: the template doesn’t exist.`,
  issueTemplatesUnreadable: (template: string, path: string) => `${template}: ${path} isn’t a readable text file.`,
  issueTemplatesEmpty: (template: string, path: string) => `${template}: ${path} is empty.`,
  issueTemplatesNotAdjusted: (template: string) => `${template}: unchanged from the template project.`,
  issueTemplatesNotAdjustedLeft: (template: string, count: number) =>
    plural(count, {
      one: `${template}: unchanged from the template project, ${count} placeholder left.`,
      other: `${template}: unchanged from the template project, ${count} placeholders left.`,
    }),
  issueTemplatesLeft: (template: string, count: number) =>
    plural(count, {one: `${template}: ${count} placeholder left.`, other: `${template}: ${count} placeholders left.`}),
  issueTemplatesLink: (template: string, path: string) =>
    `${template}: ${path} is a symbolic link. Check the file it leads to.`,
  /** @param why a sentence */
  issueTemplatesNotCompared: (template: string, why: string) =>
    `${template}: couldn’t compare it with the template project. ${why}`,
  issueTemplatesOpen: 'Open templates',
  issueTemplatesEdit: 'Edit file',
  issueTemplatesRepository: 'Open repository',
};
