import {youAre} from './gitlab.ts';
import {plural} from './plural.ts';

/** What the panel says at once. What is loaded later has texts of its own: `ui-checklist-plan.ts`, `ui-checklist-journal.ts`. */
export const uiChecklistTexts = {
  tab: {
    open: 'Open CSM checklist',
    openOfOther: 'Open CSM checklist: someone else is signed in',
    openSignedOut: 'Open CSM checklist: you’re signed out of GitLab',
    openReading: 'Open CSM checklist: loading',
    openWith: (done: number, all: number) => `Open CSM checklist: ${done} of ${all} done`,
    /** There is little room. */
    done: (done: number, all: number) => `${done} of ${all}`,
    customers: 'Customers',
  },

  panel: {
    title: 'CSM checklist',
    readAgain: 'Refresh',
    more: 'More about this checklist',
    close: 'Close CSM checklist',
    closeByKey: 'Close (Escape)',
    checkAll: 'All customers',
    notOfficial: 'Not an official GitLab product.',
  },

  header: {
    playbook: 'Playbook',
    /** @param reason a clause: “because the project is in pre-sales” */
    guessed: (reason: string) => `Suggested, ${reason}.`,
    done: (done: number, all: number) => `${done} of ${all} done`,
    checking: 'Checking…',
    /** @param since “5 minutes ago” */
    checked: (since: string) => `Checked ${since}`,
    /** The same while it is checked again. */
    checkedBefore: (since: string) => `Checked ${since}, checking…`,
  },

  groups: {
    fixNow: 'Fix now',
    fix: (items: number) => plural(items, {one: 'Fix 1 item', other: `Fix ${items} items`}),
    needsYou: 'Needs you',
    checking: 'Checking',
    done: 'Done',
    other: 'From other playbooks',
  },

  notices: {
    updated: 'CSM Checklist was updated. Reload this page to continue with the new version.',
    signedOut: 'You’re signed out of GitLab. Sign in to continue on this page.',
    signIn: 'Sign in',
    reload: 'Reload page',
    /** Of many items at once. @param problem what happened and what to do, as sentences */
    notRefreshed: (problem: string) => `Couldn’t refresh this checklist. ${problem}`,
    retry: 'Retry',
    /** @param problem what happened and what to do, as sentences */
    typedNotKept: (problem: string) => `What you type is kept only while this page stays open. ${problem}`,
    waiting: (seconds: number) =>
      plural(seconds, {
        one: 'You reached GitLab’s rate limit. The checklist continues by itself in about 1 second.',
        other: `You reached GitLab’s rate limit. The checklist continues by itself in about ${seconds} seconds.`,
      }),
  },

  /** What is said while a part is loaded, and where it could not be. */
  loading: {
    opening: 'Loading…',
    projects: 'Loading projects…',
    failed: 'Couldn’t load this. Reload this page, then try again.',
  },

  flows: {
    notFinished: 'In progress',
    itsProject: 'Open project',
    goOn: 'Resume',
    goOnWith: (title: string) => `Resume: ${title}`,
    setUp: 'Set up a customer',
    /** @param needed and @param own names of roles */
    lacksRole: (needed: string, own: string) =>
      `Requires the ${needed} role in this group. ${youAre(own)} Ask an Owner to change your role.`,
    /** The same above segments, of which each has roles of its own. */
    lacksRoleInSegment: (needed: string, own: string) =>
      `Requires the ${needed} role in the customer’s segment. ${youAre(own)} If you have it in a segment, start on that segment’s page.`,
    fromPreSales: 'Take over from pre-sales',
    fromAnotherCsm: 'Take over from another CSM',
  },

  row: {
    /** Heard before an item's title. @param verdict what its verdict is called */
    verdict: (verdict: string) => `${verdict}: `,
    /** The same before GitLab answers. */
    verdictBefore: (verdict: string) => `${verdict} at the last check: `,
    /** Of a button before GitLab answers. */
    early: 'Starts as soon as GitLab answers. Press again to cancel.',
    /** Of an item whose button was pressed then. */
    missed: 'Nothing was started, because this isn’t as it was at the last check.',
    /** The same where that is done by now; also of “Fix 5 items”. */
    missedDone: 'This was done in the meantime, so nothing was started.',
    /** Heard in place of an item's title while it is checked for the first time. */
    checking: (title: string) => `Checking “${title}”`,
    handbook: 'Handbook',
    handbookOn: (title: string) => `Handbook: ${title}`,
    undo: 'Undo',
    undoOf: (title: string) => `Undo: ${title}`,
    retry: 'Retry',
    retryOf: (title: string) => `Retry: ${title}`,
    /** Of somebody's word that an item is not applicable. */
    takeBack: 'Mark as applicable',
    /** Opens what else can be done about an item. */
    more: (title: string) => `More actions: ${title}`,
    /** Opens every offender of an item. */
    details: 'Details',
    detailsOf: (title: string) => `Details: ${title}`,
    /** @param words what went wrong, as sentences */
    notRefreshed: (words: string) => `Couldn’t refresh this item. ${words}`,
    doneBut: 'Done, but note:',
    /** The same of an item that is not done for it. */
    partlyDone: 'Partly done, but note:',
    /** How many parts of its change are made. */
    progress: (done: number, all: number) => `${done} of ${all}`,
    stop: 'Stop',
  },

  lackingRole: {
    /** @param needed and @param own names of roles */
    takesRole: (needed: string, own: string) => `Requires the ${needed} role. ${youAre(own)}`,
    /** @param label what stands on the button */
    takesRoleOf: (label: string, needed: string, own: string) =>
      `“${label}” requires the ${needed} role. ${youAre(own)}`,
    copy: 'Copy request',
    /** A message to somebody else. @param what a phrase: “Make the project private” */
    ask: (address: string, what: string, needed: string, own: string) =>
      `Hello, could you please do this in ${address}? ${what}. It requires the ${needed} role, and my role is ${own}. Thank you.`,
    /** What to do, with what is there now. */
    withValues: (what: string, before: string, after: string) => `${what} (${before} → ${after})`,
  },
};
