/** What a verdict is called, by its id. */
export const verdicts = {
  pass: 'Done',
  fail: 'Not done',
  todo: 'Needs you',
  unknown: 'Couldn’t check',
  waived: 'Not applicable',
};

/** Of an item that could not be checked. @param title a statement: “README is filled in” */
export const notChecked = (title: string) => `${verdicts.unknown}: ${title}`;

/** What the checklist says of its items, their changes and what is kept. An item's title has no full stop. */
export const checklistTexts = {
  /** In place of the name of who does something, where it is not known. */
  unknownUser: 'Unknown',
  wasSo: 'Already done. Nothing was changed.',

  newPageOpens: 'Done. Opening the new page…',
  rowIsNow: (title: string) => `${title}.`,

  journalFull: 'Couldn’t save the journal: the extension’s storage is full.',
  journalNotKept: 'Couldn’t save the journal.',
  undoneUntilLeft: 'You can undo what you do now only until you leave this page.',
  ownerless: 'This was saved by version 0.1, which didn’t keep users apart.',
  'ownerless advice': 'Say at the top of the panel whether it’s yours, then try again.',
  pictureNotKept: 'The browser didn’t store a logo. This computer’s disk may be full.',
  'pictureNotKept advice': 'Free up space, then try again.',
};
