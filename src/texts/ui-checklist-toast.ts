import {plural} from './plural.ts';

/** What the panel says of what was done last. */
export const uiChecklistToastTexts = {
  fixed: (changes: number) => plural(changes, {one: '1 change made', other: `${changes} changes made`}),
  /** Of changes that were not needed any more. */
  asWas: (changes: number) =>
    plural(changes, {
      one: 'Already done. Nothing was changed',
      other: `All ${changes} already done. Nothing was changed`,
    }),
  /** Of an item that is not done for its change. @param title an act: “Fill in the README” */
  stillToDo: (title: string) => `Change made. Still to do: ${title}`,
  /** Of one that could not be checked after it. @param title “Couldn’t check: README is filled in” */
  changed: (title: string) => `Change made. ${title}`,
  /** Leads to the results that are out of sight. */
  showResults: 'Show results',
  undo: 'Undo',
  undoOf: (title: string) => `Undo: ${title}`,
  undoAll: 'Undo all',
  linkCopied: 'Link copied',
  linkNotCopied: 'The browser doesn’t allow copying. Copy the link from here:',
  link: 'Link',
};
