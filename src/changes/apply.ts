import type {WritableNotebook} from '../facts/record.ts';
import {base64OfBlob, bytesOfBase64} from '../gitlab/bytes.ts';
import {GitLabError} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {NotificationSetting} from '../gitlab/model.ts';
import type {Change} from './change.ts';
import {commit, restore} from './commit.ts';
import {invite} from './invite.ts';
import {changeIssues, setSubscriptions} from './many.ts';
import {closeMergeRequest, requestMerge} from './merge-request.ts';
import {move, moveBack} from './move.ts';
import {
  assertSet,
  assertSignedIn,
  changedMeanwhile,
  type Hands,
  nothing,
  type Outcome,
  unwatched,
  type Watch,
} from './outcome.ts';
import {remove} from './remove.ts';
import {setRoles} from './roles.ts';
import {settingWords} from './words.ts';

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

/** GitLab says no more than this to those who are no Owner of the project or no member of the group. */
const notToShare = /GitLab says: Not Found\.$/;

/** Shares the project with a group. */
async function share(hands: Hands, change: Extract<Change, {kind: 'share'}>): Promise<Outcome> {
  const {gitlab} = hands;
  const {projectId, groupId, groupName, accessLevel} = change;
  try {
    await gitlab.shareProject(projectId, groupId, accessLevel);
  } catch (error) {
    if (!(error instanceof GitLabError) || error.kind !== 'missing' || !notToShare.test(error.message)) throw error;
    const words = `Only an Owner of the project who is a member of ${groupName} can share it. GitLab says: Not Found.`;
    throw new GitLabError('denied', words, error.status);
  }
  await assertSet(hands, async () => {
    const {sharedWith} = await gitlab.project(projectId);
    return sharedWith.some(({id}) => id === groupId) ? undefined : `the project is still not shared with ${groupName}`;
  });
  return {undo: {kind: 'unshare', projectId, groupId, accessLevel}, goTo: undefined};
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
 * @throws GitLabError `conflict` where something else is there now, `other-user` where another user is signed in, and all
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
      return share(hands, change);
    case 'unshare':
      return unshare(hands, change);
    case 'invite':
      return invite(hands, change);
    case 'roles':
      return setRoles(hands, change);
    case 'remove':
      return remove(hands, change);
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
