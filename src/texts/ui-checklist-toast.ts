import {plural} from './plural.ts';

/** What the panel says of what was done last. */
export const uiChecklistToastTexts = {
  fixed: (changes: number) => plural(changes, {one: '1 change made', other: `${changes} changes made`}),
  /** Of changes that were not needed any more. */
  asWas: (changes: number) =>
    plural(changes, {
      one: 'Nothing to change: it was done already',
      other: `Nothing to change: all ${changes} were done already`,
    }),
  undo: 'Undo',
  undoOf: (title: string) => `Undo: ${title}`,
  undoAll: 'Undo all',
  linkCopied: 'Link copied',
  linkNotCopied: 'The browser doesn’t allow copying. Copy the link from here:',
  link: 'Link',
};
