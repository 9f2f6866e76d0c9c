/** What the journal says of its entries. */
export const uiChecklistJournalTexts = {
  none: 'There are no entries of changes made from this browser.',
  /** @param why sentences: why an entry may be missing */
  noneKept: (why: string) => `Nothing is kept of changes made from this browser. ${why}`,
  /** @param why sentences: why entries that may be there are not shown */
  noneShown: (why: string) => `Changes made from this browser cannot be shown. ${why}`,
  /** @param now the computer's date: 2026-11-29; @param latest a later one */
  wrongClock: (now: string, latest: string) =>
    `This computer’s clock seems to be wrong: it says ${now}, and the latest entry is of ${latest}. Set it right, unless it was wrong then.`,
  /** @param at date and time: 2026-11-29 10:00 */
  doneBy: (at: string, by: string) => `${at} UTC, ${by}`,
  doneByAndUndone: (at: string, by: string) => `${at} UTC, ${by}, undone`,
  sent: 'This was sent to GitLab, and how it ended is not known yet. Press “Read again” to check.',
  undoSent: 'Its undo was sent to GitLab, and how that ended is not known yet.',
  ownerless:
    'Kept before users were told apart, so it cannot be undone. Say at the top of the panel whether it is yours.',
  undo: 'Undo',
  /** @param what a phrase: “Make the project private” */
  undoOf: (what: string) => `Undo: ${what}`,
  earlier: (count: number) => `And ${count} earlier ones, which are copied too.`,
  notCopied: 'Entries that were kept before users were told apart are not copied.',
  copyMarkdown: 'Copy as Markdown',
  copyJson: 'Copy as JSON',
};
