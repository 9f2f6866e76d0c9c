/** What the panel says of what the browser keeps before that is loaded. */
export const uiKeptTexts = {
  title: 'Stored in this browser',
  notLoaded: 'Couldn’t load this. Reload this page, then try again.',
};
