import type {WritableNotebook} from '../facts/record.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {Change} from './change.ts';
import {actionsFor} from './commit.ts';
import {nothing, type Outcome} from './outcome.ts';

/** Commits to a new branch and makes a merge request of it. Without the one the other is taken back. */
export async function requestMerge(
  gitlab: GitLab,
  notebook: WritableNotebook,
  change: Extract<Change, {kind: 'merge-request'}>,
): Promise<Outcome> {
  const {projectId, source, target, message, files} = change;
  await gitlab.commit(projectId, source, message, actionsFor(files), target);
  const iid = await gitlab.createMergeRequest(projectId, source, target, message).catch(async error => {
    await gitlab.deleteBranch(projectId, source).catch(() => undefined);
    throw error;
  });
  const record = await notebook.record(projectId);
  await notebook.setRecord(projectId, {...record, waiting: {iid, files: files.map(({path}) => path)}});
  return {undo: {kind: 'close-merge-request', projectId, iid, source}, goTo: undefined};
}

/** Closes a merge request of ours and deletes its branch. */
export async function closeMergeRequest(
  gitlab: GitLab,
  notebook: WritableNotebook,
  {projectId, iid, source}: Extract<Change, {kind: 'close-merge-request'}>,
): Promise<Outcome> {
  await gitlab.closeMergeRequest(projectId, iid);
  await gitlab.deleteBranch(projectId, source);
  const record = await notebook.record(projectId);
  if (record.waiting?.iid === iid) await notebook.setRecord(projectId, {...record, waiting: undefined});
  return nothing;
}
