import type {Change} from './change.ts';

/** What came of a change: how it is undone, and where the page has to go because its address is another one now. */
export interface Outcome {
  readonly undo: Change | undefined;
  readonly goTo: string | undefined;
  /** What did not work although the rest did, or is to be known of it, one sentence each. */
  readonly left?: readonly string[];
}

/** A change that was not needed, or that cannot be undone. */
export const nothing: Outcome = {undo: undefined, goTo: undefined};

/** What is said of parts of a change that a look does not find done, by their names. */
export function notDone(names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`Not done: ${names.join(', ')}.`];
}
