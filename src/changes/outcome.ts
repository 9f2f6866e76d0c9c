import {type Said, said} from '../texts/said.ts';
import type {Change} from './change.ts';

/** What came of a change: how it is undone, and where the page has to go because its address is another one now. */
export interface Outcome {
  readonly undo: Change | undefined;
  readonly goTo: string | undefined;
  /** What did not work although the rest did, or is to be known of it, one sentence each. */
  readonly left?: readonly Said[];
  /** The part of it that was done, or that none was, where that is known and is not all of it. */
  readonly done?: Change | 'none';
}

/** A change that was not needed, or that cannot be undone. */
export const nothing: Outcome = {undo: undefined, goTo: undefined};

/** What is said of parts of a change that a look does not find done, by their names. */
export function notDone(names: readonly string[]): readonly Said[] {
  return names.length === 0 ? [] : [said('changes.notDone', names)];
}

/** Sentences without those that say the same once more. */
export function eachOnce(sentences: readonly Said[]): readonly Said[] {
  return [...new Map(sentences.map(sentence => [JSON.stringify(sentence), sentence])).values()];
}
