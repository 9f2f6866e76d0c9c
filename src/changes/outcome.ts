import type {WritableNotebook} from '../facts/record.ts';
import {GitLabError} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {User} from '../gitlab/model.ts';
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
