/** What the panel says of what the browser keeps before that is loaded. */
export const uiKeptTexts = {
  title: 'Kept in this browser',
  notLoaded: 'This could not be loaded. Refresh this page, then try again.',
};
