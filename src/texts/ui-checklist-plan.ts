import {plural} from './plural.ts';

/** What “Fix all” and “Fix selected” say. */
export const uiChecklistPlanTexts = {
  /** Headings, by how far it is. */
  titles: {
    looking: 'Looking at what is needed…',
    preview: 'What will happen',
    running: 'What happens',
    pausing: 'What happens',
    paused: 'What has happened so far',
    undoing: 'What is taken back',
    stopping: 'What happens',
    ended: 'What was done',
  },
  hints: {
    pausing: 'It pauses after the changes under way.',
    stopping: 'It stops after the changes under way.',
  },
  nothing: 'Nothing can be done without an answer from you.',
  leavingPage:
    'If this page is left, it stops after the change under way. What was done stands in the journal, and can be taken back there.',
  doIt: (count: number) => plural(count, {one: 'Do it', other: `Do all ${count}`}),
  goOn: 'Go on',
  pause: 'Pause',
  stop: 'Stop',
  undo: 'Undo what was done',
  close: 'Close',
  cancel: 'Cancel',

  changes: 'Changes',
  /** What became of a change, as a phrase: a full stop follows, or a colon and how many. */
  results: {
    waiting: '',
    running: 'Under way',
    done: 'Done',
    'as-was': 'It was so already',
    partly: 'Done in part',
    failed: 'Failed',
    stopped: 'Not done',
    undone: 'Taken back',
    'partly-undone': 'Taken back in part',
  },
  result: (result: string) => `${result}.`,
  /** How many ended so: “Done: 5.” */
  tally: (result: string, count: number) => `${result}: ${count}.`,

  lookedAt: (done: number, all: number) => `${done} of ${all} looked at.`,
  through: (done: number, all: number) =>
    plural(all, {one: `${done} of ${all} change is through.`, other: `${done} of ${all} changes are through.`}),
  /** @param all how many were made: what was not done before is none of them */
  takenBack: (done: number, all: number) =>
    plural(all, {
      one: `${done} of ${all} change that was made is taken back.`,
      other: `${done} of ${all} changes that were made are taken back.`,
    }),

  undoTitle: 'What will happen',
  undoKeeps: 'What somebody changed since then stays as it is.',
  takeBack: 'Take it back',
};
