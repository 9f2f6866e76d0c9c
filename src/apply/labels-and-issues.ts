import type {Change} from '../changes/change.ts';
import {nothing, type Outcome} from '../changes/outcome.ts';
import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {orNone} from '../gitlab/missing.ts';
import {fewAtATime} from '../gitlab/pool.ts';
import {type Said, said} from '../texts/said.ts';
import {partOf} from './executor.ts';
import {isStillSignedIn, isUnclear, type Means, type Watch} from './means.ts';

/** How many requests of one change are under way at a time. */
const few = 4;

/** What became of one thing of many. */
type Part<Item> = {readonly item: Item} & (
  | {readonly state: 'done' | 'as-wanted' | 'stopped'}
  | {readonly state: 'failed'; readonly error: unknown}
);

/**
 * Does something to each of many, a few at a time; one that fails leaves the others alone. Where an answer was lost, a look tells
 * whether it was done.
 *
 * @param look tells of each whether it is as wanted by now
 */
async function doEach<Item>(
  means: Means,
  items: readonly Item[],
  watch: Watch,
  act: (item: Item) => Promise<boolean>,
  look: () => Promise<(item: Item) => boolean>,
): Promise<Part<Item>[]> {
  const parts = await each(items, watch, act);
  if (!parts.some(part => part.state === 'failed' && isUnclear(part.error))) return parts;
  const seen = await look().catch(() => undefined);
  // Somebody else, who signed in meanwhile, has other subscriptions and sees other issues.
  const isDone = seen !== undefined && (await isStillSignedIn(means)) ? seen : () => false;
  return parts.map(part =>
    part.state === 'failed' && isUnclear(part.error) && isDone(part.item) ? {item: part.item, state: 'done'} : part,
  );
}

async function each<Item>(
  items: readonly Item[],
  watch: Watch,
  act: (item: Item) => Promise<boolean>,
): Promise<Part<Item>[]> {
  let done = 0;
  watch.onProgress(0, items.length);
  return fewAtATime(items, few, async (item): Promise<Part<Item>> => {
    if (watch.isStopped()) return {item, state: 'stopped'};
    try {
      return {item, state: (await act(item)) ? 'done' : 'as-wanted'};
    } catch (error) {
      return {item, state: 'failed', error};
    } finally {
      done += 1;
      watch.onProgress(done, items.length);
    }
  });
}

/** What was not done: one sentence for each reason, and for those that were not begun. */
function leftOf<Item>(parts: readonly Part<Item>[], nameOf: (item: Item) => string, what: 'Labels' | 'Issues'): Said[] {
  const names = new Map<string, {readonly words: Said; readonly of: string[]}>();
  for (const part of parts) {
    if (part.state !== 'failed') continue;
    const {words} = problemOf(part.error);
    const key = JSON.stringify(words);
    const known = names.get(key) ?? {words, of: []};
    known.of.push(nameOf(part.item));
    names.set(key, known);
  }
  const failed = [...names.values()].map(({words, of: [name = '', ...others]}) =>
    others.length === 0
      ? said('apply.failedFor', name, words)
      : said(`apply.failedFor${what}`, others.length + 1, words),
  );
  const stopped = parts.filter(({state}) => state === 'stopped').length;
  return stopped > 0 ? [...failed, said('apply.stoppedBefore', stopped)] : failed;
}

/** @throws the first error where nothing at all was done */
function throwIfAllFailed<Item>(parts: readonly Part<Item>[]): void {
  const [first] = parts;
  if (first?.state === 'failed' && parts.every(({state}) => state === 'failed')) throw first.error;
}

function isGone(error: unknown): boolean {
  return error instanceof GitLabError && error.kind === 'missing';
}

/**
 * Tells of labels whether they are subscribed to as a change wants it; of one that is gone nothing is left to want. A label of a group
 * above is in no list of the project's, so each that is not is asked for. Throws GitLabError.
 */
export async function subscribedNow(
  gitlab: GitLab,
  {projectId, labels, subscribed}: Extract<Change, {kind: 'subscriptions'}>,
): Promise<(label: {readonly id: number}) => boolean> {
  const known = new Map((await gitlab.projectLabels(projectId)).map(label => [label.id, label.subscribed]));
  const others = labels.filter(({id}) => !known.has(id));
  await fewAtATime(others, few, async ({id}) => {
    const label = await orNone(gitlab.projectLabel(projectId, id));
    known.set(id, label?.subscribed ?? subscribed);
  });
  return ({id}) => known.get(id) === subscribed;
}

/** Tells of issues whether they are as a change wants them. Throws GitLabError. */
export async function issuesNow(
  gitlab: GitLab,
  {projectId, action}: Extract<Change, {kind: 'issues'}>,
): Promise<(issue: {readonly iid: number}) => boolean> {
  const [all, opened] = await Promise.all([gitlab.issues(projectId, 'all'), gitlab.issues(projectId, 'opened')]);
  const isOpen = new Set(opened.map(({iid}) => iid));
  const isThere = new Set(all.map(({iid}) => iid));
  return ({iid}) => {
    if (action === 'delete') return !isThere.has(iid);
    return isThere.has(iid) && isOpen.has(iid) === (action === 'reopen');
  };
}

/** Subscribes to labels, or takes that back. One that was deleted in the meantime is no loss; the undo has only what was done. */
export async function setSubscriptions(
  means: Means,
  change: Extract<Change, {kind: 'subscriptions'}>,
  watch: Watch,
): Promise<Outcome> {
  const {gitlab} = means;
  const {projectId, subscribed} = change;
  await watch.onSending({...change, subscribed: !subscribed});
  const act = ({id}: (typeof change.labels)[number]) =>
    gitlab.setSubscription(projectId, id, subscribed).catch(error => {
      if (isGone(error)) return false;
      throw error;
    });
  const parts = await doEach(means, change.labels, watch, act, () => subscribedNow(gitlab, change));
  throwIfAllFailed(parts);
  const labels = parts.filter(({state}) => state === 'done').map(({item}) => item);
  return {
    undo: labels.length > 0 ? {...change, labels, subscribed: !subscribed} : undefined,
    goTo: undefined,
    left: leftOf(parts, ({name}) => name, 'Labels'),
    ...partOf(change.labels, labels, some => ({...change, labels: some})),
  };
}

/** Closes, reopens or deletes issues. What is deleted cannot come back; one that is gone is as good as closed. */
export async function changeIssues(
  means: Means,
  change: Extract<Change, {kind: 'issues'}>,
  watch: Watch,
): Promise<Outcome> {
  const {gitlab} = means;
  const {projectId, action} = change;
  const back = {close: 'reopen', reopen: 'close', delete: undefined} as const;
  const undoing = back[action];
  // What somebody else did meanwhile is theirs, and not taken back with ours.
  const isSo = await issuesNow(gitlab, change);
  const open = change.issues.filter(issue => !isSo(issue));
  if (open.length === 0) return nothing;
  await watch.onSending(undoing && {...change, issues: open, action: undoing});
  const act = async ({iid}: (typeof change.issues)[number]) => {
    try {
      if (action === 'delete') await gitlab.deleteIssue(projectId, iid);
      else await gitlab.setIssueState(projectId, iid, action);
      return true;
    } catch (error) {
      if (isGone(error)) return false;
      throw error;
    }
  };
  const parts = await doEach(means, open, watch, act, () => issuesNow(gitlab, change));
  throwIfAllFailed(parts);
  const issues = parts.filter(({state}) => state === 'done').map(({item}) => item);
  return {
    undo: undoing && issues.length > 0 ? {...change, issues, action: undoing} : undefined,
    goTo: undefined,
    left: leftOf(parts, ({iid, title}) => `#${iid} ${title}`, 'Issues'),
    ...partOf(change.issues, issues, some => ({...change, issues: some})),
  };
}
