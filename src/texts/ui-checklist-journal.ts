import {day, dayAndTime} from './dates.ts';
import {plural} from './plural.ts';

/** What the journal says of its entries. */
export const uiChecklistJournalTexts = {
  none: 'No changes from this browser yet.',
  /** @param why sentences: why an entry may be missing */
  noneKept: (why: string) => `No changes from this browser are stored. ${why}`,
  /** @param why sentences: why entries that may be there are not shown */
  noneShown: (why: string) => `Couldn’t show the changes from this browser. ${why}`,
  /** @param now the computer's date and time (ISO); @param latest a later one */
  wrongClock: (now: string, latest: string) =>
    `This computer’s clock seems to be wrong: it says ${day(now)}, but the latest entry is from ${day(latest)}. Correct it, unless it was wrong then.`,
  /** @param at date and time (ISO) */
  doneBy: (at: string, by: string) => `${dayAndTime(at)}, ${by}`,
  doneByAndUndone: (at: string, by: string) => `${uiChecklistJournalTexts.doneBy(at, by)}, undone`,
  sent: 'The result isn’t known yet. Wait a few seconds, then select “Refresh”.',
  undoSent: 'Its undo was sent to GitLab. The result isn’t known yet.',
  ownerless:
    'Saved by version 0.1, which didn’t keep users apart, so you can’t undo it. Say at the top of the panel whether it’s yours.',
  undo: 'Undo',
  /** @param what a phrase: “Renamed the project” */
  undoOf: (what: string) => `Undo: ${what}`,
  earlier: (count: number) =>
    plural(count, {
      one: 'And 1 earlier entry, included when you copy.',
      other: `And ${count} earlier entries, included when you copy.`,
    }),
  notCopied: 'Entries saved by version 0.1, which didn’t keep users apart, aren’t copied.',
  copyMarkdown: 'Copy as Markdown',
  copyJson: 'Copy as JSON',
};
