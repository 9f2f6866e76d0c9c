/** What a verdict is called, by its id. */
export const verdicts = {
  pass: 'Done',
  fail: 'Open',
  todo: 'To do',
  unknown: 'Not known',
  waived: 'Does not apply',
};

/** What the checklist says of its rows, their changes and what is kept. Titles of rows are statements without a full stop. */
export const checklistTexts = {
  /** In place of the name of who does something, where it is not known. */
  unknownUser: 'Unknown',
  wasSo: 'It was so already: nothing was changed.',

  newPageOpens: 'Done. The new page is being opened.',
  rowIsNow: (title: string) => `${title}.`,

  journalFull: 'The journal could not be kept: the extension’s storage is full.',
  journalNotKept: 'The journal could not be kept.',
  undoneUntilLeft: 'What you do now can be undone only until you leave this page.',
  ownerless: 'This was kept before users were told apart.',
  'ownerless advice': 'Say at the top of the panel whether it is yours, then try again.',
  pictureNotKept: 'The browser did not keep a picture. Perhaps this computer’s disk is full.',
  'pictureNotKept advice': 'Make room, then try again.',
};
