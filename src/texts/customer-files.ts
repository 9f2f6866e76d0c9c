import {plural} from './plural.ts';

/** What is told of a project's files. */
export const filesTexts = {
  readmeTitle: 'README is filled in',
  readmeFailureTitle: 'README is not filled in',
  readmeFilledIn: (path: string) => `No brackets are left in ${path}.`,
  readmeAllFilledIn: (path: string) => `No brackets are left in ${path} and the files that it includes.`,
  readmeEmpty: (path: string) => `${path} is empty.`,
  readmeNoRepository: 'The repository is empty, so there is no README.',
  readmeMissing: 'There is no README.',
  readmeOtherFormat: (path: string) => `${path} is not Markdown, so its brackets have to be checked by hand.`,
  readmeNotTold: (path: string) => `GitLab doesn’t say whether it shows ${path} as the README. Check it manually.`,
  readmeLink: (path: string) => `${path} is a symbolic link. Check the file that it leads to.`,
  readmeNotUtf8: (path: string) => `${path} is not UTF-8 text, so it has to be checked by hand.`,
  readmeInLfs: (path: string) => `${path} is stored in Git LFS, so it has to be checked by hand.`,
  readmeBracketsLeft: (count: number, paths: readonly string[]) =>
    plural(count, {
      one: `${count} bracket is left in ${paths.join(' and ')}.`,
      other: `${count} brackets are left in ${paths.join(' and ')}.`,
    }),
  readmeEditByHand: (paths: readonly string[]) => `Edit ${paths.join(' and ')} in GitLab: it isn’t stored in UTF-8.`,
  readmeBracket: (text: string, count: number, line: number | string) =>
    `[${text}] ${plural(count, {one: 'once', other: `${count} times`})}, first in line ${line}`,
  readmeBracketOf: (text: string, count: number, line: number | string, path: string) =>
    `[${text}] ${plural(count, {one: 'once', other: `${count} times`})}, first in line ${line} of ${path}`,
  readmeIncludesElsewhere: (name: string) => `The README includes ${name}, which is on another site. Check that page.`,
  readmeIncludesUnreadable: (name: string) =>
    `The README includes ${name}, which isn’t a readable text file. Check it manually.`,
  readmeIncludesMore: (name: string) => `The README includes ${name}, which includes more files. Check them.`,
  readmeIncludesMissing: (path: string, names: readonly string[]) =>
    `${path} includes a file that isn’t there: ${names.join(', ')}. The reader sees an error.`,
  readmeAdd: 'Add a README',

  /** @param iid a merge request's number */
  waitingForMerge: (iid: number) => `The merge request !${iid}, which fills them in, waits to be merged.`,
  closedUnmerged: (iid: number) =>
    `The merge request !${iid}, which fills them in, was closed without being merged. Fill them in again, or reopen it. Its undo deletes its branch.`,
  waitingOpen: (iid: number) => `Open !${iid}`,

  issueTemplatesTitle: 'Issue templates are adjusted',
  issueTemplatesFailureTitle: 'Issue templates are not adjusted',
  issueTemplatesAdjusted: (names: readonly string[]) => `${names.join(' and ')}: adjusted, and no brackets are left.`,
  issueTemplatesNotAll: 'Couldn’t check all issue templates.',
  issueTemplatesWrong: 'The customer’s issues start from these templates.',
  /** One of several files of a template, in the place of its name. */
  issueTemplatesFile: (template: string, file: string) => `${template} (${file})`,
  issueTemplatesMissing: (template: string) => `${template}: there is no such template.`,
  issueTemplatesUnreadable: (template: string, path: string) => `${template}: ${path} is no text that could be read.`,
  issueTemplatesEmpty: (template: string, path: string) => `${template}: ${path} is empty.`,
  issueTemplatesNotAdjusted: (template: string) => `${template}: not adjusted, as in the template project.`,
  issueTemplatesNotAdjustedLeft: (template: string, count: number) =>
    plural(count, {
      one: `${template}: not adjusted, as in the template project, ${count} bracket left.`,
      other: `${template}: not adjusted, as in the template project, ${count} brackets left.`,
    }),
  issueTemplatesLeft: (template: string, count: number) =>
    plural(count, {one: `${template}: ${count} bracket is left.`, other: `${template}: ${count} brackets are left.`}),
  issueTemplatesLink: (template: string, path: string) =>
    `${template}: ${path} is a symbolic link. Check the file that it leads to.`,
  /** @param why a sentence */
  issueTemplatesNotCompared: (template: string, why: string) =>
    `${template}: couldn’t compare it with the template project. ${why}`,
  issueTemplatesOpen: 'Open the templates',
  issueTemplatesEdit: 'Edit the file',
  issueTemplatesRepository: 'Open the repository',
};
