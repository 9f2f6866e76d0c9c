import type {ShownGroup} from '../changes/change.ts';
import {GitLabError} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {orNone} from '../gitlab/missing.ts';
import {type Group, type Project, roleNames} from '../gitlab/model/model.ts';
import {isDoomed} from '../gitlab/model/names.ts';
import {isSince, type Making, make, type Trace} from './making.ts';
import {assertSignedIn, type Means, onceThere} from './means.ts';

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
  readonly words: string;
  readonly advice: string;
}

/** A fault as one text. */
export function faultWords({words, advice}: Fault): string {
  return `${words} ${advice}`;
}

/** Why a group cannot be made under a path that a project has. */
export function takenFault(path: string): Fault {
  return {words: `The path ${path} is a project’s already, so no group can have it.`, advice: 'Choose another path.'};
}

/** Why a group that is there cannot be the customer's, as a sentence; undefined where it can. */
export function groupFault({path, isGoing, markedForDeletionOn}: Group): string | undefined {
  if (!isGoing) return undefined;
  if (markedForDeletionOn !== undefined)
    return `The group ${path} is scheduled for deletion since ${markedForDeletionOn}.`;
  return isDoomed(path) ? `The group ${path} is scheduled for deletion.` : `The group ${path} is archived.`;
}

/** Maintainer: GitLab's usual role for making groups in a group. */
const roleForGroups = 40;

/**
 * Why the user cannot make a group in a segment; undefined where nothing speaks against it.
 *
 * @param role GitLab's number of the user's role in the segment; undefined where GitLab tells of none
 */
export function groupRoleFault(segment: string, role: number | undefined): Fault | undefined {
  if (role !== undefined && role >= roleForGroups) return undefined;
  const own = role === undefined ? 'you have none there' : `yours is ${roleNames[role] ?? role}`;
  return {
    words: `It takes the role Maintainer in ${segment} to make a group there, and ${own}.`,
    advice: 'Ask one of its owners to make it, or for the role.',
  };
}

/** The end of a try: a group is there that the user has to look at before it is used. */
export class GroupThere extends GitLabError {
  readonly group: Group;

  constructor(group: Group, words: string) {
    super('conflict', words, 0, {advice: 'Nothing was moved. Look at what will happen now, then try again.'});
    this.group = group;
  }
}

/**
 * In what a group is another one than the user was shown, as a sentence; undefined where it is as it was shown.
 *
 * @param group the one that is there now
 */
export function otherThanShown({id, path, visibility}: Group, shown: ShownGroup): string | undefined {
  if (id !== shown.id) return `The group ${path} is another one by now.`;
  if (visibility !== shown.visibility) return `The group ${path} is ${visibility} by now; it was ${shown.visibility}.`;
  return undefined;
}

/** Why a group is not taken although nobody agreed to take it. */
function unexpected({path, createdAt}: Group, {madeId, wasSent, sentAt}: Trace): string {
  if (madeId !== undefined) return `The group ${path} is another one by now: it is not the one that was made here.`;
  if (!wasSent) return `A group with the path ${path} was created in the meantime.`;
  if (sentAt !== undefined && !isSince(createdAt, sentAt))
    return `The group ${path} was there before, and was not made here.`;
  return `GitLab did not answer whether it made the group ${path}. It is there now, and GitLab does not tell who made it.`;
}

function unusable(fault: string, what: 'path' | 'segment'): GitLabError {
  return new GitLabError('conflict', fault, 0, {
    advice: `Nothing was changed. Go back to the form and choose another ${what}.`,
  });
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
    if (fault !== undefined) throw unusable(fault, 'path');
    if (known.id === making.madeId) return true;
    const other = taken === undefined ? unexpected(known, making) : otherThanShown(known, taken);
    if (other !== undefined) throw new GroupThere(known, other);
    return false;
  }
  const path = `${customer.segment}/${customer.path}`;
  if (taken !== undefined) throw new GitLabError('conflict', `The group ${path} is not there any more.`);
  const parent = await gitlab.group(customer.segment);
  const fault = groupFault(parent);
  if (fault !== undefined) throw unusable(fault, 'segment');
  const id = await make(gitlab, making, async () => {
    const group = await gitlab.createSubgroup(parent.id, customer.name, customer.path);
    return group.id;
  });
  await onceThere(means, () => gitlab.group(id));
  return true;
}

/** What is said of a group that may have been made here: GitLab never tells who made one, so it is not deleted. */
export function untold({path, createdAt}: Group, {wasSent, sentAt}: Trace): readonly string[] {
  if (!wasSent || (sentAt !== undefined && !isSince(createdAt, sentAt))) return [];
  return [
    `The group ${path} stays: GitLab does not tell whether it was made here. If nobody needs it, delete it in GitLab.`,
  ];
}

/** Whether a group waits for its deletion, by itself or with one above it. */
export function isDeleted({path, markedForDeletionOn}: Group): boolean {
  return markedForDeletionOn !== undefined || isDoomed(path);
}

/** Why a group that was made here is not deleted, as a sentence; undefined where nothing but its content can speak against it. */
function keptFault(group: Group, path: string): string | undefined {
  if (ifAt(group, path) === undefined) return `The group ${group.path} stays, because it was moved or renamed.`;
  return groupFault(group) && `The group ${path} stays, because it is archived.`;
}

/**
 * Deletes a group that was made here, unless something is in it, or somebody gave it another place.
 *
 * @param made its id and its full path as it was made
 * @param gone id of a project that was just moved out of it, and may be listed in it for some seconds still
 * @returns what is still there, one sentence each. Throws GitLabError.
 */
export async function removeGroup(
  means: Pick<Means, 'gitlab' | 'pause'>,
  made: {readonly id: number; readonly path: string},
  gone?: number,
): Promise<readonly string[]> {
  const {gitlab} = means;
  const group = await orNone(gitlab.group(made.id));
  if (group === undefined || isDeleted(group)) return [];
  const fault = keptFault(group, made.path);
  if (fault !== undefined) return [fault];
  const {projectCount, subgroupCount} = await onceThere(
    means,
    () => gitlab.groupContents(group.id),
    ({projects}) => !projects.some(({id}) => id === gone),
  );
  if (projectCount + subgroupCount > 0) return [`The group ${group.path} stays, because something is in it by now.`];
  await gitlab.deleteGroup(group.id);
  return [];
}

/**
 * Deletes the group that was made for a customer; one of which GitLab does not tell whether it was made here stays, and is told.
 *
 * @returns what is still there, one sentence each. Throws GitLabError.
 */
export async function removeMadeGroup(means: Means, customer: CustomerGroup, trace: Trace): Promise<readonly string[]> {
  await assertSignedIn(means);
  const path = `${customer.segment}/${customer.path}`;
  if (trace.madeId !== undefined) return removeGroup(means, {id: trace.madeId, path});
  const group = await groupAt(means.gitlab, path);
  return group === undefined || isDeleted(group) ? [] : untold(group, trace);
}
