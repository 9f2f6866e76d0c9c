/** What is beside the choice of a file; a screen reader has the browser's own words for it. */
export const uiFileInputTexts = {
  choose: 'Choose file…',
  none: 'No file chosen.',
};
