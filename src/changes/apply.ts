import type {WritableNotebook} from '../facts/record.ts';
import {base64OfBlob, bytesOfBase64} from '../gitlab/bytes.ts';
import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {NotificationSetting} from '../gitlab/model.ts';
import type {Change, RoleChange} from './change.ts';
import {commit, restore} from './commit.ts';
import {changeIssues, setSubscriptions} from './many.ts';
import {closeMergeRequest, requestMerge} from './merge-request.ts';
import {move, moveBack} from './move.ts';
import {
  assertSet,
  assertSignedIn,
  changedMeanwhile,
  type Hands,
  nothing,
  notSet,
  type Outcome,
  unwatched,
  type Watch,
} from './outcome.ts';
import {roleName, settingWords} from './words.ts';

function sameSetting(one: NotificationSetting, other: NotificationSetting): boolean {
  return one.level === other.level && (one.level !== 'custom' || one.newIssue === other.newIssue);
}

/** A change that sets one value. */
type Setting = Extract<Change, {kind: 'project-visibility' | 'group-visibility' | 'project-name' | 'notifications'}>;

/**
 * Looks at what a value is before it is set: already the wanted one, so nothing is to be done; the one that the user was
 * shown, so it is set; or something else, so it is not. Looks again after it: not all that GitLab takes is done.
 */
async function setValue<Kind extends Setting>(
  hands: Hands,
  change: Kind,
  what: string,
  read: () => Promise<Kind['from']>,
  write: () => Promise<void>,
  same: (one: Kind['from'], other: Kind['from']) => boolean = Object.is,
): Promise<Outcome> {
  const now = await read();
  if (same(now, change.to)) return nothing;
  if (!same(now, change.from)) throw changedMeanwhile(what);
  await write();
  await assertSet(hands, async () => {
    const after = await read();
    return same(after, change.to) ? undefined : `${what.toLowerCase()} is still ${valueWords(after)}`;
  });
  // The compiler does not see that what a change is from and to are of one type.
  return {undo: {...change, from: change.to, to: change.from} as Change, goTo: undefined};
}

function valueWords(value: Setting['from']): string {
  if (typeof value !== 'string') return settingWords(value);
  return ['private', 'internal', 'public'].includes(value) ? value : `“${value}”`;
}

/** Sets the project's picture; the one that is there now is read first, so that it can come back. */
async function setAvatar(gitlab: GitLab, change: Extract<Change, {kind: 'avatar'}>): Promise<Outcome> {
  const {projectId, from, to} = change;
  const now = await gitlab.project(projectId);
  if ((now.avatarUrl ?? null) !== from) throw changedMeanwhile('The picture');
  const old = now.avatar === 'uploaded' ? await gitlab.avatar(projectId) : undefined;
  await gitlab.setAvatar(projectId, to === null ? undefined : {name: to.name, bytes: bytesOfBase64(to.base64)});
  const after = await gitlab.project(projectId);
  return {
    undo: {
      ...change,
      from: after.avatarUrl ?? null,
      to:
        old === undefined
          ? null
          : {name: now.avatarUrl?.split('/').at(-1) ?? 'logo.png', base64: await base64OfBlob(old)},
    },
    goTo: undefined,
  };
}

/** Keeps what a person says of a row, unless somebody said something else in the meantime. */
async function setRemark(
  notebook: WritableNotebook,
  change: Extract<Change, {kind: 'tick' | 'waiver'}>,
): Promise<Outcome> {
  const {projectId, check, from, to} = change;
  const name = change.kind === 'tick' ? 'ticks' : 'waivers';
  await notebook.updateRecord(projectId, record => {
    const {[check]: now = null, ...others} = record[name];
    if ((now?.at ?? null) !== (from?.at ?? null)) throw changedMeanwhile('What was noted here');
    return {...record, [name]: to === null ? others : {...others, [check]: to}};
  });
  return {undo: {...change, from: to, to: from}, goTo: undefined};
}

/** Who is a member or invited. */
async function peopleOf(gitlab: GitLab, projectId: number) {
  const [members, invitations] = await Promise.all([gitlab.members(projectId), gitlab.invitations(projectId)]);
  return {userIds: members.map(({id}) => id), mails: invitations.map(({email}) => email)};
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

async function invite(gitlab: GitLab, change: Extract<Change, {kind: 'invite'}>): Promise<Outcome> {
  const [before, ...found] = await Promise.all([
    peopleOf(gitlab, change.projectId),
    ...change.usernames.map(async username => ({username, user: await gitlab.userNamed(username)})),
  ]);
  const left = found.flatMap(({username, user}) => (user ? [] : [`@${username}: GitLab knows no such user.`]));
  const userIds = found.flatMap(({user}) => (user ? [user.id] : []));
  for (const people of atOnce(change.mails, userIds)) {
    left.push(...(await gitlab.invite(change.projectId, change.accessLevel, people)));
  }
  // The mail of somebody who has an account makes a member at once, so only a look tells what there is to take back.
  const after = await peopleOf(gitlab, change.projectId);
  const added = {
    userIds: after.userIds.filter(id => !before.userIds.includes(id)),
    mails: after.mails.filter(mail => !before.mails.includes(mail)),
  };
  const nobody = added.userIds.length + added.mails.length === 0;
  if (nobody && left.length > 0) {
    throw new GitLabError('invalid', left.map(words => (/[.!?]$/.test(words) ? words : `${words}.`)).join(' '));
  }
  return {
    undo: nobody ? undefined : {kind: 'remove', projectId: change.projectId, accessLevel: change.accessLevel, ...added},
    goTo: undefined,
    left,
  };
}

/** What role each has now: of direct members and of invited people. */
async function rolesOf(gitlab: GitLab, projectId: number): Promise<(person: RoleChange) => number | undefined> {
  const [members, invitations] = await Promise.all([gitlab.members(projectId), gitlab.invitations(projectId)]);
  return person =>
    ('userId' in person
      ? members.find(({id}) => id === person.userId)
      : invitations.find(({email}) => email === person.mail)
    )?.accessLevel;
}

/** Sets roles one after the other, so that what is done when one is refused is known and can be undone. */
async function setRoles(hands: Hands, change: Extract<Change, {kind: 'roles'}>): Promise<Outcome> {
  const {gitlab} = hands;
  const {projectId, people} = change;
  const levelOf = await rolesOf(gitlab, projectId);
  const open = people.filter(person => levelOf(person) !== person.to);
  if (open.some(person => levelOf(person) !== person.from)) throw changedMeanwhile('The role of somebody');
  const sent: RoleChange[] = [];
  const left: string[] = [];
  for (const person of open) {
    try {
      if ('userId' in person) await gitlab.setMemberRole(projectId, person.userId, person.to);
      else await gitlab.setInvitationRole(projectId, person.mail, person.to);
      sent.push(person);
    } catch (error) {
      if (sent.length === 0) throw error;
      left.push(`${person.name}: ${problemOf(error).words}`);
    }
  }
  let unchanged: readonly RoleChange[] = [];
  const words = await notSet(hands, async () => {
    const levelAfter = await rolesOf(gitlab, projectId);
    unchanged = sent.filter(person => levelAfter(person) === person.from);
    const still = unchanged.map(({name, from}) => `the role of ${name} is still ${roleName(from)}`);
    return still.length > 0 ? still.join(', and ') : undefined;
  });
  if (words !== undefined) left.push(words);
  const done = words === undefined ? sent : sent.filter(person => !unchanged.includes(person));
  if (open.length > 0 && done.length === 0) throw new GitLabError('unavailable', left.join(' '));
  const undone = done.map(person => ({...person, from: person.to, to: person.from}));
  return {undo: done.length > 0 ? {kind: 'roles', projectId, people: undone} : undefined, goTo: undefined, left};
}

/**
 * Takes invitations and memberships back; one that is gone already is as good as taken back. Where somebody was given another
 * role in the meantime, nobody is removed.
 */
async function remove(gitlab: GitLab, change: Extract<Change, {kind: 'remove'}>): Promise<Outcome> {
  const [members, invitations] = await Promise.all([
    gitlab.members(change.projectId),
    gitlab.invitations(change.projectId),
  ]);
  const theirs = [
    ...members.filter(({id}) => change.userIds.includes(id)),
    ...invitations.filter(({email}) => change.mails.includes(email)),
  ];
  if (theirs.some(({accessLevel}) => accessLevel !== change.accessLevel))
    throw changedMeanwhile('The role of somebody');
  const gone = (error: unknown) => {
    if (!(error instanceof GitLabError) || error.kind !== 'missing') throw error;
  };
  await Promise.all([
    ...change.mails.map(mail => gitlab.takeInvitationBack(change.projectId, mail).catch(gone)),
    ...change.userIds.map(id => gitlab.removeMember(change.projectId, id).catch(gone)),
  ]);
  return nothing;
}

/** Ends the sharing with a group, if it is still as it was made. */
async function unshare(hands: Hands, change: Extract<Change, {kind: 'unshare'}>): Promise<Outcome> {
  const {gitlab} = hands;
  const linkNow = async () => {
    const {sharedWith} = await gitlab.project(change.projectId);
    return sharedWith.find(({id}) => id === change.groupId);
  };
  const link = await linkNow();
  if (link?.accessLevel !== change.accessLevel) throw changedMeanwhile('The access of the group');
  await gitlab.unshareProject(change.projectId, change.groupId);
  await assertSet(hands, async () => {
    const still = await linkNow();
    return still && `the project is still shared with ${still.name}`;
  });
  return nothing;
}

/** Keeps whose a person is, unless that was decided otherwise in the meantime. */
async function setSide(notebook: WritableNotebook, change: Extract<Change, {kind: 'side'}>): Promise<Outcome> {
  const now = (await notebook.sides()).get(change.userId) ?? null;
  if (now !== change.from) throw changedMeanwhile(`Whose ${change.name} is`);
  await notebook.setSide(change.userId, change.to);
  return {undo: {...change, from: change.to, to: change.from}, goTo: undefined};
}

/** Changes that are kept in the browser: GitLab is not asked who is signed in. */
function isOurs(change: Change): change is Extract<Change, {kind: 'tick' | 'waiver' | 'side'}> {
  return change.kind === 'tick' || change.kind === 'waiver' || change.kind === 'side';
}

/**
 * Makes a change. Before anything is written to GitLab, the signed-in user must still be the one for whom the page was made,
 * and what is there must still be what the user was shown.
 *
 * @param watch follows and stops changes of many parts
 * @throws GitLabError `conflict` where something else is there now, `signed-out` where another user is signed in, and all
 *   others as the door gives them
 */
export async function applyChange(hands: Hands, change: Change, watch: Watch = unwatched): Promise<Outcome> {
  const {gitlab, notebook} = hands;
  if (isOurs(change)) {
    return change.kind === 'side' ? setSide(notebook, change) : setRemark(notebook, change);
  }
  await assertSignedIn(hands);
  switch (change.kind) {
    case 'project-visibility':
      return setValue(
        hands,
        change,
        'The visibility',
        async () => (await gitlab.project(change.projectId)).visibility,
        () => gitlab.setProjectVisibility(change.projectId, change.to),
      );
    case 'group-visibility':
      return setValue(
        hands,
        change,
        'The visibility',
        async () => (await gitlab.group(change.groupId)).visibility,
        () => gitlab.setGroupVisibility(change.groupId, change.to),
      );
    case 'project-name':
      return setValue(
        hands,
        change,
        'The name',
        async () => (await gitlab.project(change.projectId)).name,
        () => gitlab.renameProject(change.projectId, change.to),
      );
    case 'notifications':
      return setValue(
        hands,
        change,
        'The notification level',
        () => gitlab.notificationSetting(change.projectId),
        () => gitlab.setNotificationSetting(change.projectId, change.to),
        sameSetting,
      );
    case 'share':
      await gitlab.shareProject(change.projectId, change.groupId, change.accessLevel);
      await assertSet(hands, async () => {
        const {sharedWith} = await gitlab.project(change.projectId);
        return sharedWith.some(({id}) => id === change.groupId)
          ? undefined
          : `the project is still not shared with ${change.groupName}`;
      });
      return {
        undo: {
          kind: 'unshare',
          projectId: change.projectId,
          groupId: change.groupId,
          accessLevel: change.accessLevel,
        },
        goTo: undefined,
      };
    case 'unshare':
      return unshare(hands, change);
    case 'invite':
      return invite(gitlab, change);
    case 'roles':
      return setRoles(hands, change);
    case 'remove':
      return remove(gitlab, change);
    case 'commit':
      return commit(gitlab, change);
    case 'restore':
      return restore(gitlab, change);
    case 'merge-request':
      return requestMerge(gitlab, notebook, change);
    case 'close-merge-request':
      return closeMergeRequest(gitlab, notebook, change);
    case 'avatar':
      return setAvatar(gitlab, change);
    case 'subscriptions':
      return setSubscriptions(gitlab, change, watch);
    case 'issues':
      return changeIssues(gitlab, change, watch);
    case 'move':
      return move(hands, change, watch);
    case 'move-back':
      return moveBack(hands, change, watch);
  }
}
