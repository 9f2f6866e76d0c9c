import {plural} from './plural.ts';

/** What the wide view of all customers says. */
export const uiCustomersTexts = {
  title: 'All customers',
  close: 'Close',
  closeByKey: 'Close (Escape)',
  none: 'No customer projects that you can see here. If you expect some, ask for access to the group.',

  /** Whose customers are shown, with how many they are. */
  whose: {
    title: 'Whose customers',
    mine: 'My customers',
    all: 'All',
    /** @param read how many of how many were checked so far */
    looking: (read: number, all: number) => `Looking for your customers. ${read} of ${all} checked.`,
    noneMine:
      'You don’t have customers here yet. A customer is yours if its README names you or you’re a direct member of its project.',
    showAll: 'Show all customers',
  },

  reading: {
    stop: 'Stop',
    readChanged: 'Refresh',
    more: 'More ways to refresh',
    readAll: 'Refresh all',
    forget: 'Delete stored results',
    /** When customers in which nothing changed are refreshed, by days; 0 for never. */
    ages: {
      1: 'Auto-refresh: daily',
      7: 'Auto-refresh: weekly',
      30: 'Auto-refresh: monthly',
      0: 'Auto-refresh: never',
    },
    waiting: (seconds: number) => `Pausing for about ${seconds} s to stay within GitLab’s rate limit.`,
    list: 'Loading the list of customers…',
    progress: (done: number, all: number) => `${done} of ${all} checked.`,
    known: (customers: number) => plural(customers, {one: `${customers} customer.`, other: `${customers} customers.`}),
    /** @param unread how many of them were not read yet */
    knownInPart: (customers: number, unread: number) =>
      plural(customers, {
        one: `${customers} customer, ${unread} not checked yet.`,
        other: `${customers} customers, ${unread} not checked yet.`,
      }),
    // What follows is heard only.
    /** @param known how many there are, as a sentence */
    ended: (known: string) => `Refresh finished: ${known}`,
    /** It was stopped, or failed. */
    notEnded: (known: string) => `Refresh didn’t finish: ${known}`,
    listHeard: 'Loading the list of customers.',
    progressHeard: (percent: number) => `Checking customers: ${percent}%.`,
    /** @param reading what is being read, as a sentence */
    waitingHeard: (reading: string) => `${reading} Waiting for GitLab’s rate limit.`,
  },

  view: {
    search: 'Search or filter customers',
    placeholder: 'Search or filter',
    suggestions: 'Filters',
    /** What Enter does with a text that could begin a filter too. */
    searchFor: (text: string) => `Search for “${text}”`,
    /** What a token is about; its value follows. */
    kinds: {segment: 'Segment', todo: 'To do', item: 'Item', state: 'State'},
    token: (kind: string, value: string) => `${kind}: ${value}`,
    /** In the field, where a value is still to be chosen. */
    begun: (kind: string) => `${kind}:`,
    remove: (token: string) => `Remove “${token}”`,
    states: {
      open: 'Not done',
      fail: 'Failed the check',
      todo: 'Needs you',
      unknown: 'Couldn’t check',
      pass: 'Done',
      waived: 'Not applicable',
    },
    goneToo: 'Include archived and scheduled for deletion',
    noneShown: 'No customers match.',
    shown: (count: number) => plural(count, {one: '1 customer shown.', other: `${count} customers shown.`}),
    /** Heard when the number changes. */
    shownHeard: (count: number) => `Customers shown: ${count}.`,
    showAll: 'Clear filters',
  },

  savedViews: {
    title: 'Saved views',
    none: 'No saved views yet.',
    forget: (name: string) => `Delete “${name}”`,
    name: 'Name of this view',
    save: 'Save view',
  },

  table: {
    title: 'Customers',
    /** Heads of columns, by the check's id: there is little room, so each is a word or two. */
    checks: {
      'pre-sales': 'Pre-sales',
      'issues-reviewed': 'Issues',
      location: 'Location',
      visibility: 'Private',
      'group-visibility': 'Group private',
      name: 'Name',
      avatar: 'Logo',
      readme: 'README',
      'issue-templates': 'Templates',
      members: 'Contacts',
      maintainers: 'Maintainers',
      'team-access': 'Team',
      notifications: 'Notified',
      labels: 'Labels',
      'handover-review': 'Reviewed',
      introduced: 'Introduced',
    } as Readonly<Record<string, string>>,
    columns: {
      name: 'Customer',
      segment: 'Segment',
      progress: 'Done',
      activity: 'Last activity',
      change: 'Last change',
      read: 'Checked',
    },
    /** A customer with the name of its project. */
    whole: (customer: string, project: string) => `${customer} (${project})`,
    selectAll: 'Select all shown customers',
    select: (customer: string) => `Select ${customer}`,
    notRead: 'Not checked yet',
    progress: (done: number, all: number) => `${done} of ${all}`,
    /** Of an item. */
    apart: 'Not part of this playbook',
    /** What is said of a column, by in how many customers its item is not done, of how many that were checked. */
    openIn: (count: number, read: number) => `Not done in ${count} of ${read}. Select to show them.`,
    doneEverywhere: (read: number) => plural(read, {one: 'Done in 1 of 1.', other: `Done in all ${read}.`}),
  },

  fixSelected: {
    title: 'Fix selected',
    titleOf: (count: number) => `Fix selected (${count})`,
    chooseFirst: 'Select customers in the table first.',
    whatItDoes:
      'Makes projects and groups private, gives your team access, and turns on your notifications and label subscriptions. You can review everything before it happens.',
    /** What is about to be done. */
    planned: (changes: number, customers: number) =>
      `${plural(changes, {one: '1 change', other: `${changes} changes`})} for ${plural(customers, {one: '1 customer', other: `${customers} customers`})}.`,
    /** Of the only customer that was chosen. */
    isHidden: 'It’s hidden by your filters.',
    areHidden: (count: number) =>
      plural(count, {
        one: '1 of them is hidden by your filters.',
        other: `${count} of them are hidden by your filters.`,
      }),
    leavingView:
      'If you close this view, this stops after the changes in progress. The journal on each customer’s page lists what was done, and you can undo it there.',
  },

  remarks: {
    /** What is said of many customers at once, with one note or reason for all. */
    menu: 'Mark as',
    tick: {
      action: 'Mark as done',
      note: 'Note',
      hint: 'Your browser stores this note. Exports and handover reports include it.',
      nothing: 'These customers have no items for you to mark as done.',
    },
    waiver: {
      action: 'Mark as not applicable',
      note: 'Why isn’t this applicable?',
      hint: 'The item counts as done. You can undo this.',
      nothing: 'All items are done for these customers.',
    },
    item: 'Item',
    /** An item, and for how many of the selected customers it is open. */
    itemIn: (title: string, count: number) => `${title} (${count})`,
    review: 'Review changes',
    cancel: 'Cancel',
  },

  more: 'Export and more',
  exports: {
    title: (count: number) =>
      plural(count, {one: 'Export the customer shown', other: `Export the ${count} customers shown`}),
    formats: {csv: 'CSV', json: 'JSON', markdown: 'Markdown'},
    download: (format: string) => `Download ${format}`,
    copy: (format: string) => `Copy ${format}`,
  },
  markInLists: 'Show customers’ progress in GitLab’s own lists',
};
