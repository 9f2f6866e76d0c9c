import {plural} from './plural.ts';

const chooseAnother = 'Choose a file named csm-checklist-….json.';

/** What is said of all that the browser keeps. */
export const keptTexts = {
  /** Why a file is not imported, and what to do. */
  noBackup: {
    notWhole: `This file was not exported by CSM Checklist, or is not whole. ${chooseAnother}`,
    notUnderstood: `This file was not exported by CSM Checklist, or by a version that this one cannot read. ${chooseAnother}`,
    ofOtherHost: (its: string, here: string) =>
      `This file was exported on ${its}, and this is ${here}. Import it on ${its}.`,
    ofOtherUser: 'This file was exported by another user. Sign in as that user to import it.',
  },

  /** What is kept by customer: as a title, and as what is forgotten of some of them. */
  heaps: {
    customer: {title: 'Ticks, notes and playbooks', what: 'ticks, notes and the playbook'},
    journal: {title: 'Journals', what: 'the journal and its undos'},
    draft: {
      title: 'Values that were typed and not committed',
      what: 'the values that were typed and not committed',
    },
    texts: {title: 'Text that was typed and not sent', what: 'the text that was typed and not sent'},
  },
  /** @param what “the journal and its undos”; @param who “a/b and 3 more” */
  forgetQuestion: (what: string, who: string) => `Forget ${what} of ${who}? This cannot be undone.`,

  /** What else is kept, and why it is not forgotten here. */
  rest: {
    filled: 'Values that were committed, to suggest them again',
    people: 'Decisions about who is who',
    brackets: 'Decisions about bracketed texts',
    flows: 'Guided flows',
    flowsHint: 'One goes when you end it.',
    views: 'Saved views',
    settings: 'Settings',
    ownerless: 'Kept before users were told apart',
    ownerlessAskedHint: 'Say at the top of the panel whether it is yours.',
    ownerlessDeclinedHint: 'It is not yours, and stays for the other users of this browser.',
    others: 'Other users of this browser',
    othersHint: 'It is another user’s: only they can forget it here.',
  },
  /** What was kept before users were told apart, by its kind, as parts of a list. */
  ownerless: {
    customer: 'ticks, notes and playbooks',
    journal: 'journals',
    draft: 'values that were typed and not committed',
    filled: 'values that were committed',
    people: 'decisions about who is who',
    brackets: 'decisions about bracketed texts',
  },

  /** Sizes: “12 KB”, “3 KB synced”. */
  bytes: (count: number) => `${count} bytes`,
  kilobytes: (count: number) => `${count} KB`,
  synced: (size: string) => `${size} synced`,
  /** Two sizes, or two counts. */
  both: (one: string, other: string) => `${one} and ${other}`,

  /** Customers, by their paths or by how many there are. */
  customers: (count: number) => plural(count, {one: `${count} customer`, other: `${count} customers`}),
  groups: (count: number) => plural(count, {one: `${count} group`, other: `${count} groups`}),
  /** @param who “2 customers and 1 group” */
  withoutPath: (who: string) => `${who} (path not kept here)`,
  pathsAndMore: (paths: readonly string[], more: number) => `${paths.join(', ')} and ${more} more`,
  paths: (paths: readonly string[]) =>
    [paths.slice(0, -1).join(', '), ...paths.slice(-1)].filter(Boolean).join(' and '),

  /** What an import brings, as parts of a list. */
  coming: {
    pathNotKnown: 'A customer whose path is not known',
    tickedOff: 'ticked off',
    doesNotApply: 'does not apply',
    /** @param said “ticked off” or “does not apply” */
    ofRows: (said: string, titles: readonly string[]) => `${said}: ${titles.map(title => `“${title}”`).join(', ')}`,
    ofRowsAnew: (said: string, titles: readonly string[]) =>
      `${said}, in place of the note that is here: ${titles.map(title => `“${title}”`).join(', ')}`,
    unknownRow: 'an item of another version',
    playbook: 'the playbook',
    mergeRequest: 'the merge request that is waited for',
    entries: (count: number) => plural(count, {one: `${count} journal entry`, other: `${count} journal entries`}),
    draft: 'values that were typed and not committed',
    texts: 'text that was typed and not sent',
    people: (count: number) =>
      plural(count, {one: `${count} decision about who is who`, other: `${count} decisions about who is who`}),
    brackets: (count: number) =>
      plural(count, {
        one: `${count} decision about bracketed texts`,
        other: `${count} decisions about bracketed texts`,
      }),
    filled: (count: number) => plural(count, {one: `${count} committed value`, other: `${count} committed values`}),
    flow: '1 guided flow',
    views: (count: number) => plural(count, {one: `${count} saved view`, other: `${count} saved views`}),
    settings: (count: number) => plural(count, {one: `${count} setting`, other: `${count} settings`}),
  },
};
