import type {ProjectFacts} from '../facts/facts.ts';
import {problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {Group, Member} from '../gitlab/model.ts';
import type {Problem} from '../gitlab/problem.ts';
import type {Move} from './change.ts';
import {orNone, projectAtPath} from './customer-group.ts';

/** What a move will do. */
export interface MovePlan {
  /** The customer group, where there is one already. */
  readonly group: Group | undefined;
  /** Path of the project that has the group's path already. */
  readonly taken: string | undefined;
  /** Who loses access because it came from the groups above the project, and who keeps it, or why that could not be read. */
  readonly losing:
    | {readonly state: 'known'; readonly people: readonly Member[]; readonly keeping: readonly Member[]}
    | {readonly state: 'failed'; readonly problem: Problem};
}

async function losing(gitlab: GitLab, project: ProjectFacts['project'], target: string): Promise<MovePlan['losing']> {
  try {
    const [direct, before, after] = await Promise.all([
      gitlab.members(project.id),
      gitlab.everybody(project.id),
      gitlab.groupEverybody(target),
    ]);
    const staying = new Set([...direct, ...after].map(member => member.id));
    return {
      state: 'known',
      people: before.filter(member => !staying.has(member.id)),
      keeping: before.filter(member => staying.has(member.id)),
    };
  } catch (error) {
    return {state: 'failed', problem: problemOf(error)};
  }
}

/**
 * Looks at what a move will do, without doing anything.
 *
 * @throws GitLabError where it cannot be told whether the customer group exists
 */
export async function planMove(gitlab: GitLab, project: ProjectFacts['project'], move: Move): Promise<MovePlan> {
  const target = `${move.segment}/${move.group.path}`;
  const group = await orNone(gitlab.group(target));
  const [taken, people] = await Promise.all([
    group === undefined ? projectAtPath(gitlab, target) : undefined,
    losing(gitlab, project, group?.path ?? move.segment),
  ]);
  return {group, taken, losing: people};
}
