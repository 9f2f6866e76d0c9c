import {plural} from './plural.ts';

/** What is said of all customers of a group, and of their reading. */
export const customersTexts = {
  /** @param why in GitLab's words, or ours */
  readOneByOne: (why: string) =>
    `GitLab did not tell of many customers at once, so each was read by itself, which takes longer. ${why}`,
  notAllTold: (count: number) =>
    plural(count, {
      one: 'GitLab did not tell everything of one customer. “Read what changed” asks again.',
      other: `GitLab did not tell everything of ${count} customers. “Read what changed” asks again.`,
    }),
  shownAsBefore: 'What was read before is kept and shown. What may have been read as somebody else is not.',
  resultsNotKept:
    'The browser does not keep what was read: it is gone when this page is left. Perhaps this computer’s disk is full.',
  readElsewhere: 'Another tab reads these customers at the moment. What it finds is there when this is opened again.',
  notForgotten: 'The browser did not forget what was read. Try again, or remove the extension: that forgets all of it.',

  // What changed since the last reading: a sentence, and its parts.
  changedSince: (date: string, parts: readonly string[]) => `Since ${date}: ${parts.join(', ')}.`,
  becameRight: (count: number) =>
    plural(count, {one: `${count} row became right`, other: `${count} rows became right`}),
  becameOpen: (count: number) => plural(count, {one: `${count} row became open`, other: `${count} rows became open`}),
  came: (count: number) => plural(count, {one: `${count} customer came`, other: `${count} customers came`}),
  went: (count: number) => plural(count, {one: `${count} customer went`, other: `${count} customers went`}),

  // How many of those that were read are complete.
  noneRead: 'None is read yet.',
  noneComplete: (read: number) =>
    plural(read, {one: 'It is not complete yet.', other: `None of ${read} is complete yet.`}),
  allComplete: (read: number) => plural(read, {one: 'It is complete.', other: `All ${read} are complete.`}),
  someComplete: (complete: number, read: number) =>
    plural(complete, {
      one: `${complete} of ${read} is complete.`,
      other: `${complete} of ${read} are complete.`,
    }),

  // In an export: a line for each row that is not right, and how far a customer is.
  rowNotKnown: (title: string, evidence: string) => `${title}, not known: ${evidence}`,
  rowOpen: (title: string, evidence: string) => `${title}: ${evidence}`,
  progress: (done: number, all: number) => `${done} of ${all}`,
  notReadYet: 'not read yet',
};
