import {plural} from './plural.ts';

/** How changes end, as what is said after how many: “1 partly made”. */
const endings = {
  made: 'made',
  'as-was': 'already done',
  'partly-made': 'partly made',
  failed: 'failed',
  'not-made': 'not made',
  undone: 'undone',
  'partly-undone': 'partly undone',
  'not-undone': 'not undone',
};

type Ending = keyof typeof endings;

/** What “Fix all” and “Fix selected” say. */
export const uiChecklistPlanTexts = {
  fixAll: 'Fix all',
  /** Headings, by how far it is. */
  titles: {
    looking: 'Checking what’s needed…',
    preview: 'What will happen',
    running: 'In progress',
    pausing: 'In progress',
    paused: 'Paused',
    undoing: 'Undoing',
    stopping: 'In progress',
    ended: 'Results',
  },
  hints: {
    pausing: 'Pauses after the changes in progress.',
    stopping: 'Stops after the changes in progress.',
  },
  nothing: 'Every remaining item needs your input.',
  leavingPage:
    'If you leave this page, this stops after the change in progress. The journal lists what was done, and you can undo it there.',
  doIt: (count: number) => plural(count, {one: 'Make 1 change', other: `Make ${count} changes`}),
  goOn: 'Resume',
  pause: 'Pause',
  stop: 'Stop',
  undo: 'Undo all changes',
  close: 'Close',
  cancel: 'Cancel',

  changes: 'Changes',
  /** Behind a customer's name. */
  count: (changes: number) => plural(changes, {one: '1 change', other: `${changes} changes`}),
  /** What became of a change, as a phrase: a full stop follows. */
  results: {
    waiting: '',
    running: 'In progress',
    done: 'Done',
    'as-was': 'Already done',
    partly: 'Partly done',
    failed: 'Failed',
    stopped: 'Not done',
    undone: 'Undone',
    'partly-undone': 'Partly undone',
  },
  result: (result: string) => `${result}.`,
  /** How many ended how, the first with its noun: “3 changes made. 1 already done. 2 not made.” */
  tally: (counts: readonly {readonly ending: Ending; readonly count: number}[]) =>
    counts
      .map(({ending, count}, index) => {
        const many = index === 0 ? plural(count, {one: '1 change', other: `${count} changes`}) : `${count}`;
        return `${many} ${endings[ending]}.`;
      })
      .join(' '),

  lookedAt: (done: number, all: number) => `${done} of ${all} checked.`,
  /** While it works, or while that is paused; how each of them ended stands beside it. */
  through: (done: number, all: number) =>
    plural(all, {one: `${done} of ${all} change made.`, other: `${done} of ${all} changes made.`}),

  undoTitle: 'What will happen',
  undoKeeps: 'What someone changed since then stays as it is.',
  takeBack: 'Undo changes',
  /** The same where more people see something after it. @param visibility “public” or “internal” */
  takeBackWidened: {
    project: (visibility: string) => `Undo and make the project ${visibility}`,
    group: (visibility: string) => `Undo and make the group ${visibility}`,
    several: (count: number, visibility: string) => `Undo changes (${count} become ${visibility})`,
    mixed: (count: number) => `Undo changes (${count} become more visible)`,
  },
};
