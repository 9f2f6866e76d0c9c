/** What every item can say. */
export const checksTexts = {
  checkNotAll: 'Couldn’t check all of it.',
  checkFault: 'This check failed because of a fault in the extension. Other items aren’t affected.',

  // Where in GitLab a person does it manually.
  openSettings: 'Open settings',
  openMembers: 'Open members',
  openFile: 'Open file',

  // Opens the form in which placeholders are filled in.
  fillIn: 'Fill in',
};
