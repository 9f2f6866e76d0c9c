import type {Change} from '../changes/change.ts';
import type {WritableNotebook} from '../facts/record.ts';
import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {User} from '../gitlab/model/model.ts';
import {assertSameUser} from '../gitlab/same-user.ts';
import {inTurn, type Said} from '../texts/said.ts';
import {say} from '../texts/say.ts';

/** What changes are made with. */
export interface Means {
  readonly gitlab: GitLab;
  readonly notebook: WritableNotebook;
  /** The user for whom the page was made. */
  readonly pageUser: () => Promise<User>;
  /** Resolves after that many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** How a change of many parts is followed and stopped. */
export interface Watch {
  /** @param words what it says of itself, where that is more than the numbers */
  readonly onProgress: (done: number, all: number, words?: string) => void;
  readonly isStopped: () => boolean;
  /**
   * Called before the first request that writes, with what takes the change back if all of it goes through. Resolves when that is
   * kept: whatever becomes of the answer, and of this page, the journal knows of it.
   */
  readonly onSending: (undo: Change | undefined) => Promise<void>;
}

/** A change that nobody follows or stops. */
export const unwatched: Watch = {
  onProgress: () => undefined,
  isStopped: () => false,
  onSending: async () => undefined,
};

/**
 * The refusal to write over something that is not what the user was shown.
 *
 * @param words what was changed, as a sentence
 */
export function changedMeanwhile(words: Said): GitLabError {
  return new GitLabError('conflict', words);
}

/** The end of a change that is left to itself: the user stopped it or it takes long, and GitLab goes on with it. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  /** Why, where that is to be told. */
  readonly words: Said | undefined;

  constructor(words?: Said) {
    super(words && say(words));
    this.words = words;
  }
}

/** Milliseconds between the tries of what GitLab does not find although it has just made it. */
const untilThere = [500, 1_000, 2_000, 4_000];

/** GitLab does not find what it made a moment ago: it reads from copies that lag behind. */
function isNotThereYet(error: unknown): boolean {
  return error instanceof GitLabError && error.status === 404;
}

/**
 * Asks GitLab for, or does something to, what it has just made for us, for some seconds: at first it may not find it.
 *
 * @param isThere whether an answer shows it
 */
export async function onceThere<T>(
  {pause}: Pick<Means, 'pause'>,
  request: () => Promise<T>,
  isThere: (answer: T) => boolean = () => true,
): Promise<T> {
  for (const wait of untilThere) {
    try {
      const answer = await request();
      if (isThere(answer)) return answer;
    } catch (error) {
      if (!isNotThereYet(error)) throw error;
    }
    await pause(wait);
  }
  return request();
}

/** Milliseconds after which a value that was set is looked at once more: what is read may lag behind. */
const lag = 1_000;

/**
 * Looks whether what GitLab took without an error is so. A look that fails says nothing, and neither does one through the eyes of
 * somebody else, who signed in meanwhile: that is asked only where it speaks against it.
 *
 * @param stillSo what is wrong, as a sentence; undefined where it is as wanted
 */
export async function notSet(means: Means, stillSo: () => Promise<Said | undefined>): Promise<Said | undefined> {
  const look = () => stillSo().catch(() => undefined);
  if ((await look()) === undefined) return undefined;
  await means.pause(lag);
  const words = await look();
  return words !== undefined && (await isStillSignedIn(means)) ? words : undefined;
}

/** The same for a change of one value. @throws GitLabError where it is not so */
export async function assertSet(means: Means, stillSo: () => Promise<Said | undefined>): Promise<void> {
  const words = await notSet(means, stillSo);
  if (words !== undefined) throw new GitLabError('unavailable', words);
}

/** Whether what was asked for may have happened all the same: no answer came, or none that GitLab gave on purpose. */
export function isUnclear(error: unknown): boolean {
  if (!(error instanceof GitLabError)) return true;
  if (error.kind === 'offline' || error.kind === 'unavailable' || error.kind === 'running') return true;
  return error.status >= 200 && error.status < 300;
}

/**
 * Makes sure that the signed-in user is still the one for whom the page was made.
 *
 * @throws GitLabError `signed-out` where nobody is, `other-user` where somebody else is
 */
export async function assertSignedIn({gitlab, pageUser}: Means): Promise<void> {
  const [now, page] = await Promise.all([gitlab.user(), pageUser()]);
  assertSameUser(now, page);
}

/** Whether the signed-in user is surely still the page's: what was looked at before is what that user sees. */
export async function isStillSignedIn(means: Means): Promise<boolean> {
  return assertSignedIn(means).then(
    () => true,
    () => false,
  );
}

/** An error that says one thing more of what happened. */
export function withWords(error: unknown, more: Said): GitLabError {
  const {kind, words, advice} = problemOf(error);
  const {status, retryAfter} = error instanceof GitLabError ? error : {};
  return new GitLabError(kind === 'not-kept' ? 'unavailable' : kind, inTurn(words, more), status, {retryAfter, advice});
}
