import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {Change, RoleChange} from './change.ts';
import {changedMeanwhile, type Hands, nothing, notSet, type Outcome, unwatched, type Watch} from './outcome.ts';
import {roleName} from './words.ts';

/** A direct member, or somebody who is invited. */
interface Person {
  /** A member's user id, or the mail that the invitation went to. */
  readonly key: number | string;
  readonly name: string;
  /** As far as it is shown. */
  readonly mail: string | undefined;
  readonly accessLevel: number;
  readonly expiresAt?: string | undefined;
}

async function peopleOf(gitlab: GitLab, projectId: number): Promise<Person[]> {
  const [members, invitations] = await Promise.all([gitlab.members(projectId), gitlab.invitations(projectId)]);
  return [
    ...members.map(member => ({...member, key: member.id, mail: member.publicEmail})),
    ...invitations.map(invitation => ({
      ...invitation,
      key: invitation.email,
      name: invitation.email,
      mail: invitation.email,
    })),
  ];
}

function keyed(people: readonly Person[], wanted: number | string | undefined): Person | undefined {
  return people.find(({key}) => key === wanted);
}

/** As many mails and user ids as GitLab takes in one request. */
const mostAtOnce = 100;

function atOnce(
  mails: readonly string[],
  userIds: readonly number[],
): {readonly mails: readonly string[]; readonly userIds: readonly number[]}[] {
  const people = [...mails, ...userIds];
  return Array.from({length: Math.ceil(people.length / mostAtOnce)}, (_, index) => {
    const part = people.slice(index * mostAtOnce, (index + 1) * mostAtOnce);
    return {mails: mailsIn(part), userIds: idsIn(part)};
  });
}

const mailsIn = (keys: readonly Person['key'][]) => keys.filter(key => typeof key === 'string');
const idsIn = (keys: readonly Person['key'][]) => keys.filter(key => typeof key === 'number');

/**
 * Invites people. Who is a direct member or invited already is left as is: GitLab would give them the role anew, down as well as
 * up, and end the date on which it ends. Where that happened all the same, because an account does not show its mail, it is put
 * back at once; what cannot be is said, and undone with the rest. The undo touches only what the invitation made.
 */
export async function invite(
  hands: Hands,
  change: Extract<Change, {kind: 'invite'}>,
  watch: Watch = unwatched,
): Promise<Outcome> {
  const {gitlab} = hands;
  const {projectId, accessLevel} = change;
  const [before, ...found] = await Promise.all([
    peopleOf(gitlab, projectId),
    ...change.usernames.map(async username => ({username, user: await gitlab.userNamed(username)})),
  ]);
  const left = found.flatMap(({username, user}) => (user ? [] : [`@${username}: GitLab knows no such user.`]));
  let isAsWanted = left.length === 0;
  const isNew = (who: string, there: Person | undefined) => {
    if (there === undefined) return true;
    isAsWanted &&= there.accessLevel === accessLevel;
    const what = typeof there.key === 'number' ? 'a member' : 'invited';
    left.push(`${who} is ${what} already, as ${roleName(there.accessLevel)}. Not changed.`);
    return false;
  };
  const mails = change.mails.filter(wanted =>
    isNew(
      wanted,
      before.find(({mail}) => mail?.toLowerCase() === wanted.toLowerCase()),
    ),
  );
  const userIds = found.flatMap(({username, user}) =>
    user && isNew(`@${username}`, keyed(before, user.id)) ? [user.id] : [],
  );
  if (mails.length + userIds.length === 0 && isAsWanted) return nothing;
  await watch.onSending({kind: 'remove', projectId, accessLevel, mails, userIds});
  for (const people of atOnce(mails, userIds)) {
    left.push(...(await gitlab.invite(projectId, accessLevel, people)));
  }
  // The mail of somebody who has an account makes a member at once, so only a look tells what there is to take back.
  const added: Person['key'][] = [];
  const roles: RoleChange[] = [];
  for (const now of await peopleOf(gitlab, projectId)) {
    const {key, name} = now;
    const was = keyed(before, key);
    if (was === undefined) added.push(key);
    else if (now.accessLevel === accessLevel && now.expiresAt === undefined) {
      const {accessLevel: to, expiresAt} = was;
      if (to === accessLevel && expiresAt === undefined) continue;
      const who = typeof key === 'number' ? {userId: key} : {mail: key};
      const role: RoleChange = {...who, name, from: accessLevel, to, expiresAt};
      const is = `${name} is ${typeof key === 'number' ? 'a member' : 'invited'} already, as ${roleName(to)}`;
      const end = expiresAt === undefined ? '' : ` until ${expiresAt}`;
      if (await isPutBack(hands, projectId, role)) left.push(`${is}${end}. Not changed.`);
      else {
        roles.push(role);
        left.push(`${is}${end}, and GitLab made it ${roleName(accessLevel)}. Undo puts it back.`);
      }
    }
  }
  const nobody = added.length + roles.length === 0;
  if (nobody && left.length > 0) {
    throw new GitLabError('invalid', left.map(words => (/[.!?]$/.test(words) ? words : `${words}.`)).join(' '));
  }
  const taken = {mails: mailsIn(added), userIds: idsIn(added), ...(roles.length > 0 ? {roles} : {})};
  return {undo: nobody ? undefined : {kind: 'remove', projectId, accessLevel, ...taken}, goTo: undefined, left};
}

/** Gives somebody the role back that an invitation changed. Resolves to whether that worked. */
function isPutBack(hands: Hands, projectId: number, role: RoleChange): Promise<boolean> {
  return setRoles(hands, {kind: 'roles', projectId, people: [role]}).then(
    () => true,
    () => false,
  );
}

function levelOf(people: readonly Person[], person: RoleChange): number | undefined {
  return keyed(people, 'userId' in person ? person.userId : person.mail)?.accessLevel;
}

/** Sets roles one after the other, so that what is done when one is refused is known and can be undone. */
export async function setRoles(
  hands: Hands,
  change: Extract<Change, {kind: 'roles'}>,
  watch: Watch = unwatched,
): Promise<Outcome> {
  const {gitlab} = hands;
  const {projectId, people} = change;
  const now = await peopleOf(gitlab, projectId);
  const open = people.filter(person => levelOf(now, person) !== person.to || person.expiresAt);
  if (open.some(person => ![person.from, person.to].includes(levelOf(now, person) ?? 0))) {
    throw changedMeanwhile('The role of somebody');
  }
  const undoOf = (some: readonly RoleChange[]): Change => ({
    kind: 'roles',
    projectId,
    people: some.map(person => ({...person, from: person.to, to: person.from, expiresAt: undefined})),
  });
  const sent: RoleChange[] = [];
  const left: string[] = [];
  if (open.length > 0) await watch.onSending(undoOf(open));
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
  return {undo: done.length > 0 ? undoOf(done) : undefined, goTo: undefined, left};
}

/**
 * Takes invitations and memberships back; one that is gone already is as good as taken back. Where somebody was given another
 * role in the meantime, nobody is removed.
 */
export async function remove(
  hands: Hands,
  change: Extract<Change, {kind: 'remove'}>,
  watch: Watch = unwatched,
): Promise<Outcome> {
  const {gitlab} = hands;
  const {projectId, mails, userIds, accessLevel, roles = []} = change;
  const now = await peopleOf(gitlab, projectId);
  const isOther = [...mails, ...userIds].some(key => (keyed(now, key)?.accessLevel ?? accessLevel) !== accessLevel);
  if (isOther || roles.some(person => levelOf(now, person) !== person.from)) {
    throw changedMeanwhile('The role of somebody');
  }
  await watch.onSending(undefined);
  const gone = (error: unknown) => {
    if (!(error instanceof GitLabError) || error.kind !== 'missing') throw error;
  };
  await Promise.all([
    ...mails.map(mail => gitlab.takeInvitationBack(projectId, mail).catch(gone)),
    ...userIds.map(id => gitlab.removeMember(projectId, id).catch(gone)),
  ]);
  return roles.length === 0
    ? nothing
    : {...(await setRoles(hands, {kind: 'roles', projectId, people: roles})), undo: undefined};
}

/**
 * What came of an invitation whose answer was lost: of those whom its undo names, who is there by now.
 *
 * @throws GitLabError where the people cannot be read
 */
export async function invitedNow(
  gitlab: GitLab,
  {projectId}: Extract<Change, {kind: 'invite'}>,
  undo: Change | undefined,
): Promise<Outcome | 'not-made' | undefined> {
  if (undo?.kind !== 'remove') return undefined;
  const now = await peopleOf(gitlab, projectId);
  const mails = undo.mails.filter(mail => now.some(({key}) => String(key).toLowerCase() === mail.toLowerCase()));
  const asMembers = now.filter(
    ({key, mail}) => typeof key === 'number' && undo.mails.some(one => one.toLowerCase() === mail?.toLowerCase()),
  );
  const userIds = [...undo.userIds.filter(id => keyed(now, id)), ...idsIn(asMembers.map(({key}) => key))];
  if (mails.length + userIds.length === 0) return 'not-made';
  const isThere = (wanted: string) =>
    [...mails, ...asMembers.map(({mail}) => mail)].some(one => one?.toLowerCase() === wanted.toLowerCase());
  const left = undo.mails
    .filter(wanted => !isThere(wanted))
    .map(mail => `${mail} is not invited: GitLab’s answer was lost. Try again.`);
  return {undo: {...undo, mails, userIds}, goTo: undefined, left};
}

/** What came of a change of roles whose answer was lost. Throws GitLabError where the people cannot be read. */
export async function rolesNow(
  gitlab: GitLab,
  {projectId, people}: Extract<Change, {kind: 'roles'}>,
  {undo, isUndo}: {readonly undo: Change | undefined; readonly isUndo: boolean},
): Promise<Outcome | 'not-made' | undefined> {
  const now = await peopleOf(gitlab, projectId);
  const done = people.filter(person => levelOf(now, person) === person.to);
  if (done.length < (isUndo ? people.length : 1)) return 'not-made';
  if (undo?.kind !== 'roles') return {undo: undefined, goTo: undefined};
  const keys = new Set(done.map(person => ('userId' in person ? person.userId : person.mail)));
  const taken = undo.people.filter(person => keys.has('userId' in person ? person.userId : person.mail));
  return {undo: {...undo, people: taken}, goTo: undefined};
}

/** Whether nobody whom a removal names is there any more. Throws GitLabError where the people cannot be read. */
export async function removedNow(
  gitlab: GitLab,
  {projectId, mails, userIds, roles = []}: Extract<Change, {kind: 'remove'}>,
): Promise<boolean> {
  const now = await peopleOf(gitlab, projectId);
  const isThere = [...mails, ...userIds].some(key => keyed(now, key));
  return !isThere && roles.every(person => levelOf(now, person) === person.to);
}
