import {plural} from './plural.ts';

/** What commits say that fill in files: fixed words and bare numbers only. The files are named by the five at the end. */
export const fillingTexts = {
  commitAdd: (files: string) => `Add ${files}`,
  commitFillIn: (files: string) => `Fill in ${files}`,
  commitFillInPlaceholders: (files: string, count: number) =>
    plural(count, {
      one: `Fill in ${files} (${count} placeholder)`,
      other: `Fill in ${files} (${count} placeholders)`,
    }),
  commitHandover: (files: string) => `Update the CSM in ${files}`,
  commitReadme: 'the README',
  commitTemplates: (count: number) =>
    plural(count, {one: `${count} issue template`, other: `${count} issue templates`}),
  commitOtherFiles: (count: number) => plural(count, {one: `${count} other file`, other: `${count} other files`}),
  commitAnyFiles: 'files',
  /** One or more of the phrases above. */
  commitList: (files: readonly string[]) =>
    [files.slice(0, -1).join(', '), ...files.slice(-1)].filter(words => words !== '').join(' and '),
};
