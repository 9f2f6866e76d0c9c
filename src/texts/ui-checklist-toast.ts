import {plural} from './plural.ts';

/** What the panel says of what was done last. */
export const uiChecklistToastTexts = {
  fixed: (changes: number) => plural(changes, {one: '1 change made', other: `${changes} changes made`}),
  undo: 'Undo',
  undoOf: (title: string) => `Undo: ${title}`,
  undoAll: 'Undo all',
  linkCopied: 'Link copied',
  linkNotCopied: 'The browser doesn’t allow copying. Copy the link from here:',
  link: 'Link',
};
