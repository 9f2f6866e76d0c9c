import {plural} from './plural.ts';
import {uiKeptTexts} from './ui-kept.ts';

/** Notices about what the browser keeps, and does not. */
export const uiKeptNoticesTexts = {
  ownerless:
    'Some marks, notes, values and journal entries were saved by version 0.1, which didn’t keep users apart. Are they yours? Until you answer, you can’t change or undo them.',
  mine: 'They’re mine',
  notMine: 'Not mine',

  /** That the storage on this computer is full; what is not kept, and what to do, follow. */
  full: 'The extension’s storage on this computer is full.',
  /** The same where room was made since. */
  wasFull: 'The extension’s storage on this computer was full.',
  /** What a full storage does not keep. */
  notKept: {
    journal: 'The journal isn’t saved: you can undo what you do now only until you leave this page.',
    typed: 'What you type is kept only while this page stays open.',
    decided: 'Your last decisions aren’t saved.',
  },
  makeRoom: () => `Free up space: select “${uiKeptTexts.title}” in the header’s menu ⋮.`,
  /** What to do where own things take little of the room. */
  othersTakeIt: () =>
    `Most of it belongs to other users of this browser. Sign in to GitLab as them and free up space under “${uiKeptTexts.title}”. As a last resort, export what’s yours, remove CSM Checklist from the browser and add it again. This deletes everything it stores here, yours and other users’.`,

  /** @param words a sentence: what is full */
  littleRoom: (words: string) =>
    `${words} To see what takes up space, select “${uiKeptTexts.title}” in the header’s menu ⋮.`,
  ofAnotherVersion: (entries: number) =>
    plural(entries, {
      one: 'Another version of CSM Checklist wrote 1 entry stored here. It isn’t shown and stays as it is.',
      other: `Another version of CSM Checklist wrote ${entries} entries stored here. They aren’t shown and stay as they are.`,
    }),
};
