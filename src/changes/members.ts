import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {Invitation, Member} from '../gitlab/model.ts';
import type {Change, RoleChange} from './change.ts';
import {changedMeanwhile, type Hands, nothing, notSet, type Outcome} from './outcome.ts';
import {roleName} from './words.ts';

interface People {
  readonly members: readonly Member[];
  readonly invitations: readonly Invitation[];
}

/** Who is a direct member or invited. */
async function peopleOf(gitlab: GitLab, projectId: number): Promise<People> {
  const [members, invitations] = await Promise.all([gitlab.members(projectId), gitlab.invitations(projectId)]);
  return {members, invitations};
}

/** As many mails and user ids as GitLab takes in one request. */
const mostAtOnce = 100;

function atOnce(
  mails: readonly string[],
  userIds: readonly number[],
): {readonly mails: readonly string[]; readonly userIds: readonly number[]}[] {
  const people = [...mails.map(mail => ({mail})), ...userIds.map(id => ({id}))];
  return Array.from({length: Math.ceil(people.length / mostAtOnce)}, (_, index) => {
    const part = people.slice(index * mostAtOnce, (index + 1) * mostAtOnce);
    return {
      mails: part.flatMap(person => ('mail' in person ? [person.mail] : [])),
      userIds: part.flatMap(person => ('id' in person ? [person.id] : [])),
    };
  });
}

const isSame = (one: string | undefined, other: string) => one?.toLowerCase() === other.toLowerCase();

/**
 * People whose role an invitation changed, although it was sent for somebody else as far as could be seen: the mail of an account
 * that is a member and does not show it. GitLab takes away the date on which the role would have ended, too.
 */
function changedBy({accessLevel: given}: Extract<Change, {kind: 'invite'}>, before: People, after: People) {
  const isOurs = (was: Member | Invitation | undefined, now: Member | Invitation) =>
    was !== undefined &&
    now.accessLevel === given &&
    now.expiresAt === undefined &&
    (was.accessLevel !== given || was.expiresAt !== undefined);
  const changed: {readonly was: Member | Invitation; readonly role: RoleChange}[] = [];
  const add = (was: Member | Invitation | undefined, now: Member | Invitation) => {
    if (was === undefined || !isOurs(was, now)) return;
    const who = 'email' in now ? {mail: now.email, name: now.email} : {userId: now.id, name: now.name};
    changed.push({was, role: {...who, from: given, to: was.accessLevel, expiresAt: was.expiresAt}});
  };
  for (const now of after.members) {
    add(
      before.members.find(({id}) => id === now.id),
      now,
    );
  }
  for (const now of after.invitations) {
    add(
      before.invitations.find(({email}) => email === now.email),
      now,
    );
  }
  return changed;
}

/**
 * Invites people. Who is a direct member or invited already is left as is: GitLab would give them the role anew, down as well as
 * up. The undo touches only what the invitation made.
 */
export async function invite(gitlab: GitLab, change: Extract<Change, {kind: 'invite'}>): Promise<Outcome> {
  const {projectId, accessLevel} = change;
  const [before, ...found] = await Promise.all([
    peopleOf(gitlab, projectId),
    ...change.usernames.map(async username => ({username, user: await gitlab.userNamed(username)})),
  ]);
  const left = found.flatMap(({username, user}) => (user ? [] : [`@${username}: GitLab knows no such user.`]));
  let isAsWanted = left.length === 0;
  const isNew = (who: string, member: Member | undefined, invitation?: Invitation) => {
    const there = member ?? invitation;
    if (there === undefined) return true;
    isAsWanted &&= there.accessLevel === accessLevel;
    const what = member ? 'a member' : 'invited';
    left.push(`${who} is ${what} already, as ${roleName(there.accessLevel)}. Not changed.`);
    return false;
  };
  const mails = change.mails.filter(mail =>
    isNew(
      mail,
      before.members.find(({publicEmail}) => isSame(publicEmail, mail)),
      before.invitations.find(({email}) => isSame(email, mail)),
    ),
  );
  const userIds = found.flatMap(({username, user}) => {
    const member = before.members.find(({id}) => id === user?.id);
    return user && isNew(`@${username}`, member) ? [user.id] : [];
  });
  if (mails.length + userIds.length === 0 && isAsWanted) return nothing;
  for (const people of atOnce(mails, userIds)) {
    left.push(...(await gitlab.invite(projectId, accessLevel, people)));
  }
  // The mail of somebody who has an account makes a member at once, so only a look tells what there is to take back.
  const after = await peopleOf(gitlab, projectId);
  const added = {
    userIds: after.members.map(({id}) => id).filter(id => !before.members.some(member => member.id === id)),
    mails: after.invitations
      .map(({email}) => email)
      .filter(mail => !before.invitations.some(({email}) => email === mail)),
  };
  const changed = changedBy(change, before, after);
  for (const {was, role} of changed) {
    const end = was.expiresAt === undefined ? '' : ` until ${was.expiresAt}`;
    left.push(
      `${role.name} was there already, as ${roleName(was.accessLevel)}${end}. GitLab made it ${roleName(accessLevel)}.`,
    );
  }
  const nobody = added.userIds.length + added.mails.length + changed.length === 0;
  if (nobody && left.length > 0) {
    throw new GitLabError('invalid', left.map(words => (/[.!?]$/.test(words) ? words : `${words}.`)).join(' '));
  }
  const roles = changed.length > 0 ? {roles: changed.map(({role}) => role)} : {};
  return {
    undo: nobody ? undefined : {kind: 'remove', projectId, accessLevel, ...added, ...roles},
    goTo: undefined,
    left,
  };
}

function levelOf({members, invitations}: People, person: RoleChange): number | undefined {
  const found =
    'userId' in person
      ? members.find(({id}) => id === person.userId)
      : invitations.find(({email}) => email === person.mail);
  return found?.accessLevel;
}

/** Sets roles one after the other, so that what is done when one is refused is known and can be undone. */
export async function setRoles(hands: Hands, change: Extract<Change, {kind: 'roles'}>): Promise<Outcome> {
  const {gitlab} = hands;
  const {projectId, people} = change;
  const now = await peopleOf(gitlab, projectId);
  const open = people.filter(person => levelOf(now, person) !== person.to || person.expiresAt !== undefined);
  if (open.some(person => ![person.from, person.to].includes(levelOf(now, person) ?? 0)))
    throw changedMeanwhile('The role of somebody');
  const sent: RoleChange[] = [];
  const left: string[] = [];
  for (const person of open) {
    const {to, expiresAt, name} = person;
    try {
      if ('userId' in person) await gitlab.setMemberRole(projectId, person.userId, to, expiresAt);
      else await gitlab.setInvitationRole(projectId, person.mail, to, expiresAt);
      sent.push(person);
    } catch (error) {
      if (sent.length === 0) throw error;
      left.push(`${name}: ${problemOf(error).words}`);
    }
  }
  let unchanged: readonly RoleChange[] = [];
  const words = await notSet(hands, async () => {
    const after = await peopleOf(gitlab, projectId);
    unchanged = sent.filter(person => levelOf(after, person) === person.from && person.from !== person.to);
    const still = unchanged.map(({name, from}) => `the role of ${name} is still ${roleName(from)}`);
    return still.length > 0 ? still.join(', and ') : undefined;
  });
  if (words !== undefined) left.push(words);
  const done = words === undefined ? sent : sent.filter(person => !unchanged.includes(person));
  if (open.length > 0 && done.length === 0) throw new GitLabError('unavailable', left.join(' '));
  const undone = done.map(person => ({...person, from: person.to, to: person.from, expiresAt: undefined}));
  return {undo: done.length > 0 ? {kind: 'roles', projectId, people: undone} : undefined, goTo: undefined, left};
}

/**
 * Takes invitations and memberships back; one that is gone already is as good as taken back. Where somebody was given another
 * role in the meantime, nobody is removed.
 */
export async function remove(hands: Hands, change: Extract<Change, {kind: 'remove'}>): Promise<Outcome> {
  const {gitlab} = hands;
  const {projectId, mails, userIds, accessLevel, roles = []} = change;
  const now = await peopleOf(gitlab, projectId);
  const theirs = [
    ...now.members.filter(({id}) => userIds.includes(id)),
    ...now.invitations.filter(({email}) => mails.includes(email)),
  ];
  const isOther = theirs.some(person => person.accessLevel !== accessLevel);
  if (isOther || roles.some(person => levelOf(now, person) !== person.from)) {
    throw changedMeanwhile('The role of somebody');
  }
  const gone = (error: unknown) => {
    if (!(error instanceof GitLabError) || error.kind !== 'missing') throw error;
  };
  await Promise.all([
    ...mails.map(mail => gitlab.takeInvitationBack(projectId, mail).catch(gone)),
    ...userIds.map(id => gitlab.removeMember(projectId, id).catch(gone)),
  ]);
  if (roles.length === 0) return nothing;
  const {left = []} = await setRoles(hands, {kind: 'roles', projectId, people: roles});
  return {...nothing, left};
}
