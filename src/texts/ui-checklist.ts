import {plural} from './plural.ts';

/** What the panel says at once. What is loaded later has texts of its own: `ui-checklist-plan.ts`, `ui-checklist-journal.ts`. */
export const uiChecklistTexts = {
  tab: {
    open: 'Open CSM checklist',
    openOfOther: 'Open CSM checklist: somebody else is signed in',
    openReading: 'Open CSM checklist: being read',
    /** @param open rows that are not right; @param all rows of the playbook */
    openWith: (open: number, all: number) => `Open CSM checklist: ${open} of ${all} open`,
    allDone: 'All done',
    /** Rows that are not right, of all; there is little room. */
    left: (open: number, all: number) => `${open} of ${all}`,
    customers: 'Customers',
  },

  panel: {
    title: 'CSM checklist',
    readAgain: 'Read again',
    close: 'Close CSM checklist',
    closeByKey: 'Close (Escape)',
    checkAll: 'Check all customers',
    reading: 'Reading from GitLab…',
    /** That nothing is open. */
    done: (all: number) => plural(all, {one: 'Done.', other: `All ${all} are done.`}),
    open: (open: number, all: number) =>
      plural(open, {one: `${open} of ${all} is open.`, other: `${open} of ${all} are open.`}),
    fixAll: 'Fix all',
    ofOtherPlaybooks: (rows: number) =>
      plural(rows, {one: 'One row of other playbooks', other: `${rows} rows of other playbooks`}),
    journal: 'Journal',
    journalOf: (entries: number) => `Journal (${entries})`,
    notOfficial: 'Not an official GitLab product.',
  },

  notices: {
    updated: 'CSM Checklist was updated. Refresh this page to go on with the new version.',
    refresh: 'Refresh this page',
    signedOut: 'You are signed out of GitLab. Sign in again, then come back to this page.',
    signIn: 'Sign in',
    reload: 'Reload this page',
    moved: (path: string) => `This project was moved to ${path}.`,
    openNewAddress: 'Open its new address',
    groupIsGoing: (path: string) =>
      `The group ${path}, or one above it, is archived or scheduled for deletion, so most of it cannot be changed.`,
    archived: 'This project is archived, so most of it cannot be changed. Unarchive it in its settings first.',
    /** @param date as GitLab gives it: 2026-11-29 */
    scheduledForDeletion: (date: string) => `This project is scheduled for deletion since ${date}.`,
    /** @param problem what happened and what to do, as sentences */
    typedNotKept: (problem: string) => `What you type is kept only as long as this page stays open. ${problem}`,
    waiting: (seconds: number) =>
      `GitLab limits how many requests you can send. The checklist goes on by itself in about ${seconds} seconds.`,
  },

  /** What is said while a part is loaded, and where it could not be. */
  loading: {
    opening: 'Opening…',
    noForm: 'The form could not be loaded. Refresh this page, then try again.',
    noFixAll: 'It could not be loaded. Refresh this page, then try again.',
    noView: 'The view could not be loaded. Refresh this page, then try again.',
    noJournal: 'The journal could not be loaded. Refresh this page, then try again.',
  },

  flows: {
    notFinished: 'Not finished',
    itsProject: 'Its project',
    goOn: 'Go on',
    goOnWith: (title: string) => `Go on: ${title}`,
    setUp: 'Set up a customer',
    fromPreSales: 'Take over from pre-sales',
    fromAnotherCsm: 'Take over from another CSM',
  },

  playbook: {
    title: 'Playbook',
    steps: 'Steps of the playbook',
    reading: 'Reading the playbook…',
    /** @param reason a clause: “because it lies in pre-sales” */
    guessed: (reason: string) => `Guessed, ${reason}.`,
    stepsDone: (done: number, all: number) => `${done} of ${all} steps done`,
    step: (number: number, step: string) => `${number}. ${step}`,
    /** Heard before a step that is done. */
    stepDone: 'Done: ',
    /** Heard before a step that is not. */
    stepOpen: 'Open: ',
    handbook: (title: string) => `Handbook: ${title}`,
    /** Stands before the next step. */
    next: 'Next:',
  },

  row: {
    /** Heard before a row's title. @param verdict what its verdict is called */
    verdict: (verdict: string) => `${verdict}: `,
    /** A row's title while it is read. */
    isIt: (title: string) => `${title}?`,
    handbook: 'Handbook',
    handbookOn: (title: string) => `Handbook: ${title}`,
    undo: 'Undo',
    undoOf: (title: string) => `Undo: ${title}`,
    retry: 'Retry',
    retryOf: (title: string) => `Retry: ${title}`,
    /** Of somebody's word that a row does not apply. */
    takeBack: 'Take it back',
    waive: 'Does not apply',
    waiveOf: (title: string) => `Does not apply: ${title}`,
    reading: 'Reading from GitLab…',
    /** @param words what went wrong, as sentences */
    notRefreshed: (words: string) => `Couldn’t refresh this item. ${words}`,
    doneBut: 'Done, but note:',
    /** How many parts of its change are made. */
    progress: (done: number, all: number) => `${done} of ${all}`,
    stop: 'Stop',
  },

  lackingRole: {
    /** @param label what stands on the button; @param needed and @param own names of roles */
    takesRole: (label: string, needed: string, own: string) => `“${label}” takes the role ${needed}; yours is ${own}.`,
    copy: 'Copy a message to ask for it',
    /** A message to somebody else. @param what a phrase: “Make the project private” */
    ask: (address: string, what: string, needed: string, own: string) =>
      `Hello, could you please do this in ${address}? ${what}. It takes the role ${needed}; mine is ${own}. Thank you!`,
    /** The same with what is there now. */
    askWithValues: (address: string, what: string, before: string, after: string, needed: string, own: string) =>
      `Hello, could you please do this in ${address}? ${what} (${before} → ${after}). It takes the role ${needed}; mine is ${own}. Thank you!`,
  },

  projects: {
    title: 'Projects',
    waiting: 'Waiting in pre-sales',
    reading: 'Reading the projects from GitLab…',
    none: 'There is no project in this group that you can see.',
    more: 'Show more',
    /** @param date 2026-11-29 */
    since: (date: string) => `since ${date}`,
    takeOver: 'Take over',
    takeOverOf: (name: string) => `Take over ${name}`,
    /** How far a customer's checklist is. */
    progress: (done: number, all: number) => `${done} of ${all}`,
    progressOn: (done: number, all: number, date: string) => `${done} of ${all}, read on ${date}`,
    /** A row that is open, and why. */
    open: (title: string, evidence: string) => `${title}: ${evidence}`,
  },
};
