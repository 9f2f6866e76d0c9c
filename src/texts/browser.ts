/** What is told where the browser does not keep or give something. */
export const browserTexts = {
  cannotRead: 'The browser’s storage cannot be read.',
  cannotWrite: 'The browser did not keep it: its storage cannot be written.',
  'cannotWrite advice': 'Look at the browser’s settings for extensions, then try again.',
  changedElsewhere: 'Other tabs changed the same all the time, so this was not kept.',
  'changedElsewhere advice': 'Try again.',
  full: 'The browser did not keep it: the extension’s storage is full.',
  'full advice': 'Make room under “Kept in this browser”, at the end of the panel.',
  noAnswer: 'The extension did not answer, so this was not kept.',
  'noAnswer advice': 'Reload this page, then try again.',
  ofAnotherVersion: 'What is kept here was written by another version of CSM Checklist and stays as it is.',
  'ofAnotherVersion advice': 'Update CSM Checklist, then try again.',
  settingsNotKept: 'The browser did not keep the settings. The rest was imported.',
};
