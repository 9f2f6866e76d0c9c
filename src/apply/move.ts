import type {Change, Move} from '../changes/change.ts';
import {nothing, type Outcome} from '../changes/outcome.ts';
import {errorOfChange, GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {type Group, type Project, type Visibility, visibilities} from '../gitlab/model/model.ts';
import {endsSession, passes} from '../gitlab/model/problem.ts';
import {applyTexts} from '../texts/apply.ts';
import {inTurn, type Said, said} from '../texts/said.ts';
import {createGroup, groupAt, removeGroup} from './customer-group.ts';
import {changedMeanwhile, isUnclear, type Means, onceThere, unwatched, type Watch, withWords} from './means.ts';
import {assertGains} from './move-access.ts';
import {assertAsShown, faultIn, lookAtTarget} from './move-plan.ts';

/** How often GitLab is asked whether a transfer is finished, and the milliseconds between: first soon, then less often. */
const polls = 100;
const soonPolls = 20;
const soonPause = 1_000;
const laterPause = 3_000;
/** The same where it is not known whether GitLab took the transfer. */
const unclearPolls = 5;

type MoveBack = Extract<Change, {kind: 'move-back'}>;

function stillMoving(): GitLabError {
  return new GitLabError('running', said('apply.stillMoving'));
}

/**
 * Asks GitLab until a project lies in a group. Meanwhile it may not find the project: a transfer can be a job that takes minutes
 * (flag `groups_and_projects_async_transfer`).
 *
 * @returns undefined where it does not lie there yet
 */
async function waitForMove(
  {gitlab, pause}: Means,
  projectId: number,
  groupId: number,
  most: number,
  {onProgress, isStopped}: Pick<Watch, 'onProgress' | 'isStopped'>,
): Promise<Project | undefined> {
  let waited = 0;
  for (let poll = 1; poll <= most; poll += 1) {
    const now = await gitlab.project(projectId).catch(error => {
      const {kind} = problemOf(error);
      if (kind === 'missing' || (passes(kind) && !endsSession(kind))) return undefined;
      throw error;
    });
    if (now?.group.id === groupId) return now;
    if (isStopped()) return undefined;
    const wait = poll < soonPolls ? soonPause : laterPause;
    await pause(wait);
    waited += wait / 1_000;
    onProgress(poll, most, applyTexts.moving(waited));
  }
  return undefined;
}

/**
 * Transfers a project and waits until it is there. Resolves to the project as it is then.
 *
 * @param undo takes the move back once it is done
 * @param isGroupNew whether the group was made a moment ago, so that GitLab may not find it yet
 * @throws GitLabError `running` where GitLab is not finished yet
 */
async function transfer(
  means: Means,
  projectId: number,
  groupId: number,
  watch: Watch,
  undo?: Change,
  isGroupNew = false,
): Promise<Project> {
  const send = () => means.gitlab.transferProject(projectId, groupId);
  await watch.onSending(undo);
  try {
    await (isGroupNew ? onceThere(means, send) : send());
  } catch (error) {
    const isUnderWay = error instanceof GitLabError && error.kind === 'running';
    if (!isUnderWay && !isUnclear(error)) throw error;
    if (!isUnderWay) {
      // The answer was lost: where the project lies tells whether GitLab took it.
      const found = await waitForMove(means, projectId, groupId, unclearPolls, watch).catch(() => undefined);
      if (found !== undefined) return found;
      // GitLab may still be at it.
      throw errorOfChange(error, 'unseen');
    }
  }
  const after = await waitForMove(means, projectId, groupId, polls, watch);
  if (after === undefined) throw stillMoving();
  return after;
}

/** What a project's visibility becomes with a move: GitLab lowers it to its new group's. */
function visibilityIn(group: Group, {visibility}: Project): Visibility {
  return visibilities.indexOf(visibility) > visibilities.indexOf(group.visibility) ? group.visibility : visibility;
}

/**
 * Moves a project to a customer group, which is created where there is none: only into what was shown, and where nothing speaks
 * against it.
 *
 * @throws GitLabError `conflict` where something else stands there now; nothing is moved then
 */
export async function move(means: Means, change: Move, watch: Watch = unwatched): Promise<Outcome> {
  const {gitlab} = means;
  const before = await gitlab.project(change.projectId);
  if (before.group.path.toLowerCase() === `${change.segment}/${change.group.path}`.toLowerCase()) {
    return {...nothing, goTo: before.webUrl};
  }
  if (before.group.path !== change.from) throw changedMeanwhile(said('apply.placeChanged'));
  const {id: userId} = await means.pageUser();
  const target = await lookAtTarget(gitlab, before, change, userId);
  assertAsShown(target, change, change.target);
  const lying = target.group ?? target.parent;
  if (change.gains) await assertGains(gitlab, change.projectId, lying.id, change.gains, userId);
  const wasCreated = target.group === undefined;
  // What takes it back has the group's id: it is known with GitLab's answer.
  if (wasCreated) await watch.onSending(undefined);
  const group = target.group === undefined ? await createGroup(gitlab, target.parent, change.group) : target.group;
  const isNew = wasCreated || change.isGroupNew === true;
  const undoFrom = (visibility: Visibility): MoveBack => ({
    kind: 'move-back',
    projectId: change.projectId,
    from: {id: group.id, path: group.path},
    to: {id: before.group.id, path: before.group.path},
    wasCreated: isNew,
    ...(visibility === before.visibility ? {} : {visibility: {from: visibility, to: before.visibility}}),
  });
  const expected = undoFrom(visibilityIn(group, before));
  const after = await transfer(means, change.projectId, group.id, watch, expected, isNew).catch(error => {
    if (!wasCreated || (error instanceof GitLabError && error.kind === 'running')) throw error;
    throw withWords(error, said('apply.groupMadeForMove', group.path));
  });
  return {undo: undoFrom(after.visibility), goTo: after.webUrl};
}

/** That the group is there which a move made that did not come about, as far as GitLab tells, as a sentence. Throws GitLabError. */
export async function groupRemains(gitlab: GitLab, {target, segment, group}: Move): Promise<readonly Said[]> {
  const there = target === null ? await groupAt(gitlab, `${segment}/${group.path}`) : undefined;
  return there && !there.isGoing ? [said('apply.groupRemains', there.path)] : [];
}

/** Brings the visibility back that GitLab lowered with the move, unless somebody set another one since. */
async function restoreVisibility(
  {gitlab}: Means,
  project: Project,
  visibility: {readonly from: Visibility; readonly to: Visibility},
): Promise<Said[]> {
  if (project.visibility === visibility.to) return [];
  const now = said(`changes.visibility ${project.visibility}`);
  if (project.visibility !== visibility.from) return [said('apply.isBackVisibilityChanged', now)];
  try {
    await gitlab.setProjectVisibility(project.id, visibility.to);
    return [];
  } catch (error) {
    return [said('apply.isBackStillVisible', now, problemOf(error).words)];
  }
}

/** Deletes the group that was created for a move, if nothing is in it. */
async function removeCreated(means: Means, {from, projectId}: MoveBack): Promise<readonly Said[]> {
  try {
    return (await removeGroup(means, from, {movedOut: projectId})).map(sentence =>
      inTurn(said('apply.isBack'), sentence),
    );
  } catch (error) {
    return [said('apply.isBackGroupThere', from.path, problemOf(error).words)];
  }
}

/**
 * Makes sure that a project can go back to where it came from.
 *
 * @throws GitLabError `conflict` where something speaks against it, or more people would gain access than was shown
 */
async function assertMayReturn({gitlab, pageUser}: Means, project: Project, {to, gains}: MoveBack): Promise<void> {
  const [group, {id: userId}] = await Promise.all([gitlab.group(to.id), pageUser()]);
  const fault = await faultIn(gitlab, project, group, userId);
  if (fault !== undefined) throw new GitLabError('conflict', inTurn(said('apply.cannotGoBack'), fault.words));
  if (gains) await assertGains(gitlab, project.id, to.id, gains, userId);
}

/**
 * Moves a project back to where it came from, with the visibility that it had, and deletes the group that was created for it if
 * nothing else came in. What could not be done is told.
 */
export async function moveBack(means: Means, change: MoveBack, watch: Watch = unwatched): Promise<Outcome> {
  const now = await means.gitlab.project(change.projectId);
  // A try that was left to itself brought it back: the rest is still to be done.
  const isBack = now.group.id === change.to.id;
  if (!isBack && now.group.id !== change.from.id) throw changedMeanwhile(said('apply.placeChanged'));
  if (!isBack) await assertMayReturn(means, now, change);
  const after = isBack ? now : await transfer(means, change.projectId, change.to.id, watch);
  const left = [
    ...(change.visibility ? await restoreVisibility(means, after, change.visibility) : []),
    ...(change.wasCreated ? await removeCreated(means, change) : []),
  ];
  return {undo: undefined, goTo: after.webUrl, left};
}
