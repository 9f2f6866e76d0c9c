import type {Change} from '../changes/change.ts';
import type {Outcome} from '../changes/outcome.ts';
import type {Said} from '../texts/said.ts';
import type {Executor, Sent, Settled} from './executor.ts';
import {executors} from './executors.ts';
import {assertSignedIn, type Means, unwatched, type Watch} from './means.ts';

function executorOf<Of extends Change>(change: Of): Executor<Of> {
  // The compiler does not see that a change and its executor stay together.
  return executors[change.kind] as unknown as Executor<Of>;
}

/**
 * Makes a change. Before anything is written to GitLab, the signed-in user must still be the one for whom the page was made,
 * and what is there must still be what the user was shown.
 *
 * @param watch follows and stops changes of many parts
 * @throws GitLabError `conflict` where something else is there now, `other-user` where another user is signed in, and all
 *   others as the door gives them
 */
export async function applyChange(means: Means, change: Change, watch: Watch = unwatched): Promise<Outcome> {
  const {make, isOurs} = executorOf(change);
  if (!isOurs) await Promise.all([assertSignedIn(means), means.gitlab.ready()]);
  return make(means, change, watch);
}

/**
 * Looks what became of a change that was sent, without changing anything. What somebody else sees, who signed in meanwhile, tells
 * nothing of it.
 *
 * @throws GitLabError where the look fails, `other-user` where another user is signed in
 */
export async function settle(means: Means, change: Change, sent: Sent): Promise<Settled> {
  const settled = await executorOf(change).settle(means, change, sent);
  if (settled !== undefined) await assertSignedIn(means);
  return settled;
}

/**
 * Looks what of a change may be there although it was not made, one sentence each.
 *
 * @throws GitLabError where the look fails, `other-user` where another user is signed in
 */
export async function remainsOf(means: Means, change: Change): Promise<readonly Said[]> {
  const {remains} = executorOf(change);
  if (remains === undefined) return [];
  const [left] = await Promise.all([remains(means, change), assertSignedIn(means)]);
  return left;
}
