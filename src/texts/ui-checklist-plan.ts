import {plural} from './plural.ts';

/** What “Fix all” and “Fix selected” say. */
export const uiChecklistPlanTexts = {
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
  /** What became of a change, as a phrase: a full stop follows, or a colon and how many. */
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
  /** How many ended so: “Done: 5.” */
  tally: (result: string, count: number) => `${result}: ${count}.`,

  lookedAt: (done: number, all: number) => `${done} of ${all} checked.`,
  through: (done: number, all: number) =>
    plural(all, {one: `${done} of ${all} change made.`, other: `${done} of ${all} changes made.`}),
  /** @param all how many were made: what was not done before is none of them */
  takenBack: (done: number, all: number) =>
    plural(all, {one: `${done} of ${all} change undone.`, other: `${done} of ${all} changes undone.`}),

  undoTitle: 'What will happen',
  undoKeeps: 'What someone changed since then stays as it is.',
  takeBack: 'Undo changes',
};
