/** What the export of one customer’s checklist says. */
export const uiChecklistExportTexts = {
  hint: 'For an issue, a spreadsheet or another program. Items of other playbooks are left out.',
  notRead: 'This checklist hasn’t been checked yet. Select “Refresh”, then try again.',
  copy: {markdown: 'Copy as Markdown', csv: 'Copy as CSV', json: 'Copy as JSON'},
};
