import {textOfBytes} from '../gitlab/bytes.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {orNone} from '../gitlab/missing.ts';
import {sameSetting} from './apply.ts';
import {hasWantedPicture} from './avatar.ts';
import type {Change} from './change.ts';
import {commitMade} from './commit.ts';
import {issuesNow, subscribedNow} from './many.ts';
import {invitedNow, removedNow, rolesNow} from './members.ts';
import {type Hands, nothing, type Outcome} from './outcome.ts';

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
): Settled {
  const done = parts.filter(isDone);
  if (done.length < (isUndo ? parts.length : Math.min(parts.length, 1))) return 'not-made';
  return {undo: undo && undoOf(done), goTo: undefined};
}

async function isShared(gitlab: GitLab, {projectId, groupId}: Extract<Change, {kind: 'share' | 'unshare'}>) {
  const {sharedWith} = await gitlab.project(projectId);
  return sharedWith.some(({id}) => id === groupId);
}

/** Whether the files are as a restore brings them back. Throws GitLabError. */
async function isRestored(gitlab: GitLab, {projectId, files}: Extract<Change, {kind: 'restore'}>): Promise<boolean> {
  const same = await Promise.all(
    files.map(async ({path, before}) => {
      const now = await orNone(gitlab.file(projectId, path));
      if (before === null || now === undefined) return before === null && now === undefined;
      return textOfBytes(now.bytes) === textOfBytes((await gitlab.file(projectId, path, before)).bytes);
    }),
  );
  return !same.includes(false);
}

const doneOr = (isDone: boolean): Settled => (isDone ? nothing : 'not-made');

/**
 * Looks what became of a change that was sent, without changing anything.
 *
 * @throws GitLabError where the look fails
 */
export async function settle({gitlab}: Hands, change: Change, sent: Sent): Promise<Settled> {
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
      return invitedNow(gitlab, change, undo);
    case 'roles':
      return rolesNow(gitlab, change, sent);
    case 'remove':
      return doneOr(await removedNow(gitlab, change));
    case 'commit':
      return commitMade(gitlab, change);
    case 'restore':
      return doneOr(await isRestored(gitlab, change));
    case 'close-merge-request':
      return doneOr((await gitlab.mergeRequestState(change.projectId, change.iid)) === 'closed');
    case 'avatar':
      return (await hasWantedPicture(gitlab, change)) ? {undo, goTo: undefined} : 'not-made';
    case 'subscriptions':
      return partsSettled(sent, change.labels, await subscribedNow(gitlab, change), labels => ({
        ...change,
        labels,
        subscribed: !change.subscribed,
      }));
    case 'issues':
      return partsSettled(sent, change.issues, await issuesNow(gitlab, change), issues =>
        undo?.kind === 'issues' ? {...undo, issues} : undefined,
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
    // Of these nothing is sent, or what is there does not tell whose it is.
    case 'merge-request':
    case 'tick':
    case 'waiver':
    case 'side':
      return undefined;
  }
}
