/** What the small parts of the panel say. */
export const uiAtomsTexts = {
  copied: 'Copied.',
  /** Of a field, where the browser does not let a button copy. */
  copyFromHere: 'Copy it from here',
  /** Of what opens the lines that are not shown. */
  more: (count: number) => `${count} more`,
  /** Of lines that are not shown at all. */
  andMore: (count: number) => `And ${count} more.`,
};
