import {plural} from './plural.ts';

/** The box with what the browser keeps: to clean up, to export and to import. */
export const uiKeptBoxTexts = {
  cancel: 'Cancel',
  none: 'none',
  exportAll: 'Export everything',
  notExported: (things: readonly string[]) => `Not in it until you say whose they are: ${things.join('; ')}.`,

  forget: {
    oldest: (count: number) => plural(count, {one: 'Forget the oldest', other: `Forget the oldest ${count}`}),
    confirmOldest: (count: number) => plural(count, {one: 'Forget it', other: `Forget these ${count}`}),
    /** What a button says, with what it forgets, for who does not see where it stands. */
    named: (button: string, title: string) => `${button}: ${title}`,
    filled: 'Forget them',
    filledQuestion: 'Forget the values that were committed? They are not suggested again. This cannot be undone.',
    confirmFilled: 'Forget all of them',
  },

  import: {
    title: 'From a file',
    label: 'Import',
    exportedOn: (day: string) => `Exported on ${day}.`,
    nothingNew: 'It has nothing that is not here.',
    comesIn: 'This comes in, even if you took it away here since then:',
    newerStays:
      'Where both have the same, the newer one stays, or the one that is here if they have no date. Nothing else that is kept here changes.',
    notUnderstood: (entries: number) =>
      plural(entries, {
        one: '1 entry is not understood and stays out.',
        other: `${entries} entries are not understood and stay out.`,
      }),
    confirm: 'Import it',
    close: 'Close',
    changedMeanwhile:
      'Not imported yet: what is kept here was changed meanwhile. Read what comes in now, then try again.',
    done: 'Imported. Reload this page to see it.',
    doneExcept: (items: number) =>
      plural(items, {
        one: 'Imported, except for one item: another version of CSM Checklist wrote what is kept here.',
        other: `Imported, except for ${items} items: another version of CSM Checklist wrote what is kept here.`,
      }),
  },
};
