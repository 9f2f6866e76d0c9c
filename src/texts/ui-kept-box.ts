import {day} from './dates.ts';
import {plural} from './plural.ts';

/** The box with what the browser keeps: to clean up, to export and to import. */
export const uiKeptBoxTexts = {
  cancel: 'Cancel',
  none: 'none',
  exportAll: 'Export everything',
  notExported: (things: readonly string[]) => `Not included until you say whose they are: ${things.join('; ')}.`,

  forget: {
    oldest: (count: number) => plural(count, {one: 'Delete the oldest', other: `Delete the oldest ${count}`}),
    confirmOldest: (count: number) =>
      plural(count, {one: 'Delete for 1 customer', other: `Delete for ${count} customers`}),
    /** What a button says, with what it deletes, for who does not see where it stands. */
    named: (button: string, title: string) => `${button}: ${title}`,
    filled: 'Delete committed values',
    filledQuestion: 'Delete the committed values? They’re no longer suggested. You can’t undo this.',
    confirmFilled: 'Delete all committed values',
  },

  import: {
    title: 'From a file',
    label: 'Import file',
    /** @param date a date (ISO) */
    exportedOn: (date: string) => `Exported on ${day(date)}.`,
    nothingNew: 'Everything in this file is already stored here.',
    comesIn: 'This will be added, even if you removed it here since then:',
    newerStays:
      'Where both have the same entry, the newer one stays, or the one stored here if they have no date. Nothing else stored here changes.',
    notUnderstood: (entries: number) =>
      plural(entries, {
        one: '1 entry can’t be read and isn’t imported.',
        other: `${entries} entries can’t be read and aren’t imported.`,
      }),
    confirm: 'Import this file',
    close: 'Close',
    changedMeanwhile:
      'Not imported yet: what’s stored here changed in the meantime. Review what will be added now, then try again.',
    done: 'Imported. Reload this page to see it.',
    doneExcept: (items: number) =>
      plural(items, {
        one: 'Imported, except for 1 entry: another version of CSM Checklist wrote what’s stored here.',
        other: `Imported, except for ${items} entries: another version of CSM Checklist wrote what’s stored here.`,
      }),
  },
};
