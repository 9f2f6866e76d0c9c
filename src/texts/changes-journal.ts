/** The journal as a table. */
export const journalTableTexts = {
  when: 'When (UTC)',
  who: 'Who',
  where: 'Where',
  what: 'What',
  values: 'Values',
  undone: 'Undone',
  /** What stands under “Undone”. */
  isUndone: 'yes',
};
