import type {WritableNotebook} from '../facts/record.ts';
import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {Change} from './change.ts';
import {actionsFor} from './commit.ts';
import {changedMeanwhile, isUnclear, nothing, type Outcome, unwatched, type Watch} from './outcome.ts';

/** Commits to a new branch and makes a merge request of it. Without the one the other is taken back. */
export async function requestMerge(
  gitlab: GitLab,
  notebook: WritableNotebook,
  change: Extract<Change, {kind: 'merge-request'}>,
  watch: Watch = unwatched,
): Promise<Outcome> {
  const {projectId, source, target, message, files} = change;
  const takeBranchBack = async (error: unknown) => {
    await gitlab.deleteBranch(projectId, source).catch(() => undefined);
    throw error;
  };
  await watch.onSending(undefined);
  await gitlab.commit(projectId, source, message, actionsFor(files), target).catch(error => {
    // An answer can get lost on the way; but what GitLab refused left no branch, and one of that name is somebody's.
    if (isUnclear(error)) return takeBranchBack(error);
    throw error;
  });
  const iid = await gitlab.createMergeRequest(projectId, source, target, message).catch(takeBranchBack);
  const undo: Change = {kind: 'close-merge-request', projectId, iid, source};
  try {
    const waiting = {iid, files: files.map(({path}) => path)};
    await notebook.updateRecord(projectId, record => ({...record, waiting}));
    return {undo, goTo: undefined};
  } catch (error) {
    const left = [`The merge request !${iid} was made, but the row cannot wait for it. ${problemOf(error).words}`];
    return {undo, goTo: undefined, left};
  }
}

/** Closes a merge request of ours, if it is still open, and deletes its branch. */
export async function closeMergeRequest(
  gitlab: GitLab,
  notebook: WritableNotebook,
  {projectId, iid, source}: Extract<Change, {kind: 'close-merge-request'}>,
  watch: Watch = unwatched,
): Promise<Outcome> {
  if ((await gitlab.mergeRequestState(projectId, iid)) !== 'opened')
    throw changedMeanwhile(`The merge request !${iid}`);
  await watch.onSending(undefined);
  await gitlab.closeMergeRequest(projectId, iid);
  await gitlab.deleteBranch(projectId, source).catch(error => {
    if (!(error instanceof GitLabError) || error.kind !== 'missing') throw error;
  });
  await notebook.updateRecord(projectId, record =>
    record.waiting?.iid === iid ? {...record, waiting: undefined} : record,
  );
  return nothing;
}
