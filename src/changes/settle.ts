import type {GitLab} from '../gitlab/gitlab.ts';
import {orNone} from '../gitlab/missing.ts';
import {sameSetting} from './apply.ts';
import {hasWantedPicture} from './avatar.ts';
import type {Change} from './change.ts';
import {commitMade, isRestored} from './commit.ts';
import {invitedNow} from './invite.ts';
import {issuesNow, subscribedNow} from './many.ts';
import {mergeRequestMade} from './merge-request.ts';
import {type Hands, notDone, nothing, type Outcome} from './outcome.ts';
import {isRemoved} from './remove.ts';
import {rolesNow} from './roles.ts';

/**
 * What a look says of a change that was sent and whose answer is not known: what came of it, that it was not made so far, or undefined
 * where a look cannot tell, because something else is there.
 */
export type Settled = Outcome | 'not-made' | undefined;

/** What was kept of a change before it was sent. */
export interface Sent {
  /** What takes it back. */
  readonly undo: Change | undefined;
  /** Whether it takes something back itself. */
  readonly isUndo: boolean;
}

function valueSettled<Value>(now: Value, from: Value, to: Value, undo: Change | undefined, same = Object.is): Settled {
  if (same(now, to)) return {undo, goTo: undefined};
  return same(now, from) ? 'not-made' : undefined;
}

/** Of many parts, those that were done: none means that nothing was, and of what takes something back all must be. */
function partsSettled<Part>(
  {undo, isUndo}: Sent,
  parts: readonly Part[],
  isDone: (part: Part) => boolean,
  undoOf: (done: readonly Part[]) => Change | undefined,
  nameOf: (part: Part) => string,
): Settled {
  const done = parts.filter(isDone);
  if (done.length < (isUndo ? parts.length : Math.min(parts.length, 1))) return 'not-made';
  const left = notDone(parts.filter(part => !isDone(part)).map(nameOf));
  return {undo: undo && undoOf(done), goTo: undefined, left};
}

async function isShared(gitlab: GitLab, {projectId, groupId}: Extract<Change, {kind: 'share' | 'unshare'}>) {
  const {sharedWith} = await gitlab.project(projectId);
  return sharedWith.some(({id}) => id === groupId);
}

/** Whether a merge request is closed, and its branch gone or with commits of somebody else on top. Throws GitLabError. */
async function isClosed(gitlab: GitLab, change: Extract<Change, {kind: 'close-merge-request'}>): Promise<boolean> {
  const {projectId, iid, source, head} = change;
  if ((await gitlab.mergeRequest(projectId, iid)).state !== 'closed') return false;
  const now = await orNone(gitlab.branchHead(projectId, source));
  return now === undefined || now.id !== head;
}

const doneOr = (isDone: boolean): Settled => (isDone ? nothing : 'not-made');

/**
 * Looks what became of a change that was sent, without changing anything.
 *
 * @throws GitLabError where the look fails
 */
export async function settle(hands: Hands, change: Change, sent: Sent): Promise<Settled> {
  const {gitlab, notebook} = hands;
  const {undo} = sent;
  switch (change.kind) {
    case 'project-visibility':
      return valueSettled((await gitlab.project(change.projectId)).visibility, change.from, change.to, undo);
    case 'group-visibility':
      return valueSettled((await gitlab.group(change.groupId)).visibility, change.from, change.to, undo);
    case 'project-name':
      return valueSettled((await gitlab.project(change.projectId)).name, change.from, change.to, undo);
    case 'notifications': {
      const now = await gitlab.notificationSetting(change.projectId);
      return valueSettled(now, change.from, change.to, undo, sameSetting);
    }
    case 'share':
      return (await isShared(gitlab, change)) ? {undo, goTo: undefined} : 'not-made';
    case 'unshare':
      return doneOr(!(await isShared(gitlab, change)));
    case 'invite':
      return invitedNow(hands, change, undo);
    case 'roles':
      return rolesNow(gitlab, change, sent);
    case 'remove':
      return doneOr(await isRemoved(hands, change));
    case 'commit':
      return commitMade(gitlab, change);
    case 'restore':
      return doneOr(await isRestored(gitlab, change));
    case 'close-merge-request':
      return doneOr(await isClosed(gitlab, change));
    case 'avatar':
      return (await hasWantedPicture(gitlab, change)) ? {undo, goTo: undefined} : 'not-made';
    case 'subscriptions':
      return partsSettled(
        sent,
        change.labels,
        await subscribedNow(gitlab, change),
        labels => ({
          ...change,
          labels,
          subscribed: !change.subscribed,
        }),
        ({name}) => name,
      );
    case 'issues':
      return partsSettled(
        sent,
        change.issues,
        await issuesNow(gitlab, change),
        issues => (undo?.kind === 'issues' ? {...undo, issues} : undefined),
        ({iid, title}) => `#${iid} ${title}`,
      );
    case 'move': {
      const {group, webUrl} = await gitlab.project(change.projectId);
      if (group.path.toLowerCase() === `${change.segment}/${change.group.path}`.toLowerCase())
        return {undo, goTo: webUrl};
      return group.path === change.from ? 'not-made' : undefined;
    }
    case 'move-back': {
      const {group, webUrl, visibility} = await gitlab.project(change.projectId);
      if (group.id !== change.to.id) return group.id === change.from.id ? 'not-made' : undefined;
      const isOpen = change.visibility !== undefined && visibility === change.visibility.from;
      const left = change.wasCreated ? await orNone(gitlab.group(change.from.id)) : undefined;
      return isOpen || (left && !left.isGoing) ? 'not-made' : {undo: undefined, goTo: webUrl};
    }
    case 'merge-request':
      return mergeRequestMade(gitlab, notebook, change);
    // Of these nothing is sent.
    case 'tick':
    case 'waiver':
    case 'side':
      return undefined;
  }
}
