/** What every row can say. */
export const checksTexts = {
  checkNotAll: 'Couldn’t check all of it.',
  checkFault: 'This check failed because of a fault in the extension. The other rows are not affected.',

  // Where in GitLab a person does it by hand.
  openSettings: 'Open settings',
  openMembers: 'Open members',
  openFile: 'Open the file',

  // Opens the form in which brackets are filled in.
  fillIn: 'Fill in',
};
