import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {Member} from '../gitlab/model/model.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import {withUsername} from '../gitlab/model/words.ts';
import {inTurn, said} from '../texts/said.ts';

/** Who has access before and after a move, as far as it comes from the groups above the project. */
interface Access {
  readonly state: 'known';
  readonly losing: readonly Member[];
  readonly keeping: readonly Member[];
  readonly gaining: readonly Member[];
}

/** Who loses, keeps and gains access with a move, or why that could not be read. */
export type MoveAccess = Access | {readonly state: 'failed'; readonly problem: Problem};

/**
 * Looks who has access to a project before and after a move.
 *
 * @param target the group that it moves to, or the one above it where that is to be made: its id or full path
 */
export async function accessAfter(gitlab: GitLab, projectId: number, target: number | string): Promise<MoveAccess> {
  try {
    const [direct, before, after] = await Promise.all([
      gitlab.members(projectId),
      gitlab.everybody(projectId),
      gitlab.groupEverybody(target),
    ]);
    const staying = new Set([...direct, ...after].map(({id}) => id));
    const there = new Set(before.map(({id}) => id));
    return {
      state: 'known',
      losing: before.filter(({id}) => !staying.has(id)),
      keeping: before.filter(({id}) => staying.has(id)),
      gaining: after.filter(({id}) => !there.has(id)),
    };
  } catch (error) {
    return {state: 'failed', problem: problemOf(error)};
  }
}

/**
 * Makes sure that nobody gains access by a move of whom that was not shown.
 *
 * @param target as {@link accessAfter} takes it
 * @param shown ids of the users who were shown
 * @throws GitLabError `conflict` with the others' names, or why it could not be told; nothing is moved then
 */
export async function assertGains(
  gitlab: GitLab,
  projectId: number,
  target: number | string,
  shown: readonly number[],
): Promise<void> {
  const access = await accessAfter(gitlab, projectId, target);
  if (access.state === 'failed') {
    const {kind, words} = access.problem;
    throw new GitLabError(kind === 'not-kept' ? 'unavailable' : kind, inTurn(said('apply.accessNotTold'), words));
  }
  const others = access.gaining.filter(({id}) => !shown.includes(id));
  if (others.length > 0) throw new GitLabError('conflict', said('apply.moreGainAccess', others.map(withUsername)));
}
