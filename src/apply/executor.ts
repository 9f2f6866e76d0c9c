import type {Change} from '../changes/change.ts';
import type {ChangeOf} from '../changes/kinds/kind.ts';
import {notDone, nothing, type Outcome} from '../changes/outcome.ts';
import type {Said} from '../texts/said.ts';
import type {Means, Watch} from './means.ts';

/**
 * What a look says of a change that was sent and whose answer is not known: what came of it, that it was not made so far, or undefined
 * where a look cannot tell, because something else is there.
 */
export type Settled = Outcome | 'not-made' | undefined;

/** What was kept of a change before it was sent. */
export interface Sent {
  /** What takes it back. */
  readonly undo: Change | undefined;
  /** Whether it takes something back itself. */
  readonly isUndo: boolean;
}

/** How the changes of a kind are made, and looked for afterwards. */
export interface Executor<Of extends Change> {
  /**
   * Makes it, after looking that what is there is still what the user was shown. What was there is in what takes it back.
   *
   * @throws GitLabError
   */
  readonly make: (means: Means, change: Of, watch: Watch) => Promise<Outcome>;
  /** Looks what became of it after it was sent, without changing anything. @throws GitLabError where the look fails */
  readonly settle: (means: Means, change: Of, sent: Sent) => Promise<Settled>;
  /**
   * Looks what of it may be there although it was not made, one sentence each: what its first requests made. Nothing where it has no
   * such.
   *
   * @throws GitLabError where the look fails
   */
  readonly remains?: (means: Means, change: Of) => Promise<readonly Said[]>;
  /** Whether it is kept in the browser: nothing is sent, and GitLab is not asked who is signed in. */
  readonly isOurs?: true;
}

/** How some kinds of changes are made: all of it, or it does not compile. */
export type ExecutorsOf<Kinds extends Change['kind']> = {readonly [Kind in Kinds]: Executor<ChangeOf<Kind>>};

/** What a look says that only tells whether all of it was done. */
export const doneOr = (isDone: boolean, outcome: Outcome = nothing): Settled => (isDone ? outcome : 'not-made');

/** What of many parts was done, as it is told of a change of which that is not all. */
export function partOf<Part>(
  parts: readonly Part[],
  done: readonly Part[],
  changeOf: (done: readonly Part[]) => Change,
): Pick<Outcome, 'done'> {
  if (done.length === parts.length) return {};
  return {done: done.length === 0 ? 'none' : changeOf(done)};
}

/**
 * Of many parts, those that were done: none means that nothing was, and of what takes something back all must be.
 *
 * @param changeOf the change of some parts only
 */
export function partsSettled<Part>(
  {undo, isUndo}: Sent,
  parts: readonly Part[],
  isDone: (part: Part) => boolean,
  changeOf: (done: readonly Part[]) => Change,
  undoOf: (done: readonly Part[]) => Change | undefined,
  nameOf: (part: Part) => string,
): Settled {
  const done = parts.filter(isDone);
  if (done.length < (isUndo ? parts.length : Math.min(parts.length, 1))) return 'not-made';
  const left = notDone(parts.filter(part => !isDone(part)).map(nameOf));
  return {undo: undo && undoOf(done), goTo: undefined, left, ...partOf(parts, done, changeOf)};
}
