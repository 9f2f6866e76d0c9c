import type {ShownGroup} from '../changes/change.ts';
import {GitLabError} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {orNone} from '../gitlab/missing.ts';
import {type Group, maintainer, type Project} from '../gitlab/model/model.ts';
import {isDoomed} from '../gitlab/model/names.ts';
import {inTurn, type Said, said} from '../texts/said.ts';
import {isSince, type Making, make, type Trace} from './making.ts';
import {assertSignedIn, isUnclear, type Means, onceThere, withWords} from './means.ts';

/** A customer's group that is to be made, or is there. */
export interface CustomerGroup {
  readonly name: string;
  /** Full path of the segment. */
  readonly segment: string;
  /** The group's path below the segment. */
  readonly path: string;
}

/** What lies at a path. GitLab leads on from an old path, to what was moved, renamed, or renamed because it is deleted. */
function ifAt<T extends {readonly path: string}>(found: T | undefined, path: string): T | undefined {
  return found?.path.toLowerCase() === path.toLowerCase() ? found : undefined;
}

/** The group that lies at a full path; one that was led on to is none. Throws GitLabError. */
export async function groupAt(gitlab: GitLab, path: string): Promise<Group | undefined> {
  return ifAt(await orNone(gitlab.group(path)), path);
}

/** The project that lies at a full path; one that was led on to, or that waits for its deletion, is none. Throws GitLabError. */
export async function projectAt(gitlab: GitLab, path: string): Promise<Project | undefined> {
  const found = ifAt(await orNone(gitlab.project(path)), path);
  return found?.markedForDeletionOn === undefined ? found : undefined;
}

/** The customer's group, where there is one. Throws GitLabError. */
export function findGroup(gitlab: GitLab, {segment, path}: CustomerGroup): Promise<Group | undefined> {
  return groupAt(gitlab, `${segment}/${path}`);
}

/**
 * The path of the project that has a group's path, so that no such group can be made: GitLab has one set of paths for both. An old
 * address that leads to a project elsewhere is free. Throws GitLabError.
 */
export async function projectAtPath(gitlab: GitLab, path: string): Promise<string | undefined> {
  return ifAt(await orNone(gitlab.project(path)), path)?.path;
}

/** Why something cannot be done, and what to do, each as a sentence. */
export interface Fault {
  readonly words: Said;
  readonly advice: Said;
}

/** A fault as one text. */
export function faultWords({words, advice}: Fault): Said {
  return inTurn(words, advice);
}

/** Why a group cannot be made under a path that a project has. */
export function takenFault(path: string): Fault {
  return {words: said('apply.pathTaken', path), advice: said('apply.choosePath')};
}

/** Why a group that is there cannot be the customer's, as a sentence; undefined where it can. */
export function groupFault({path, isGoing, markedForDeletionOn}: Group): Said | undefined {
  if (!isGoing) return undefined;
  if (markedForDeletionOn !== undefined) return said('apply.groupDeletedSince', path, markedForDeletionOn);
  return said(isDoomed(path) ? 'apply.groupDeleted' : 'apply.groupArchived', path);
}

/**
 * Why the user cannot make a group in a segment; undefined where nothing speaks against it.
 *
 * @param role GitLab's number of the user's role in the segment; undefined where GitLab tells of none
 */
export function groupRoleFault(segment: string, role: number | undefined): Fault | undefined {
  if (role !== undefined && role >= maintainer) return undefined;
  return {
    words:
      role === undefined ? said('apply.noRoleToMakeGroup', segment) : said('apply.lowRoleToMakeGroup', segment, role),
    advice: said('apply.askOwnersToMakeGroup'),
  };
}

/** The end of a try: a group is there that the user has to look at before it is used. */
export class GroupThere extends GitLabError {
  readonly group: Group;

  constructor(group: Group, words: Said) {
    super('conflict', words, 0, {advice: said('apply.lookBeforeMove')});
    this.group = group;
  }
}

/**
 * In what a group is another one than the user was shown, as a sentence; undefined where it is as it was shown.
 *
 * @param group the one that is there now
 */
export function otherThanShown({id, path, visibility}: Group, shown: ShownGroup): Said | undefined {
  if (id !== shown.id) return said('apply.groupIsAnother', path);
  if (visibility === shown.visibility) return undefined;
  const [now, before] = [said(`changes.visibility ${visibility}`), said(`changes.visibility ${shown.visibility}`)];
  return said('apply.groupVisibilityIsAnother', path, now, before);
}

/** Why a group is not taken although nobody agreed to take it. */
function unexpected({path, createdAt}: Group, {madeId, wasSent, sentAt}: Trace): Said {
  if (madeId !== undefined) return said('apply.groupNotMadeHere', path);
  if (!wasSent) return said('apply.groupMadeMeanwhile', path);
  if (sentAt !== undefined && !isSince(createdAt, sentAt)) return said('apply.groupThereBefore', path);
  return said('apply.groupOfUnknownMaker', path);
}

function unusable(fault: Said, advice: Said): GitLabError {
  return new GitLabError('conflict', fault, 0, {advice});
}

/**
 * Has GitLab make a customer's private group. Nothing else makes one.
 *
 * @throws GitLabError which says that the group may be there where the answer was lost
 */
export async function createGroup(
  gitlab: GitLab,
  segment: Group,
  {name, path}: Pick<CustomerGroup, 'name' | 'path'>,
): Promise<Group> {
  try {
    return await gitlab.createSubgroup(segment.id, name, path);
  } catch (error) {
    throw isUnclear(error) ? withWords(error, said('apply.groupMayBeThere', `${segment.path}/${path}`)) : error;
  }
}

/**
 * Makes the customer's private group, or takes the one that is there.
 *
 * @param taken the group that is there and that the user agreed to take, as it was shown
 * @returns whether it was made here
 * @throws GroupThere where there is one that the user did not agree to take
 * @throws GitLabError `conflict` where it cannot be used, or is not there any more
 */
export async function makeGroup(
  means: Means,
  customer: CustomerGroup,
  taken: ShownGroup | undefined,
  making: Making,
): Promise<boolean> {
  const {gitlab} = means;
  const [known] = await Promise.all([findGroup(gitlab, customer), assertSignedIn(means)]);
  if (known !== undefined) {
    const fault = groupFault(known);
    if (fault !== undefined) throw unusable(fault, said('apply.choosePathInForm'));
    if (known.id === making.madeId) return true;
    const other = taken === undefined ? unexpected(known, making) : otherThanShown(known, taken);
    if (other !== undefined) throw new GroupThere(known, other);
    return false;
  }
  const path = `${customer.segment}/${customer.path}`;
  if (taken !== undefined) throw new GitLabError('conflict', said('apply.groupNotThere', path));
  const parent = await gitlab.group(customer.segment);
  const fault = groupFault(parent);
  if (fault !== undefined) throw unusable(fault, said('apply.chooseSegmentInForm'));
  const id = await make(gitlab, making, async () => (await createGroup(gitlab, parent, customer)).id);
  await onceThere(means, () => gitlab.group(id));
  return true;
}

/** What is said of a group that may have been made here: GitLab never tells who made one, so it is not deleted. */
function untold({path, createdAt}: Group, {wasSent, sentAt}: Trace): readonly Said[] {
  if (!wasSent || (sentAt !== undefined && !isSince(createdAt, sentAt))) return [];
  return [said('apply.groupStaysUntold', path)];
}

/** Whether a group waits for its deletion, by itself or with one above it. */
function isDeleted({path, markedForDeletionOn}: Group): boolean {
  return markedForDeletionOn !== undefined || isDoomed(path);
}

/** Why a group that was made here is not deleted, as a sentence; undefined where nothing but its content can speak against it. */
function keptFault(group: Group, path: string): Said | undefined {
  if (ifAt(group, path) === undefined) return said('apply.groupStaysMoved', group.path);
  return groupFault(group) && said('apply.groupStaysArchived', path);
}

/** Projects that do not keep a group from being deleted, by their ids. */
interface NoMatter {
  /** It was just moved out of the group, and may be listed in it for some seconds still. */
  readonly movedOut?: number | undefined;
  /** It was made here too, and goes with the group. */
  readonly goesToo?: number | undefined;
}

/** Whether nothing is in a group but what goes with it, and what waits for its deletion. */
async function isEmpty(means: Pick<Means, 'gitlab' | 'pause'>, groupId: number, noMatter: NoMatter): Promise<boolean> {
  const {projects, projectCount, subgroupCount} = await onceThere(
    means,
    () => means.gitlab.groupContents(groupId),
    content => !content.projects.some(({id}) => id === noMatter.movedOut),
  );
  const others = projects.filter(({id, path}) => id !== noMatter.goesToo && !isDoomed(path));
  return others.length === 0 && projects.length === projectCount && subgroupCount === 0;
}

/**
 * Deletes a group that was made here, unless something is in it, or somebody gave it another place. Nothing else deletes one.
 *
 * @param made its id and its full path as it was made
 * @returns what is still there, one sentence each. Throws GitLabError.
 */
export async function removeGroup(
  means: Pick<Means, 'gitlab' | 'pause'>,
  made: {readonly id: number; readonly path: string},
  noMatter: NoMatter = {},
): Promise<readonly Said[]> {
  const {gitlab} = means;
  const group = await orNone(gitlab.group(made.id));
  if (group === undefined || isDeleted(group)) return [];
  const fault = keptFault(group, made.path);
  if (fault !== undefined) return [fault];
  if (!(await isEmpty(means, group.id, noMatter))) {
    const words = noMatter.goesToo === undefined ? 'apply.groupStaysFilled' : 'apply.groupStaysWithOthers';
    return [said(words, group.path)];
  }
  await gitlab.deleteGroup(group.id);
  return [];
}

/**
 * Deletes the group that was made for a customer; one of which GitLab does not tell whether it was made here stays, and is told.
 *
 * @returns what is still there, one sentence each. Throws GitLabError.
 */
export async function removeMadeGroup(
  means: Means,
  customer: CustomerGroup,
  trace: Trace,
  noMatter?: NoMatter,
): Promise<readonly Said[]> {
  await assertSignedIn(means);
  const path = `${customer.segment}/${customer.path}`;
  if (trace.madeId !== undefined) return removeGroup(means, {id: trace.madeId, path}, noMatter);
  const group = await groupAt(means.gitlab, path);
  return group === undefined || isDeleted(group) ? [] : untold(group, trace);
}
