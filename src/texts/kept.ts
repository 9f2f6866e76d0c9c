import {plural} from './plural.ts';

const chooseAnother = 'Choose a file named csm-checklist-….json.';

/** What is said of all that the browser keeps. */
export const keptTexts = {
  /** Why a file is not imported, and what to do. */
  noBackup: {
    notWhole: `This file wasn’t exported by CSM Checklist, or it’s incomplete. ${chooseAnother}`,
    notUnderstood: `This file wasn’t exported by CSM Checklist, or this version can’t read it. ${chooseAnother}`,
    ofOtherHost: (its: string, here: string) =>
      `This file was exported on ${its}, and this is ${here}. Import it on ${its}.`,
    ofOtherUser: 'Another user exported this file. Sign in as that user to import it.',
  },

  /** What is kept by customer: as a title, and as what is deleted of some of them. */
  heaps: {
    customer: {title: 'Marks, notes and playbooks', what: 'marks, notes and the playbook'},
    journal: {title: 'Journals', what: 'the journal and its undo data'},
  },
  /** @param what “the journal and its undo data”; @param who “a/b and 3 more” */
  forgetQuestion: (what: string, who: string) => `Delete ${what} for ${who}? You can’t undo this.`,

  /** What else is kept, and why it is not deleted here. */
  rest: {
    draft: 'Values typed but not committed',
    texts: 'Text typed but not sent',
    typedHint: 'Removed when you commit, send or discard it.',
    filled: 'Committed values, for suggestions',
    people: 'Who is a customer contact or a team member',
    brackets: 'What counts as a placeholder',
    flows: 'Set-ups and takeovers in progress',
    flowsHint: 'Removed when you finish or discard them.',
    views: 'Saved views',
    settings: 'Settings',
    ownerless: 'Saved by version 0.1, which didn’t keep users apart',
    ownerlessAskedHint: 'Say at the top of the panel whether it’s yours.',
    ownerlessDeclinedHint: 'Not yours. It stays for the other users of this browser.',
    others: 'Other users of this browser',
    othersHint: 'Only they can delete it here.',
  },
  /** What was kept before users were kept apart, by its kind, as parts of a list. */
  ownerless: {
    customer: 'marks, notes and playbooks',
    journal: 'journals',
    draft: 'values typed but not committed',
    filled: 'committed values',
    people: 'decisions about customer contacts and team members',
    brackets: 'decisions about placeholders',
  },

  /** Sizes: “12 KB”, “3 KB synced”. */
  bytes: (count: number) => plural(count, {one: `${count} byte`, other: `${count} bytes`}),
  kilobytes: (count: number) => `${count} KB`,
  synced: (size: string) => `${size} synced`,
  /** Two sizes, or two counts. */
  both: (one: string, other: string) => `${one} and ${other}`,

  /** Customers, by their paths or by how many there are. */
  customers: (count: number) => plural(count, {one: `${count} customer`, other: `${count} customers`}),
  groups: (count: number) => plural(count, {one: `${count} group`, other: `${count} groups`}),
  /** @param who “2 customers and 1 group” */
  withoutPath: (who: string) => `${who} (path not stored here)`,
  pathsAndMore: (paths: readonly string[], more: number) => `${paths.join(', ')} and ${more} more`,
  paths: (paths: readonly string[]) =>
    [paths.slice(0, -1).join(', '), ...paths.slice(-1)].filter(Boolean).join(' and '),

  /** What an import brings, as parts of a list. */
  coming: {
    pathNotKnown: 'A customer whose path isn’t stored',
    tickedOff: 'marked as done',
    doesNotApply: 'not applicable',
    /** @param said “marked as done” or “not applicable” */
    ofRows: (said: string, titles: readonly string[]) => `${said}: ${titles.map(title => `“${title}”`).join(', ')}`,
    ofRowsAnew: (said: string, titles: readonly string[]) =>
      `${said}, replacing the note stored here: ${titles.map(title => `“${title}”`).join(', ')}`,
    unknownRow: 'an item of another version',
    playbook: 'the playbook',
    mergeRequest: 'the open merge request',
    entries: (count: number) => plural(count, {one: `${count} journal entry`, other: `${count} journal entries`}),
    draft: 'values typed but not committed',
    texts: 'text typed but not sent',
    people: (count: number) =>
      plural(count, {
        one: `${count} person sorted as customer contact or team member`,
        other: `${count} people sorted as customer contacts or team members`,
      }),
    brackets: (count: number) =>
      plural(count, {
        one: `${count} decision about placeholders`,
        other: `${count} decisions about placeholders`,
      }),
    filled: (count: number) => plural(count, {one: `${count} committed value`, other: `${count} committed values`}),
    flow: '1 set-up or takeover in progress',
    views: (count: number) => plural(count, {one: `${count} saved view`, other: `${count} saved views`}),
    settings: (count: number) => plural(count, {one: `${count} setting`, other: `${count} settings`}),
  },
};
