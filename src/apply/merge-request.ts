import type {Change} from '../changes/change.ts';
import {branchTaken} from '../changes/commit-faults.ts';
import {titleOf} from '../changes/commit-words.ts';
import {nothing, type Outcome} from '../changes/outcome.ts';
import type {WritableNotebook} from '../facts/record.ts';
import {textOfBytes} from '../gitlab/bytes.ts';
import {errorOfChange, GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {orNone} from '../gitlab/missing.ts';
import type {Commit, User} from '../gitlab/model/model.ts';
import {type Said, said} from '../texts/said.ts';
import {actionsFor, assertCommitWords} from './commit.ts';
import {changedMeanwhile, isUnclear, unwatched, type Watch, withWords} from './means.ts';

type Wanted = Extract<Change, {kind: 'merge-request'}>;
type Closing = Extract<Change, {kind: 'close-merge-request'}>;

/** A branch's last commit; undefined where there surely is no such branch. Throws GitLabError. */
function headOf(gitlab: GitLab, project: number, branch: string): Promise<Commit | undefined> {
  // To whom is signed out by now, GitLab says of all that is private that it does not find it.
  return orNone(gitlab.branchHead(project, branch), () => gitlab.project(project));
}

/** Whether a commit is the one that this user sent. */
function isOurs(head: Commit, {message}: Wanted, {name}: User): boolean {
  return head.message.trim() === message.trim() && head.authorName === name;
}

/** Whether a branch is what an earlier try, whose answer was lost, made of just this change. */
async function isOfEarlierTry(gitlab: GitLab, wanted: Wanted, head: Commit): Promise<boolean> {
  const {projectId, source, files} = wanted;
  if (!isOurs(head, wanted, await gitlab.user())) return false;
  const found = await Promise.all(files.map(({path}) => orNone(gitlab.file(projectId, path, source))));
  return files.every(({to}, index) => {
    const file = found[index];
    return file !== undefined && textOfBytes(file.bytes) === to;
  });
}

/** Commits to the new branch. @returns the commit's id */
async function commitToBranch(gitlab: GitLab, wanted: Wanted): Promise<string> {
  const {projectId, source, target, message, files} = wanted;
  try {
    return await gitlab.commit(projectId, source, message.trim(), actionsFor(files), target);
  } catch (error) {
    // What GitLab refused left no branch, and one of that name is somebody's.
    if (!isUnclear(error)) throw error;
    const look = Promise.all([headOf(gitlab, projectId, source), gitlab.user()]);
    const [head, user] = await look.catch(() => {
      throw withWords(error, said('apply.branchMayBeMade', source));
    });
    if (head === undefined || !isOurs(head, wanted, user)) throw error;
    return head.id;
  }
}

/**
 * Deletes a branch that holds nothing but a commit of ours.
 *
 * @param commitId the commit; undefined where it is not known
 * @returns why the branch may still be there
 */
async function deleteOwnBranch(
  gitlab: GitLab,
  project: number,
  branch: string,
  commitId: string | undefined,
): Promise<Said | undefined> {
  const stays = said('apply.branchStays', branch);
  try {
    const head = await headOf(gitlab, project, branch);
    if (head === undefined) return undefined;
    if (head.id !== commitId) return stays;
    await gitlab.deleteBranch(project, branch, head);
    return undefined;
  } catch (error) {
    // It was changed, or deleted, since it was looked at; or the answer was lost.
    if (error instanceof GitLabError && error.status === 412) return stays;
    const isGone = await headOf(gitlab, project, branch).then(
      head => head === undefined,
      () => false,
    );
    return isGone ? undefined : said('apply.branchMayBeThere', branch, problemOf(error).words);
  }
}

/**
 * Makes the merge request of a branch of ours, or takes the one that an earlier try made.
 *
 * @param isFresh whether the branch was made by this try
 * @returns its number
 */
async function mergeRequestOf(gitlab: GitLab, wanted: Wanted, head: string, isFresh: boolean): Promise<number> {
  const {projectId, source, target, message} = wanted;
  const look = async () => {
    const [open, {id}] = await Promise.all([gitlab.openMergeRequests(projectId, source), gitlab.user()]);
    return {own: open.find(({authorId}) => authorId === id), isSomebodys: open.length > 0};
  };
  const known = isFresh ? undefined : (await look()).own;
  if (known !== undefined) return known.iid;
  try {
    return await gitlab.createMergeRequest(projectId, source, target, titleOf(message));
  } catch (error) {
    const mayBeThere = isUnclear(error) || (error instanceof GitLabError && error.kind === 'taken');
    const found = mayBeThere
      ? await look().catch(() => {
          throw withWords(error, said('apply.mergeRequestMayBeThere', source));
        })
      : undefined;
    if (found?.own !== undefined) return found.own.iid;
    // Somebody made one of our branch: without the branch that would be gone.
    if (found?.isSomebodys) throw errorOfChange(error, 'unseen');
    // What lies below the commit in a branch that was there before is not known.
    if (!isFresh) throw withWords(error, said('apply.branchOfEarlierTry', source));
    const left = await deleteOwnBranch(gitlab, projectId, source, head);
    throw left === undefined ? error : withWords(error, left);
  }
}

/**
 * Commits to a new branch and makes a merge request of it. Without the one the other is taken back; what an earlier try made,
 * although its answer was lost, is gone on with.
 */
export async function requestMerge(
  gitlab: GitLab,
  notebook: WritableNotebook,
  wanted: Wanted,
  watch: Watch = unwatched,
): Promise<Outcome> {
  const {projectId, source, target, message} = wanted;
  assertCommitWords({message, branch: source});
  const there = await headOf(gitlab, projectId, source);
  if (there !== undefined && (source === target || !(await isOfEarlierTry(gitlab, wanted, there)))) {
    throw new GitLabError('taken', branchTaken(source));
  }
  await watch.onSending(undefined);
  const head = there?.id ?? (await commitToBranch(gitlab, wanted));
  const iid = await mergeRequestOf(gitlab, wanted, head, there === undefined);
  return waitingFor(notebook, wanted, iid, head);
}

/** Keeps that the row waits for its merge request. */
async function waitingFor(
  notebook: WritableNotebook,
  {projectId, source, files}: Wanted,
  iid: number,
  head: string,
): Promise<Outcome> {
  const undo: Change = {kind: 'close-merge-request', projectId, iid, source, head};
  try {
    const waiting = {iid, files: files.map(({path}) => path)};
    await notebook.updateRecord(projectId, record => ({...record, waiting}));
    return {undo, goTo: undefined};
  } catch (error) {
    return {undo, goTo: undefined, left: [said('apply.rowCannotWait', iid, problemOf(error).words)]};
  }
}

/**
 * What came of a merge request whose answer was lost: one of this user's, of this branch, whose last commit is the one that was sent.
 *
 * @throws GitLabError where that cannot be looked at
 */
export async function mergeRequestMade(
  gitlab: GitLab,
  notebook: WritableNotebook,
  wanted: Wanted,
): Promise<Outcome | 'not-made' | undefined> {
  const {projectId, source} = wanted;
  const [head, user] = await Promise.all([headOf(gitlab, projectId, source), gitlab.user()]);
  if (head === undefined) return 'not-made';
  if (!isOurs(head, wanted, user)) return undefined;
  const own = (await gitlab.openMergeRequests(projectId, source)).find(({authorId}) => authorId === user.id);
  // The branch alone is gone on with by the next try.
  return own ? waitingFor(notebook, wanted, own.iid, head.id) : 'not-made';
}

/** That the branch of a merge request is there which was not made, as a sentence. Throws GitLabError. */
export async function branchRemains(gitlab: GitLab, wanted: Wanted): Promise<readonly Said[]> {
  const [head, user] = await Promise.all([headOf(gitlab, wanted.projectId, wanted.source), gitlab.user()]);
  return head !== undefined && isOurs(head, wanted, user) ? [said('apply.branchRemains', wanted.source)] : [];
}

/** No row waits for a merge request any more. @returns why one may wait still */
async function endWaiting(notebook: WritableNotebook, {projectId, iid}: Closing): Promise<Said | undefined> {
  try {
    await notebook.updateRecord(projectId, record =>
      record.waiting?.iid === iid ? {...record, waiting: undefined} : record,
    );
    return undefined;
  } catch (error) {
    return said('apply.rowMayWait', iid, problemOf(error).words);
  }
}

/** Closes a merge request that is open, and looks whether it is where the answer is lost. */
async function close(gitlab: GitLab, project: number, iid: number): Promise<void> {
  try {
    await gitlab.closeMergeRequest(project, iid);
  } catch (error) {
    if (!isUnclear(error)) throw error;
    const {state} = await gitlab.mergeRequest(project, iid).catch(() => {
      throw withWords(error, said('apply.mergeRequestMayBeClosed', iid));
    });
    if (state !== 'closed') throw error;
  }
}

/**
 * Closes a merge request of ours, and deletes its branch if nobody else committed to it. Where somebody closed it already, that is
 * told.
 */
export async function closeMergeRequest(
  gitlab: GitLab,
  notebook: WritableNotebook,
  change: Closing,
  watch: Watch = unwatched,
): Promise<Outcome> {
  const {projectId, iid, source, head} = change;
  const {state, closedById} = await gitlab.mergeRequest(projectId, iid);
  if (state !== 'opened' && state !== 'closed') throw changedMeanwhile(said('apply.mergeRequestChanged', iid));
  // One that the user closed is what an earlier try left whose answer was lost.
  const isOthersEnd = state === 'closed' && closedById !== (await gitlab.user()).id;
  await watch.onSending(undefined);
  if (state === 'opened') await close(gitlab, projectId, iid);
  const stays = await deleteOwnBranch(gitlab, projectId, source, head);
  const left = isOthersEnd
    ? [said('apply.mergeRequestWasClosed', iid), stays ?? said('apply.branchGone', source)]
    : [stays];
  left.push(await endWaiting(notebook, change));
  return {...nothing, left: left.filter(words => words !== undefined)};
}

/**
 * What came of closing a merge request whose answer was lost: it is closed, and its branch gone or with commits of somebody else on
 * top. No row waits for it then.
 *
 * @throws GitLabError where that cannot be looked at
 */
export async function closedNow(
  gitlab: GitLab,
  notebook: WritableNotebook,
  change: Closing,
): Promise<Outcome | 'not-made'> {
  const {projectId, iid, source, head} = change;
  if ((await gitlab.mergeRequest(projectId, iid)).state !== 'closed') return 'not-made';
  const now = await orNone(gitlab.branchHead(projectId, source));
  if (now?.id === head) return 'not-made';
  const waits = await endWaiting(notebook, change);
  return {...nothing, ...(waits && {left: [waits]})};
}
