import {plural} from './plural.ts';

/** What the panel says of what the browser keeps. */
export const uiKeptTexts = {
  title: 'Kept in this browser',
  notLoaded: 'This could not be loaded. Refresh this page, then try again.',

  ownerless:
    'Kept before users were told apart: these ticks, notes, values and journal entries may be yours. Until you say so, they can be neither changed nor undone.',
  mine: 'They are mine',
  notMine: 'Not mine',

  /** @param words a sentence: what is full */
  littleRoom: (words: string) => `${words} “${uiKeptTexts.title}”, at the end of the panel, shows what takes the room.`,
  ofAnotherVersion: (entries: number) =>
    plural(entries, {
      one: 'One entry that is kept here was written by another version of CSM Checklist. It is not shown and stays as it is.',
      other: `${entries} entries that are kept here were written by another version of CSM Checklist. They are not shown and stay as they are.`,
    }),
};
