/** What several forms say, and what the panel shows of a change before any form is loaded. */
export const uiFormsTexts = {
  cancel: 'Cancel',
  whatWillHappen: 'What will happen',
  andMore: (count: number) => `And ${count} more.`,
  /** @param what a phrase: “Make the project private” */
  change: (what: string) => `${what}.`,
  /** In place of a value before or after a change. */
  empty: 'empty',
};
