import {plural} from './plural.ts';

/** What the wide view of all customers says. */
export const uiCustomersTexts = {
  title: 'All customers',
  titleBelow: (path: string) => `All customers below ${path}`,
  close: 'Close',
  none: 'There is no customer’s project here that you can see. If there should be, ask for access to the group.',
  markInLists: 'Mark customers in GitLab’s own lists with their progress',

  reading: {
    stop: 'Stop',
    readChanged: 'Read what changed',
    readAll: 'Read all again',
    forget: 'Forget what was read, and close',
    readAgain: 'Read unchanged ones again',
    /** What goes on “Read unchanged ones again”, by days; 0 for never. */
    ages: {1: 'after a day', 7: 'after a week', 30: 'after a month', 0: 'never'},
    waiting: (seconds: number) =>
      `Waiting for about ${seconds} s, so that enough of GitLab’s limit is left for you to go on working.`,
    list: 'Reading the list of customers from GitLab…',
    progress: (done: number, all: number) => `${done} of ${all} read.`,
    known: (customers: number) => plural(customers, {one: `${customers} customer.`, other: `${customers} customers.`}),
    /** @param unread how many of them were not read yet */
    knownInPart: (customers: number, unread: number) =>
      plural(customers, {
        one: `${customers} customer, ${unread} not read yet.`,
        other: `${customers} customers, ${unread} not read yet.`,
      }),
    // What follows is heard only.
    /** @param known how many there are, as a sentence */
    ended: (known: string) => `Reading has ended: ${known}`,
    listHeard: 'Reading the list of customers.',
    progressHeard: (percent: number) => `Reading customers: ${percent} %.`,
    /** @param reading what is being read, as a sentence */
    waitingHeard: (reading: string) => `${reading} Waiting for GitLab’s limit.`,
  },

  overview: {
    title: 'Summary',
    /** In how many customers a row is open, of how many that were read. */
    openIn: (count: number, read: number) => `${count} of ${read}`,
  },

  view: {
    text: 'Name or path',
    segment: 'Segment',
    allSegments: 'All segments',
    check: 'Row',
    anyCheck: 'Any row',
    state: 'State',
    states: {
      any: 'Any state',
      open: 'Not right',
      fail: 'Open',
      todo: 'To do',
      unknown: 'Not known',
      pass: 'Done',
      waived: 'Does not apply',
    },
    mine: 'I am a direct member',
    goneToo: 'Archived and scheduled for deletion too',
    noneShown: 'None is shown.',
    shown: (count: number) => plural(count, {one: 'One is shown.', other: `${count} are shown.`}),
    /** Heard when the number changes. */
    shownHeard: (count: number) => `Customers shown: ${count}.`,
    showAll: 'Show all',
  },

  savedViews: {
    title: 'Saved views',
    saved: 'Saved view',
    none: 'None',
    forget: (name: string) => `Forget “${name}”`,
    name: 'Save this view as',
    save: 'Save',
  },

  table: {
    title: 'Customers',
    columns: {
      name: 'Customer',
      segment: 'Segment',
      progress: 'Done',
      activity: 'Last activity',
      change: 'Last change',
      read: 'Read',
    },
    selectAll: 'Select all that are shown',
    select: (customer: string) => `Select ${customer}`,
    notRead: 'Not read yet',
    progress: (done: number, all: number) => `${done} of ${all}`,
    /** Of a row of the checklist. */
    apart: 'Not part of this playbook',
  },

  fixSelected: {
    title: 'Fix selected',
    titleOf: (count: number) => `Fix selected (${count})`,
    chooseFirst: 'Choose customers in the table first.',
    whatItDoes:
      'Makes private, gives colleagues access, and sets your notifications and labels. You see first what will happen.',
    /** Of the only customer that was chosen. */
    isHidden: 'It is not shown at the moment.',
    areHidden: (count: number) =>
      plural(count, {
        one: 'One of them is not shown at the moment.',
        other: `${count} of them are not shown at the moment.`,
      }),
    leavingView:
      'If this view is closed, it stops after the changes under way. What was done stands in the journal on each customer’s own page, and can be taken back there.',
  },

  exports: {
    title: (count: number) =>
      plural(count, {one: 'Export the one that is shown', other: `Export the ${count} that are shown`}),
    formats: {csv: 'CSV', json: 'JSON', markdown: 'Markdown'},
    download: (format: string) => `Download ${format}`,
    copy: (format: string) => `Copy ${format}`,
  },
};
