/** What is told where the browser does not keep or give something. */
export const browserTexts = {
  cannotRead: 'Couldn’t read the browser’s storage.',
  cannotWrite: 'Couldn’t save to the browser’s storage.',
  'cannotWrite advice': 'Check the browser’s settings for extensions, then try again.',
  changedElsewhere: 'Not saved: other tabs keep changing the same thing.',
  'changedElsewhere advice': 'Try again.',
  full: 'Not saved: the extension’s storage is full.',
  'full advice': 'Free up space: select “Stored in this browser” in the header’s menu ⋮.',
  noAnswer: 'Not saved: the extension didn’t respond.',
  'noAnswer advice': 'Reload this page, then try again.',
  ofAnotherVersion: 'Not saved: another version of CSM Checklist wrote what’s stored here, so it stays as it is.',
  'ofAnotherVersion advice': 'Update CSM Checklist, then try again.',
  settingsNotKept: 'Couldn’t save the settings. Everything else was imported.',
};
