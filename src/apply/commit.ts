import type {Change} from '../changes/change.ts';
import {branchFault, messageFault, messageHint} from '../changes/commit-faults.ts';
import {undoMessage} from '../changes/commit-words.ts';
import {nothing, type Outcome} from '../changes/outcome.ts';
import {textOfBytes} from '../gitlab/bytes.ts';
import {GitLabError} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {orNone} from '../gitlab/missing.ts';
import type {FileAction, StoredFile} from '../gitlab/model/model.ts';
import {changesTexts} from '../texts/changes.ts';
import {said} from '../texts/said.ts';
import {changedMeanwhile, isStillSignedIn, isUnclear, type Means, unwatched, type Watch, withWords} from './means.ts';

type Commit = Extract<Change, {kind: 'commit'}>;
type Restore = Extract<Change, {kind: 'restore'}>;

/** Files as they are now; undefined for those that are not there. */
type Found = readonly (StoredFile | undefined)[];

/** What a commit does to each file. */
export function actionsFor(files: Commit['files']): FileAction[] {
  return files.map(({path, to, lastCommitId}) =>
    lastCommitId === undefined ? {action: 'create', path, text: to} : {action: 'update', path, text: to, lastCommitId},
  );
}

/**
 * Refuses a message, and the name of a new branch, before anything is sent.
 *
 * @throws GitLabError `rule`, as a push rule's refusal, so that both can be edited
 */
export function assertCommitWords({message, branch}: {readonly message: string; readonly branch?: string}): void {
  const fault = messageFault(message) ?? (branch === undefined ? undefined : branchFault(branch));
  if (fault !== undefined) throw new GitLabError('rule', fault);
}

function filesNow(gitlab: GitLab, project: number, files: readonly {readonly path: string}[]): Promise<Found> {
  // To whom is signed out by now, GitLab says of all that is private that it does not find it.
  return Promise.all(files.map(({path}) => orNone(gitlab.file(project, path), () => gitlab.project(project))));
}

/** Whether each file has just this text; null stands for no file. */
function haveTexts(found: Found, texts: readonly (string | null)[]): boolean {
  return texts.every((text, index) => {
    const file = found[index];
    return text === null ? file === undefined : file !== undefined && textOfBytes(file.bytes) === text;
  });
}

/**
 * Sends a commit. The answer to it can get lost on the way, and a second try meets the first: the files tell whether it was made.
 *
 * @param texts what the files have once it was made
 * @returns the commit's id, or the files where they had to tell
 */
async function send(
  commit: () => Promise<string>,
  look: () => Promise<Found>,
  texts: readonly (string | null)[],
): Promise<string | Found> {
  try {
    return await commit();
  } catch (error) {
    const isConflict = error instanceof GitLabError && error.kind === 'conflict';
    if (!isConflict && !isUnclear(error)) throw error;
    const found = await look().catch(() => {
      if (isConflict) throw error;
      throw withWords(error, said('apply.commitMayBeMade'));
    });
    if (!haveTexts(found, texts)) throw error;
    return found;
  }
}

/** Commits new texts of files, all in one commit. Its undo restores them, from the repository's own history. */
export async function commit(means: Means, change: Commit, watch: Watch = unwatched): Promise<Outcome> {
  const {gitlab} = means;
  const {projectId, branch, files} = change;
  const message = change.message.trim();
  assertCommitWords({message});
  const texts = files.map(({to}) => to);
  const look = () => filesNow(gitlab, projectId, files);
  await watch.onSending(undefined);
  const answer = await send(() => gitlab.commit(projectId, branch, message, actionsFor(files)), look, texts);
  const own = typeof answer === 'string' ? answer : '';
  // A look that fails after a clear answer is no failure: the commit was made, and its id is known.
  const found = typeof answer === 'string' ? await look().catch(() => undefined) : answer;
  if (found === undefined || haveTexts(found, texts)) return {undo: restoreOf(change, found, own), goTo: undefined};
  // Somebody's commit came right after, and taking ours back would take theirs along; or somebody else sees no files.
  return (await isStillSignedIn(means)) ? nothing : {undo: restoreOf(change, undefined, own), goTo: undefined};
}

/**
 * What takes a commit back. Where GitLab acts on the commit's message, it would act once more on one that repeats it.
 *
 * @param found the files as the commit left them
 * @param own the commit's id, where they could not be read
 */
function restoreOf({projectId, branch, message, files}: Commit, found: Found | undefined, own = ''): Restore {
  return {
    kind: 'restore',
    projectId,
    branch,
    message: messageHint(message, true) === undefined ? undoMessage(message.trim()) : changesTexts.undoOfCommit,
    files: files.map(({path, lastCommitId}, index) => ({
      path,
      commitId: found?.[index]?.lastCommitId ?? own,
      before: lastCommitId ?? null,
    })),
  };
}

/**
 * What came of a commit whose answer was lost.
 *
 * @returns its outcome where the files are as it makes them; undefined where somebody changed them otherwise
 * @throws GitLabError where the files cannot be read
 */
export async function commitMade(gitlab: GitLab, change: Commit): Promise<Outcome | 'not-made' | undefined> {
  const {projectId, files} = change;
  const found = await filesNow(gitlab, projectId, files);
  const texts = files.map(({to}) => to);
  if (haveTexts(found, texts)) return {undo: restoreOf(change, found), goTo: undefined};
  return files.every(({lastCommitId}, index) => found[index]?.lastCommitId === lastCommitId) ? 'not-made' : undefined;
}

/** Whether the files are as a restore brings them back. Throws GitLabError. */
export async function isRestored(gitlab: GitLab, {projectId, files}: Restore): Promise<boolean> {
  const before = files.map(async ({path, before: commitId}) =>
    commitId === null ? null : (textOfBytes((await gitlab.file(projectId, path, commitId)).bytes) ?? ''),
  );
  const [now, texts] = await Promise.all([filesNow(gitlab, projectId, files), Promise.all(before)]);
  return haveTexts(now, texts);
}

/** Brings files back to what they were before a commit of ours, if nobody changed them since. */
export async function restore(gitlab: GitLab, change: Restore, watch: Watch = unwatched): Promise<Outcome> {
  const {projectId, branch, files} = change;
  const message = change.message.trim();
  assertCommitWords({message});
  const look = () => filesNow(gitlab, projectId, files);
  const before = Promise.all(
    files.map(async ({path, before: commitId}) => {
      if (commitId === null) return null;
      const text = textOfBytes((await gitlab.file(projectId, path, commitId)).bytes);
      if (text === undefined) throw changedMeanwhile(said('apply.fileChanged', path));
      return text;
    }),
  );
  const [now, texts] = await Promise.all([look(), before]);
  // An earlier try, whose answer was lost, brought them back.
  if (haveTexts(now, texts)) return nothing;
  const actions = files.map(({path, commitId}, index): FileAction => {
    if (now[index]?.lastCommitId !== commitId) throw changedMeanwhile(said('apply.fileChanged', path));
    const text = texts[index];
    return typeof text === 'string'
      ? {action: 'update', path, text, lastCommitId: commitId}
      : {action: 'delete', path, lastCommitId: commitId};
  });
  await watch.onSending(undefined);
  await send(() => gitlab.commit(projectId, branch, message, actions), look, texts);
  return nothing;
}
