import {textOfBytes} from '../gitlab/bytes.ts';
import {GitLabError} from '../gitlab/errors.ts';
import type {GitLab, StoredFile} from '../gitlab/gitlab.ts';
import type {FileAction} from '../gitlab/model.ts';
import type {Change} from './change.ts';
import {changedMeanwhile, isUnclear, nothing, type Outcome, unwatched, type Watch} from './outcome.ts';

type Commit = Extract<Change, {kind: 'commit'}>;
type Restore = Extract<Change, {kind: 'restore'}>;

async function fileOrNone(gitlab: GitLab, project: number, path: string): Promise<StoredFile | undefined> {
  return gitlab.file(project, path).catch(error => {
    if (error instanceof GitLabError && error.kind === 'missing') return undefined;
    throw error;
  });
}

/** What a commit does to each file. */
export function actionsFor(files: Commit['files']): FileAction[] {
  return files.map(({path, to, lastCommitId}) =>
    lastCommitId === undefined ? {action: 'create', path, text: to} : {action: 'update', path, text: to, lastCommitId},
  );
}

type Found = readonly (StoredFile | undefined)[];

const lookAtFiles = (gitlab: GitLab, {projectId, files}: Commit): Promise<Found> =>
  Promise.all(files.map(({path}) => fileOrNone(gitlab, projectId, path)));

function isOurs({files}: Commit, found: Found): boolean {
  return files.every(({to}, index) => {
    const file = found[index];
    return file !== undefined && textOfBytes(file.bytes) === to;
  });
}

function restoreOf({projectId, branch, message, files}: Commit, found: Found): Restore {
  return {
    kind: 'restore',
    projectId,
    branch,
    message: `Undo: ${message}`,
    files: files.map(({path, lastCommitId}, index) => ({
      path,
      commitId: found[index]?.lastCommitId ?? '',
      before: lastCommitId ?? null,
    })),
  };
}

/** Commits new texts of files, all in one commit. Its undo restores them, from the repository's own history. */
export async function commit(gitlab: GitLab, change: Commit, watch: Watch = unwatched): Promise<Outcome> {
  const {projectId, branch, message, files} = change;
  let found: Found;
  await watch.onSending(undefined);
  try {
    await gitlab.commit(projectId, branch, message, actionsFor(files));
    found = await lookAtFiles(gitlab, change);
  } catch (error) {
    // The answer to a commit can get lost on the way, and a second try meets the first: the files tell whether it was made.
    const isConflict = error instanceof GitLabError && error.kind === 'conflict';
    if (!isConflict && !isUnclear(error)) throw error;
    found = await lookAtFiles(gitlab, change).catch(() => {
      throw error;
    });
    if (!isOurs(change, found)) throw error;
  }
  // Somebody's commit came right after: taking ours back would take theirs along.
  return isOurs(change, found) ? {undo: restoreOf(change, found), goTo: undefined} : nothing;
}

/** Brings files back to what they were before a commit of ours, if nobody changed them since. */
export async function restore(
  gitlab: GitLab,
  {projectId, branch, message, files}: Restore,
  watch: Watch = unwatched,
): Promise<Outcome> {
  const actions = await Promise.all(
    files.map(async ({path, commitId, before}): Promise<FileAction> => {
      const now = await fileOrNone(gitlab, projectId, path);
      if (now?.lastCommitId !== commitId) throw changedMeanwhile(path);
      if (before === null) return {action: 'delete', path, lastCommitId: commitId};
      const old = textOfBytes((await gitlab.file(projectId, path, before)).bytes);
      if (old === undefined) throw changedMeanwhile(path);
      return {action: 'update', path, text: old, lastCommitId: commitId};
    }),
  );
  await watch.onSending(undefined);
  await gitlab.commit(projectId, branch, message, actions);
  return nothing;
}

/**
 * What came of a commit whose answer was lost.
 *
 * @returns its outcome where the files are as it makes them; undefined where somebody changed them otherwise
 * @throws GitLabError where the files cannot be read
 */
export async function commitMade(gitlab: GitLab, change: Commit): Promise<Outcome | 'not-made' | undefined> {
  const found = await lookAtFiles(gitlab, change);
  if (isOurs(change, found)) return {undo: restoreOf(change, found), goTo: undefined};
  const isAsBefore = change.files.every(({lastCommitId}, index) => found[index]?.lastCommitId === lastCommitId);
  return isAsBefore ? 'not-made' : undefined;
}
