import {plural} from './plural.ts';
import {uiKeptTexts} from './ui-kept.ts';

/** Notices about what the browser keeps, and does not. */
export const uiKeptNoticesTexts = {
  ownerless:
    'Kept before users were told apart: these ticks, notes, values and journal entries may be yours. Until you say so, they can be neither changed nor undone.',
  mine: 'They are mine',
  notMine: 'Not mine',

  /** That the storage on this computer is full; what is not kept, and what to do, follow. */
  full: 'The extension’s storage on this computer is full.',
  /** The same where room was made since. */
  wasFull: 'The extension’s storage on this computer had no room left.',
  /** What a full storage does not keep. */
  notKept: {
    journal: 'The journal is not kept: what you do now can be undone only until you leave this page.',
    typed: 'What you type is kept only as long as this page stays open.',
    decided: 'What you decided last is not kept.',
  },
  makeRoom: () => `Make room under “${uiKeptTexts.title}”, at the end of the panel.`,
  /** What to do where own things take little of the room. */
  othersTakeIt: () =>
    `Most of it is other users’ of this browser. Sign in to GitLab as them and make room there, under “${uiKeptTexts.title}”. As the last resort, export what is yours, remove CSM Checklist from the browser and add it again: this forgets everything that it keeps here, of all users and yours.`,

  /** @param words a sentence: what is full */
  littleRoom: (words: string) => `${words} “${uiKeptTexts.title}”, at the end of the panel, shows what takes the room.`,
  ofAnotherVersion: (entries: number) =>
    plural(entries, {
      one: 'One entry that is kept here was written by another version of CSM Checklist. It is not shown and stays as it is.',
      other: `${entries} entries that are kept here were written by another version of CSM Checklist. They are not shown and stay as they are.`,
    }),
};
