/** What the panel’s menus say, and what is opened from them. */
export const uiChecklistMenusTexts = {
  journal: 'Journal',
  journalOf: (entries: number) => `Journal (${entries})`,
  export: 'Export',
  copyLink: 'Copy link',
  handbook: (title: string) => `Handbook: ${title}`,
  closeSheet: (title: string) => `Close ${title}`,
  waive: 'Mark as not applicable',
  waiveOf: (title: string) => `Mark as not applicable: ${title}`,
};
