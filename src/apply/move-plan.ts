import type {MoveWish, ShownGroup} from '../changes/change.ts';
import type {ProjectFacts} from '../facts/facts.ts';
import {GitLabError} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {Group} from '../gitlab/model/model.ts';
import {isDoomed} from '../gitlab/model/names.ts';
import {inTurn, type Said, said} from '../texts/said.ts';
import {
  type Fault,
  faultWords,
  GroupThere,
  groupAt,
  groupFault,
  groupRoleFault,
  otherThanShown,
  projectAt,
  projectAtPath,
  takenFault,
} from './customer-group.ts';
import {accessAfter, type MoveAccess} from './move-access.ts';

type Project = ProjectFacts['project'];

/** What a move will do. */
export interface MovePlan {
  /** The customer group, where there is one already. */
  readonly group: Group | undefined;
  /** Why GitLab would refuse the move, or it would do harm, as a sentence with what to do; undefined where nothing speaks against it. */
  readonly fault: Said | undefined;
  /** Who loses, keeps and gains access, or why that could not be read. */
  readonly access: MoveAccess;
}

/** What stands where a project is to be moved: the customer group, or the segment's, in which it is to be made. */
type MoveTarget = ({readonly group: Group} | {readonly group: undefined; readonly parent: Group}) & {
  readonly fault: Fault | undefined;
};

/** Maintainer: GitLab's role for moving projects into a group. Source: GitLab's `config/authz/roles/maintainer.yml`. */
const roleForMoves = 40;

/** Another project of the same path or name in a group: with one, GitLab refuses the move. */
async function inTheWay(gitlab: GitLab, project: Project, group: Group): Promise<string | undefined> {
  const [samePath, sameName] = await Promise.all([
    projectAt(gitlab, `${group.path}/${project.path.split('/').at(-1)}`),
    gitlab.groupProjects(group.path, {search: project.name}),
  ]);
  const others = sameName.items.filter(
    ({name, path}) => name === project.name && path.slice(0, path.lastIndexOf('/')) === group.path,
  );
  return [...(samePath ? [samePath] : []), ...others].find(({id}) => id !== project.id)?.path;
}

/**
 * Looks why a project cannot be moved into a group that is there.
 *
 * @param userId the user's, who moves it
 * @returns undefined where nothing speaks against it. Throws GitLabError.
 */
export async function faultIn(
  gitlab: GitLab,
  project: Project,
  group: Group,
  userId: number,
): Promise<Fault | undefined> {
  const unusable = groupFault(group);
  if (unusable !== undefined) return {words: unusable, advice: said('apply.choosePath')};
  const [role, other] = await Promise.all([
    gitlab.groupAccessLevel(group.id, userId),
    inTheWay(gitlab, project, group),
  ]);
  if (role === undefined || role < roleForMoves) {
    return {
      words:
        role === undefined ? said('apply.noRoleToMove', group.path) : said('apply.lowRoleToMove', group.path, role),
      advice: said('apply.askOwnersToMove'),
    };
  }
  if (other === undefined) return undefined;
  return {words: said('apply.projectInTheWay', other), advice: said('apply.renameOrChooseGroup')};
}

/** The same where the group is to be made. */
async function faultOfNew(
  gitlab: GitLab,
  parent: Group,
  {segment, path}: {readonly segment: string; readonly path: string},
  userId: number,
): Promise<Fault | undefined> {
  const target = `${segment}/${path}`;
  const unusable = groupFault(parent);
  if (unusable !== undefined) return {words: unusable, advice: said('apply.chooseSegment')};
  if (isDoomed(target)) return {words: said('apply.pathOfDoomed', path), advice: said('apply.choosePath')};
  const [role, taken] = await Promise.all([gitlab.groupAccessLevel(parent.id, userId), projectAtPath(gitlab, target)]);
  return taken === undefined ? groupRoleFault(segment, role) : takenFault(taken);
}

/**
 * Looks at what stands where a project is to be moved, and what speaks against it: before it is shown, and again before it is done.
 *
 * @param userId the user's, who moves it
 * @throws GitLabError where that cannot be told
 */
export async function lookAtTarget(
  gitlab: GitLab,
  project: Project,
  {segment, group: {path}}: Pick<MoveWish, 'segment' | 'group'>,
  userId: number,
): Promise<MoveTarget> {
  const group = await groupAt(gitlab, `${segment}/${path}`);
  if (group !== undefined) return {group, fault: await faultIn(gitlab, project, group, userId)};
  const parent = await gitlab.group(segment);
  return {group, parent, fault: await faultOfNew(gitlab, parent, {segment, path}, userId)};
}

/**
 * Makes sure that a project is moved into what was shown.
 *
 * @param shown the group that was there; null where there was none
 * @throws GroupThere where another group is there, or the same one with another visibility
 * @throws GitLabError `conflict` where it is not there any more, or something speaks against the move by now
 */
export function assertAsShown(
  {group, fault}: MoveTarget,
  {segment, group: {path}}: Pick<MoveWish, 'segment' | 'group'>,
  shown: ShownGroup | null,
): void {
  if (fault !== undefined) {
    throw new GitLabError('conflict', fault.words, 0, {advice: inTurn(said('apply.nothingMoved'), fault.advice)});
  }
  if (group === undefined) {
    if (shown === null) return;
    throw new GitLabError('conflict', said('apply.groupNotThere', `${segment}/${path}`));
  }
  const other =
    shown === null
      ? said('apply.groupMadeMeanwhileVisible', group.path, said(`changes.visibility ${group.visibility}`))
      : otherThanShown(group, shown);
  if (other !== undefined) throw new GroupThere(group, other);
}

/**
 * Looks at what a move will do, without doing anything.
 *
 * @param userId the user's, who moves it
 * @throws GitLabError where it cannot be told what stands at the target
 */
export async function planMove(gitlab: GitLab, project: Project, wish: MoveWish, userId: number): Promise<MovePlan> {
  const {group, fault} = await lookAtTarget(gitlab, project, wish, userId);
  return {
    group,
    fault: fault && faultWords(fault),
    access: await accessAfter(gitlab, project.id, group?.path ?? wish.segment),
  };
}
