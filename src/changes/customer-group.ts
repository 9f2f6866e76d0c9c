import {GitLabError} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {orNone} from '../gitlab/missing.ts';
import {type Group, type Project, roleNames} from '../gitlab/model.ts';
import {assertSignedIn, type Hands, type Making, make, onceThere} from './outcome.ts';

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

/** Why a group cannot be made under a path that a project has, as a sentence. */
export function takenFault(path: string): string {
  return `The path ${path} is a project’s already, so no group can have it. Choose another path.`;
}

/** Why a group that is there cannot be the customer's, as a sentence; undefined where it can. */
export function groupFault({path, isGoing}: Group): string | undefined {
  return isGoing ? `The group ${path} is archived or waits for its deletion.` : undefined;
}

/** Maintainer: GitLab's usual role for making groups in a group. */
const roleForGroups = 40;

/**
 * Why the user cannot make a group in a segment, as a sentence; undefined where nothing speaks against it.
 *
 * @param role GitLab's number of the user's role in the segment; undefined where GitLab tells of none
 */
export function groupRoleFault(segment: string, role: number | undefined): string | undefined {
  if (role !== undefined && role >= roleForGroups) return undefined;
  const own = role === undefined ? 'you have none there' : `yours is ${roleNames[role] ?? role}`;
  return `It takes the role Maintainer in ${segment} to make a group there, and ${own}. Ask one of its owners to make it, or for the role.`;
}

/**
 * Makes the customer's private group, or takes the one that is there.
 *
 * @param takesGroup whether the user agreed to take one that exists
 * @returns whether it was made by this run
 * @throws GitLabError `conflict` where there is one that the user did not agree to take
 */
export async function makeGroup(
  hands: Hands,
  customer: CustomerGroup,
  takesGroup: boolean,
  making: Making,
): Promise<boolean> {
  const {gitlab} = hands;
  const [known] = await Promise.all([findGroup(gitlab, customer), assertSignedIn(hands)]);
  if (known !== undefined) {
    const fault = groupFault(known);
    if (fault !== undefined) throw new GitLabError('conflict', fault);
    if (!takesGroup && !making.wasSent) throw new GitLabError('conflict', `The group ${known.path} is there by now.`);
    return making.wasSent;
  }
  const parent = await gitlab.group(customer.segment);
  const {id} = await make(making, () => gitlab.createSubgroup(parent.id, customer.name, customer.path));
  await onceThere(hands, () => gitlab.group(id));
  return true;
}

/**
 * Deletes a group that was made for a customer, unless something is in it.
 *
 * @returns what is still there, one sentence each. Throws GitLabError.
 */
export async function removeEmptyGroup(hands: Hands, customer: CustomerGroup): Promise<readonly string[]> {
  const {gitlab} = hands;
  const [group] = await Promise.all([findGroup(gitlab, customer), assertSignedIn(hands)]);
  if (group === undefined || group.isGoing) return [];
  if (!(await gitlab.isEmptyGroup(group.id))) {
    return [`The group ${group.path} stays, because something is in it.`];
  }
  await gitlab.deleteGroup(group.id);
  return [];
}
