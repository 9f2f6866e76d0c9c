import {plural} from './plural.ts';

/** What the wide view of all customers says. */
export const uiCustomersTexts = {
  title: 'All customers',
  titleBelow: (path: string) => `All customers in ${path}`,
  close: 'Close',
  none: 'No customer projects that you can see here. If you expect some, ask for access to the group.',
  markInLists: 'Show customers’ progress in GitLab’s own lists',

  reading: {
    stop: 'Stop',
    readChanged: 'Refresh',
    readAll: 'Refresh all',
    forget: 'Delete stored results',
    readAgain: 'Auto-refresh unchanged customers',
    /** What goes on “Auto-refresh unchanged customers”, by days; 0 for never. */
    ages: {1: 'daily', 7: 'weekly', 30: 'monthly', 0: 'never'},
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

  overview: {
    title: 'Summary',
    /** In how many customers an item is not done, of how many that were read. */
    openIn: (count: number, read: number) => `${count} of ${read}`,
  },

  view: {
    text: 'Name or path',
    segment: 'Segment',
    allSegments: 'All segments',
    check: 'Item',
    anyCheck: 'Any item',
    state: 'State',
    states: {
      any: 'Any state',
      open: 'Not done',
      fail: 'Not done: failed the check',
      todo: 'Not done: needs you',
      unknown: 'Not done: couldn’t check',
      pass: 'Done',
      waived: 'Not applicable',
    },
    mine: 'My projects',
    goneToo: 'Include archived and scheduled for deletion',
    noneShown: 'No customers match.',
    shown: (count: number) => plural(count, {one: '1 customer shown.', other: `${count} customers shown.`}),
    /** Heard when the number changes. */
    shownHeard: (count: number) => `Customers shown: ${count}.`,
    showAll: 'Clear filters',
  },

  savedViews: {
    title: 'Saved views',
    saved: 'Saved view',
    none: 'None',
    forget: (name: string) => `Delete “${name}”`,
    name: 'Name of this view',
    save: 'Save view',
  },

  table: {
    title: 'Customers',
    /** Heads of columns, by the check's id: there is little room. */
    checks: {
      'pre-sales': 'Pre-sales asked',
      'issues-reviewed': 'Issues reviewed',
      location: 'In its group',
      visibility: 'Private',
      'group-visibility': 'Group private',
      name: 'Name',
      avatar: 'Logo',
      readme: 'README',
      'issue-templates': 'Templates',
      members: 'Contacts',
      maintainers: 'Maintainers',
      'team-access': 'Team access',
      notifications: 'Notifications',
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
    selectAll: 'Select all shown customers',
    select: (customer: string) => `Select ${customer}`,
    notRead: 'Not checked yet',
    progress: (done: number, all: number) => `${done} of ${all}`,
    /** Of an item. */
    apart: 'Not part of this playbook',
  },

  fixSelected: {
    title: 'Fix selected',
    titleOf: (count: number) => `Fix selected (${count})`,
    chooseFirst: 'Select customers in the table first.',
    whatItDoes:
      'Makes projects and groups private, gives your team access, and turns on your notifications and label subscriptions. You can review everything before it happens.',
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

  exports: {
    title: (count: number) =>
      plural(count, {one: 'Export the customer shown', other: `Export the ${count} customers shown`}),
    formats: {csv: 'CSV', json: 'JSON', markdown: 'Markdown'},
    download: (format: string) => `Download ${format}`,
    copy: (format: string) => `Copy ${format}`,
  },
};
