import type {WritableNotebook} from '../facts/record.ts';
import {GitLabError} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {User} from '../gitlab/model.ts';
import {assertSameUser} from '../gitlab/same-user.ts';
import type {Change} from './change.ts';

/** What came of a change: how it is undone, and where the page has to go because its address is another one now. */
export interface Outcome {
  readonly undo: Change | undefined;
  readonly goTo: string | undefined;
  /** What did not work although the rest did, one sentence each. */
  readonly left?: readonly string[];
}

/** A change that was not needed, or that cannot be undone. */
export const nothing: Outcome = {undo: undefined, goTo: undefined};

/** What changes are made with. */
export interface Hands {
  readonly gitlab: GitLab;
  readonly notebook: WritableNotebook;
  /** The user for whom the page was made. */
  readonly pageUser: () => Promise<User>;
  /** Resolves after that many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** How a change of many parts is followed and stopped. */
export interface Watch {
  readonly onProgress: (done: number, all: number) => void;
  readonly isStopped: () => boolean;
}

/** The refusal to write over something that is not what the user was shown. */
export function changedMeanwhile(what: string): GitLabError {
  return new GitLabError('conflict', `${what} was changed in the meantime.`);
}

/** The end of a change that the user stopped, although GitLab goes on with it. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** How something that is made once is kept track of, so that a page that is left in the middle neither makes a second one nor takes somebody else's. */
export interface Making {
  /** Whether an earlier try sent the request, and how that ended is not known. */
  readonly wasSent: boolean;
  /** Keeps that the request is on its way, or that GitLab refused it. */
  readonly sending: (isUnderWay: boolean) => Promise<void>;
}

/** Whether what was asked for may have happened all the same: no answer came, or none that GitLab gave on purpose. */
export function isUnclear(error: unknown): boolean {
  return !(error instanceof GitLabError) || error.kind === 'offline' || error.kind === 'unavailable';
}

/** Sends a request that makes something; before that, it is kept that it was sent. */
export async function make<T>({sending}: Making, request: () => Promise<T>): Promise<T> {
  await sending(true);
  try {
    return await request();
  } catch (error) {
    if (!isUnclear(error)) await sending(false);
    throw error;
  }
}

/**
 * Makes sure that the signed-in user is still the one for whom the page was made.
 *
 * @throws GitLabError `signed-out` where nobody is, or somebody else
 */
export async function assertSignedIn({gitlab, pageUser}: Hands): Promise<void> {
  const [now, page] = await Promise.all([gitlab.user(), pageUser()]);
  assertSameUser(now, page);
}
