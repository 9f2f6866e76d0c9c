import {textOfBytes} from '../gitlab/bytes.ts';
import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab, StoredFile} from '../gitlab/gitlab.ts';
import type {NotificationSetting, User} from '../gitlab/model.ts';
import type {Change, Move, RoleChange} from './change.ts';

/** What came of a change: how it is undone, and where the page has to go because its address is another one now. */
export interface Outcome {
  readonly undo: Change | undefined;
  readonly goTo: string | undefined;
  /** What did not work although the rest did, one sentence each. */
  readonly left?: readonly string[];
}

/** What changes are made with. */
export interface Hands {
  readonly gitlab: GitLab;
  /** The user for whom the page was made. */
  readonly pageUser: () => Promise<User>;
  /** Resolves after that many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

function changedMeanwhile(what: string): GitLabError {
  return new GitLabError('conflict', `${what} was changed in the meantime.`);
}

function sameSetting(one: NotificationSetting, other: NotificationSetting): boolean {
  return one.level === other.level && (one.level !== 'custom' || one.newIssue === other.newIssue);
}

const nothing: Outcome = {undo: undefined, goTo: undefined};

/** A change that sets one value. */
type Setting = Extract<Change, {kind: 'project-visibility' | 'group-visibility' | 'project-name' | 'notifications'}>;

/**
 * Looks at what a value is before it is set: already the wanted one, so nothing is to be done; the one that the user was
 * shown, so it is set; or something else, so it is not.
 */
async function setValue<Kind extends Setting>(
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
  // The compiler does not see that what a change is from and to are of one type.
  return {undo: {...change, from: change.to, to: change.from} as Change, goTo: undefined};
}

async function commit(gitlab: GitLab, change: Extract<Change, {kind: 'commit'}>): Promise<Outcome> {
  let committed: StoredFile;
  try {
    await gitlab.commitFile(change.projectId, {...change, text: change.to});
    committed = await gitlab.file(change.projectId, change.path);
  } catch (error) {
    // The answer to a commit can get lost on the way, and browsers repeat a request by themselves when a connection breaks: the
    // file tells whether the commit was made.
    const doubtful: readonly unknown[] = ['offline', 'unavailable', 'conflict'];
    if (!(error instanceof GitLabError) || !doubtful.includes(error.kind)) throw error;
    committed = await gitlab.file(change.projectId, change.path).catch(() => {
      throw error;
    });
    if (textOfBytes(committed.bytes) !== change.to) throw error;
  }
  // Somebody's commit came right after: taking ours back would take theirs along.
  if (textOfBytes(committed.bytes) !== change.to) return nothing;
  const undo: Change = {
    ...change,
    from: change.to,
    to: change.from,
    lastCommitId: committed.lastCommitId,
    message: `Undo: ${change.message}`,
  };
  return {undo, goTo: undefined};
}

/** Who is a member or invited. */
async function peopleOf(gitlab: GitLab, projectId: number) {
  const [members, invitations] = await Promise.all([gitlab.members(projectId), gitlab.invitations(projectId)]);
  return {userIds: members.map(({id}) => id), mails: invitations.map(({email}) => email)};
}

async function invite(gitlab: GitLab, change: Extract<Change, {kind: 'invite'}>): Promise<Outcome> {
  const [before, ...found] = await Promise.all([
    peopleOf(gitlab, change.projectId),
    ...change.usernames.map(async username => ({username, user: await gitlab.userNamed(username)})),
  ]);
  const left = found.flatMap(({username, user}) => (user ? [] : [`@${username}: GitLab knows no such user.`]));
  const userIds = found.flatMap(({user}) => (user ? [user.id] : []));
  if (change.mails.length + userIds.length > 0) {
    left.push(...(await gitlab.invite(change.projectId, change.accessLevel, {mails: change.mails, userIds})));
  }
  // The mail of somebody who has an account makes a member at once, so only a look tells what there is to take back.
  const after = await peopleOf(gitlab, change.projectId);
  const added = {
    userIds: after.userIds.filter(id => !before.userIds.includes(id)),
    mails: after.mails.filter(mail => !before.mails.includes(mail)),
  };
  const nobody = added.userIds.length + added.mails.length === 0;
  return {
    undo: nobody ? undefined : {kind: 'remove', projectId: change.projectId, ...added},
    goTo: undefined,
    left,
  };
}

/** Sets roles one after the other, so that what is done when one is refused is known and can be undone. */
async function setRoles(gitlab: GitLab, change: Extract<Change, {kind: 'roles'}>): Promise<Outcome> {
  const {projectId, people} = change;
  const [members, invitations] = await Promise.all([gitlab.members(projectId), gitlab.invitations(projectId)]);
  const levelOf = (person: RoleChange) =>
    ('userId' in person
      ? members.find(({id}) => id === person.userId)
      : invitations.find(({email}) => email === person.mail)
    )?.accessLevel;
  const open = people.filter(person => levelOf(person) !== person.to);
  if (open.some(person => levelOf(person) !== person.from)) throw changedMeanwhile('The role of somebody');
  const done: RoleChange[] = [];
  const left: string[] = [];
  for (const person of open) {
    try {
      if ('userId' in person) await gitlab.setMemberRole(projectId, person.userId, person.to);
      else await gitlab.setInvitationRole(projectId, person.mail, person.to);
      done.push({...person, from: person.to, to: person.from});
    } catch (error) {
      if (done.length === 0) throw error;
      const member = 'userId' in person ? members.find(({id}) => id === person.userId)?.name : person.mail;
      left.push(`${member ?? 'Somebody'}: ${problemOf(error).words}`);
    }
  }
  return {undo: done.length > 0 ? {kind: 'roles', projectId, people: done} : undefined, goTo: undefined, left};
}

/** Takes invitations and memberships back; one that is gone already is as good as taken back. */
async function remove(gitlab: GitLab, change: Extract<Change, {kind: 'remove'}>): Promise<Outcome> {
  const gone = (error: unknown) => {
    if (!(error instanceof GitLabError) || error.kind !== 'missing') throw error;
  };
  await Promise.all([
    ...change.mails.map(mail => gitlab.takeInvitationBack(change.projectId, mail).catch(gone)),
    ...change.userIds.map(id => gitlab.removeMember(change.projectId, id).catch(gone)),
  ]);
  return nothing;
}

const movePolls = 20;
const movePause = 1_000;

async function move({gitlab, pause}: Hands, change: Move): Promise<Outcome> {
  const target = `${change.segment}/${change.group.path}`;
  const before = await gitlab.project(change.projectId);
  if (before.group.path.toLowerCase() === target.toLowerCase()) return {undo: undefined, goTo: before.webUrl};
  if (before.group.path !== change.from) throw changedMeanwhile('Where the project lies');
  const group = await gitlab.group(target).catch(async error => {
    if (!(error instanceof GitLabError) || error.kind !== 'missing') throw error;
    const segment = await gitlab.group(change.segment);
    return gitlab.createSubgroup(segment.id, change.group.name, change.group.path);
  });
  await gitlab.transferProject(change.projectId, group.id);
  for (let poll = 1; poll <= movePolls; poll += 1) {
    const after = await gitlab.project(change.projectId);
    if (after.group.id === group.id) return {undo: undefined, goTo: after.webUrl};
    await pause(movePause);
  }
  throw new GitLabError('unavailable', 'GitLab took the move but has not finished it yet.');
}

/**
 * Makes a change in GitLab. Before anything is written, the signed-in user must still be the one for whom the page was made,
 * and what is there must still be what the user was shown.
 *
 * @throws GitLabError `conflict` where something else is there now, `signed-out` where another user is signed in, and all
 *   others as the door gives them
 */
export async function applyChange(hands: Hands, change: Change): Promise<Outcome> {
  const {gitlab} = hands;
  const [now, page] = await Promise.all([gitlab.user(), hands.pageUser()]);
  if (now.id !== page.id) {
    throw new GitLabError(
      'signed-out',
      `You are signed in as ${now.username} now; this page was made for ${page.username}.`,
    );
  }
  switch (change.kind) {
    case 'project-visibility':
      return setValue(
        change,
        'The visibility',
        async () => (await gitlab.project(change.projectId)).visibility,
        () => gitlab.setProjectVisibility(change.projectId, change.to),
      );
    case 'group-visibility':
      return setValue(
        change,
        'The visibility',
        async () => (await gitlab.group(change.groupId)).visibility,
        () => gitlab.setGroupVisibility(change.groupId, change.to),
      );
    case 'project-name':
      return setValue(
        change,
        'The name',
        async () => (await gitlab.project(change.projectId)).name,
        () => gitlab.renameProject(change.projectId, change.to),
      );
    case 'notifications':
      return setValue(
        change,
        'The notification level',
        () => gitlab.notificationSetting(change.projectId),
        () => gitlab.setNotificationSetting(change.projectId, change.to),
        sameSetting,
      );
    case 'share':
      await gitlab.shareProject(change.projectId, change.groupId, change.accessLevel);
      return {undo: {kind: 'unshare', projectId: change.projectId, groupId: change.groupId}, goTo: undefined};
    case 'unshare':
      await gitlab.unshareProject(change.projectId, change.groupId);
      return nothing;
    case 'invite':
      return invite(gitlab, change);
    case 'roles':
      return setRoles(gitlab, change);
    case 'remove':
      return remove(gitlab, change);
    case 'commit':
      return commit(gitlab, change);
    case 'move':
      return move(hands, change);
  }
}
