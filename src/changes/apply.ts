import type {WritableNotebook} from '../facts/record.ts';
import {GitLabError} from '../gitlab/errors.ts';
import type {NotificationSetting} from '../gitlab/model.ts';
import {setAvatar} from './avatar.ts';
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

/** Whether two notification settings say the same. */
export function sameSetting(one: NotificationSetting, other: NotificationSetting): boolean {
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
  watch: Watch,
  change: Kind,
  what: string,
  read: () => Promise<Kind['from']>,
  write: () => Promise<void>,
  same: (one: Kind['from'], other: Kind['from']) => boolean = Object.is,
): Promise<Outcome> {
  const now = await read();
  if (same(now, change.to)) return nothing;
  if (!same(now, change.from)) throw changedMeanwhile(what);
  // The compiler does not see that what a change is from and to are of one type.
  const undo = {...change, from: change.to, to: change.from} as Change;
  await watch.onSending(undo);
  await write();
  await assertSet(hands, async () => {
    const after = await read();
    return same(after, change.to) ? undefined : `${what.toLowerCase()} is still ${valueWords(after)}`;
  });
  return {undo, goTo: undefined};
}

function valueWords(value: Setting['from']): string {
  if (typeof value !== 'string') return settingWords(value);
  return ['private', 'internal', 'public'].includes(value) ? value : `“${value}”`;
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
async function share(hands: Hands, watch: Watch, change: Extract<Change, {kind: 'share'}>): Promise<Outcome> {
  const {gitlab} = hands;
  const {projectId, groupId, groupName, accessLevel} = change;
  const undo: Change = {kind: 'unshare', projectId, groupId, accessLevel};
  await watch.onSending(undo);
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
  return {undo, goTo: undefined};
}

/** Ends the sharing with a group, if it is still as it was made; one that is gone is as good as ended. */
async function unshare(hands: Hands, watch: Watch, change: Extract<Change, {kind: 'unshare'}>): Promise<Outcome> {
  const {gitlab} = hands;
  const linkNow = async () => {
    const {sharedWith} = await gitlab.project(change.projectId);
    return sharedWith.find(({id}) => id === change.groupId);
  };
  const link = await linkNow();
  if (link === undefined) return nothing;
  if (link.accessLevel !== change.accessLevel) throw changedMeanwhile('The access of the group');
  await watch.onSending(undefined);
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
        watch,
        change,
        'The visibility',
        async () => (await gitlab.project(change.projectId)).visibility,
        () => gitlab.setProjectVisibility(change.projectId, change.to),
      );
    case 'group-visibility':
      return setValue(
        hands,
        watch,
        change,
        'The visibility',
        async () => (await gitlab.group(change.groupId)).visibility,
        () => gitlab.setGroupVisibility(change.groupId, change.to),
      );
    case 'project-name':
      return setValue(
        hands,
        watch,
        change,
        'The name',
        async () => (await gitlab.project(change.projectId)).name,
        () => gitlab.renameProject(change.projectId, change.to),
      );
    case 'notifications':
      return setValue(
        hands,
        watch,
        change,
        'The notification level',
        () => gitlab.notificationSetting(change.projectId),
        () => gitlab.setNotificationSetting(change.projectId, change.to),
        sameSetting,
      );
    case 'share':
      return share(hands, watch, change);
    case 'unshare':
      return unshare(hands, watch, change);
    case 'invite':
      return invite(hands, change, watch);
    case 'roles':
      return setRoles(hands, change, watch);
    case 'remove':
      return remove(hands, change, watch);
    case 'commit':
      return commit(gitlab, change, watch);
    case 'restore':
      return restore(gitlab, change, watch);
    case 'merge-request':
      return requestMerge(gitlab, notebook, change, watch);
    case 'close-merge-request':
      return closeMergeRequest(gitlab, notebook, change, watch);
    case 'avatar':
      return setAvatar(gitlab, change, watch);
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
