import type {ProjectFacts} from '../facts/facts.ts';
import {problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {Group, Member} from '../gitlab/model.ts';
import type {Problem} from '../gitlab/problem.ts';
import type {Move} from './change.ts';
import {groupAt, groupFault, projectAt} from './customer-group.ts';

/** What a move will do. */
export interface MovePlan {
  /** The customer group, where there is one already. */
  readonly group: Group | undefined;
  /** Why GitLab would refuse the move, as a sentence with what to do; undefined where nothing speaks against it. */
  readonly fault: string | undefined;
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

/** Another project of the same path or name in the customer's group: with one, GitLab refuses the move. */
async function inTheWay(gitlab: GitLab, project: ProjectFacts['project'], group: Group): Promise<string | undefined> {
  const [samePath, sameName] = await Promise.all([
    projectAt(gitlab, `${group.path}/${project.path.split('/').at(-1)}`),
    gitlab.groupProjects(group.path, {search: project.name}),
  ]);
  const others = sameName.items.filter(
    ({name, path}) => name === project.name && path.slice(0, path.lastIndexOf('/')) === group.path,
  );
  return [...(samePath ? [samePath] : []), ...others].find(({id}) => id !== project.id)?.path;
}

async function faultOf(
  gitlab: GitLab,
  project: ProjectFacts['project'],
  group: Group | undefined,
  target: string,
): Promise<string | undefined> {
  if (group === undefined) {
    const taken = await projectAt(gitlab, target);
    return taken && `The path ${taken.path} belongs to a project. Enter another path for the group.`;
  }
  const unusable = groupFault(group);
  if (unusable !== undefined) return `${unusable} Choose another path.`;
  const other = await inTheWay(gitlab, project, group);
  return other && `There is a project ${other} already. Rename one of the two, or choose another group.`;
}

/**
 * Looks at what a move will do, without doing anything.
 *
 * @throws GitLabError where it cannot be told whether the customer group exists
 */
export async function planMove(gitlab: GitLab, project: ProjectFacts['project'], move: Move): Promise<MovePlan> {
  const target = `${move.segment}/${move.group.path}`;
  const group = await groupAt(gitlab, target);
  const [fault, people] = await Promise.all([
    faultOf(gitlab, project, group, target),
    losing(gitlab, project, group?.path ?? move.segment),
  ]);
  return {group, fault, losing: people};
}
