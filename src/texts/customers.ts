import {plural} from './plural.ts';

/** What is said of all customers of a group, and of their reading. */
export const customersTexts = {
  /** @param why in GitLab's words, or ours */
  readOneByOne: (why: string) => `Bulk loading isn’t available, so this takes longer. ${why}`,
  notAllTold: (count: number) =>
    plural(count, {
      one: 'GitLab didn’t return everything about 1 customer. Select “Refresh” to ask again.',
      other: `GitLab didn’t return everything about ${count} customers. Select “Refresh” to ask again.`,
    }),
  shownAsBefore: 'The stored results are shown, without those that may have been loaded as someone else.',
  resultsNotKept:
    'The browser can’t store these results, so they’re gone when you leave this page. This computer’s disk may be full.',
  stopped: 'Stopped. Select “Refresh” to continue.',
  readElsewhere: 'Another tab is refreshing these customers. Open this view again to see its results.',
  notForgotten: 'Couldn’t delete the stored data. Try again, or remove the extension, which deletes all of it.',

  // What changed since the last reading: a sentence, and its parts.
  changedSince: (date: string, parts: readonly string[]) => `Since ${date}: ${parts.join(', ')}.`,
  becameRight: (count: number) => plural(count, {one: `${count} more item done`, other: `${count} more items done`}),
  becameOpen: (count: number) =>
    plural(count, {one: `${count} item no longer done`, other: `${count} items no longer done`}),
  came: (count: number) => plural(count, {one: `${count} customer added`, other: `${count} customers added`}),
  went: (count: number) => plural(count, {one: `${count} customer removed`, other: `${count} customers removed`}),

  // How many of those that were read are complete.
  noneRead: 'No customers checked yet.',
  noneComplete: 'No customer is complete yet.',
  allComplete: (read: number) =>
    plural(read, {one: '1 customer is complete.', other: `All ${read} customers are complete.`}),
  someComplete: (complete: number, read: number) =>
    plural(complete, {
      one: `${complete} of ${read} customers is complete.`,
      other: `${complete} of ${read} customers are complete.`,
    }),

  // In an export: a line for each item that is not done, and how far a customer is.
  rowNotKnown: (title: string, evidence: string) => `${title} (couldn’t check) – ${evidence}`,
  rowOpen: (title: string, evidence: string) => `${title} – ${evidence}`,
  progress: (done: number, all: number) => `${done} of ${all} done`,
  notReadYet: 'not checked yet',
};
