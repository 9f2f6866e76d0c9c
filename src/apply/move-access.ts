import type {Gain} from '../changes/change.ts';
import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {Member} from '../gitlab/model/model.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import {withUsername} from '../gitlab/model/words.ts';
import {inTurn, said} from '../texts/said.ts';

/** Somebody who gains access by a move, with the role that comes of it. */
export interface Gaining extends Member {
  /** The role that they have now, as GitLab's number; undefined where they have no access. */
  readonly levelNow: number | undefined;
}

/** Who has access before and after a move, as far as it comes from the groups above the project. */
interface Access {
  readonly state: 'known';
  readonly losing: readonly Member[];
  readonly keeping: readonly Member[];
  /** Those who have none now, or a lower role. */
  readonly gaining: readonly Gaining[];
}

/** Somebody more gains access by a move, or a higher role, than the user was shown. */
export class MoreGain extends GitLabError {
  constructor(people: readonly string[]) {
    super('conflict', said('apply.moreGainAccess', people));
  }
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
    const levels = new Map<number, number>();
    for (const {id, accessLevel} of [...before, ...direct]) levels.set(id, Math.max(accessLevel, levels.get(id) ?? 0));
    const gaining = after
      .map(member => ({...member, levelNow: levels.get(member.id)}))
      .filter(({accessLevel, levelNow}) => accessLevel > (levelNow ?? 0));
    const gains = new Set(gaining.map(({id}) => id));
    return {
      state: 'known',
      losing: before.filter(({id}) => !staying.has(id)),
      keeping: before.filter(({id}) => staying.has(id) && !gains.has(id)),
      gaining,
    };
  } catch (error) {
    return {state: 'failed', problem: problemOf(error)};
  }
}

/** What is kept of those who were shown to gain access; undefined where that could not be read. */
export function gainsOf(access: MoveAccess): Gain[] | undefined {
  if (access.state === 'failed') return undefined;
  return access.gaining.map(({id, accessLevel}) => ({id, level: accessLevel}));
}

/**
 * Makes sure that nobody gains access by a move, or a higher role, of whom that was not shown. The user who moves it knows, and becomes
 * the owner of a group that is made for it.
 *
 * @param target as {@link accessAfter} takes it
 * @param shown those who were shown, with the roles that come of it
 * @throws MoreGain with the others' names
 * @throws GitLabError with why it could not be told; nothing is moved then
 */
export async function assertGains(
  gitlab: GitLab,
  projectId: number,
  target: number | string,
  shown: readonly Gain[],
  userId: number,
): Promise<void> {
  const access = await accessAfter(gitlab, projectId, target);
  if (access.state === 'failed') {
    const {kind, words} = access.problem;
    throw new GitLabError(kind === 'not-kept' ? 'unavailable' : kind, inTurn(said('apply.accessNotTold'), words));
  }
  const levels = new Map(shown.map(({id, level}) => [id, level]));
  const others = access.gaining.filter(({id, accessLevel}) => id !== userId && accessLevel > (levels.get(id) ?? 0));
  if (others.length > 0) throw new MoreGain(others.map(withUsername));
}
