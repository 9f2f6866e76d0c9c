import type {GitLab} from '../gitlab/gitlab.ts';
import type {Invitation, Member, User} from '../gitlab/model/model.ts';
import {withUsername} from '../gitlab/model/words.ts';

/** A direct member, or somebody who is invited. */
export interface Present {
  /** A member's user id, or the mail that the invitation went to. */
  readonly key: number | string;
  readonly name: string;
  /** The name with the username; for an invitation, its mail. */
  readonly label: string;
  /** As far as it is shown. */
  readonly mail: string | undefined;
  readonly accessLevel: number;
  readonly expiresAt?: string | undefined;
  /** When the membership or the invitation that it came of was made (ISO); undefined where GitLab did not say. */
  readonly madeAt: string | undefined;
  /** Who made it: an id for a member, a name for an invitation; undefined where GitLab did not say. */
  readonly madeBy: number | string | undefined;
}

/** The direct members of a project and those who are invited. Throws GitLabError. */
export async function presentIn(gitlab: GitLab, projectId: number): Promise<Present[]> {
  return presentOf(...(await Promise.all([gitlab.members(projectId), gitlab.invitations(projectId)])));
}

/** The same of what was read already. */
export function presentOf(members: readonly Member[], invitations: readonly Invitation[]): Present[] {
  return [
    ...members.map(({id, name, username, publicEmail, accessLevel, expiresAt, createdAt, createdBy}) => ({
      key: id,
      name,
      label: withUsername({name, username}),
      mail: publicEmail,
      accessLevel,
      expiresAt,
      madeAt: createdAt,
      madeBy: createdBy,
    })),
    ...invitations.map(({email, accessLevel, expiresAt, createdAt, createdByName}) => ({
      key: email,
      name: email,
      label: email,
      mail: email,
      accessLevel,
      expiresAt,
      madeAt: createdAt,
      madeBy: createdByName,
    })),
  ];
}

/** The one with this user id or this invitation's mail. */
export function keyed(people: readonly Present[], wanted: number | string | undefined): Present | undefined {
  return people.find(({key}) => key === wanted);
}

/** The one whom a mail shows to be: invited by it, or a member who shows it. */
export function withMail(people: readonly Present[], wanted: string): Present | undefined {
  return people.find(({mail}) => mail?.toLowerCase() === wanted.toLowerCase());
}

/** Whether somebody is there because of this user; undefined where GitLab did not say. */
export function isBy({madeBy}: Present, {id, name}: User): boolean | undefined {
  return madeBy === undefined ? undefined : madeBy === (typeof madeBy === 'number' ? id : name);
}
