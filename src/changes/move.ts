import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {Group, Project, Visibility} from '../gitlab/model.ts';
import type {Change, Move} from './change.ts';
import {changedMeanwhile, type Hands, type Outcome} from './outcome.ts';

/** How often, and with how many milliseconds between, GitLab is asked whether a transfer is finished. */
const polls = 20;
const pollPause = 1_000;

/** Transfers a project and waits until it is there. Resolves to the project as it is then. */
async function transfer({gitlab, pause}: Hands, projectId: number, groupId: number): Promise<Project> {
  await gitlab.transferProject(projectId, groupId);
  for (let poll = 1; poll <= polls; poll += 1) {
    const after = await gitlab.project(projectId);
    if (after.group.id === groupId) return after;
    await pause(pollPause);
  }
  throw new GitLabError('unavailable', 'GitLab took the move but has not finished it yet.');
}

async function groupFor({gitlab}: Hands, {segment, group}: Move): Promise<{group: Group; wasCreated: boolean}> {
  try {
    return {group: await gitlab.group(`${segment}/${group.path}`), wasCreated: false};
  } catch (error) {
    if (!(error instanceof GitLabError) || error.kind !== 'missing') throw error;
  }
  const parent = await gitlab.group(segment);
  return {group: await gitlab.createSubgroup(parent.id, group.name, group.path), wasCreated: true};
}

/** An error with a further sentence to what happened. */
function withWords(error: unknown, words: string): GitLabError {
  const {kind, words: own} = problemOf(error);
  return new GitLabError(kind === 'not-kept' ? 'unavailable' : kind, `${own} ${words}`);
}

/** Moves a project to a customer group, which is created where there is none. */
export async function move(hands: Hands, change: Move): Promise<Outcome> {
  const target = `${change.segment}/${change.group.path}`;
  const before = await hands.gitlab.project(change.projectId);
  if (before.group.path.toLowerCase() === target.toLowerCase()) return {undo: undefined, goTo: before.webUrl};
  if (before.group.path !== change.from) throw changedMeanwhile('Where the project lies');
  const {group, wasCreated} = await groupFor(hands, change);
  const after = await transfer(hands, change.projectId, group.id).catch(error => {
    throw wasCreated
      ? withWords(error, `The private group ${group.path} was made for it and is there: the next try uses it.`)
      : error;
  });
  const undo: Change = {
    kind: 'move-back',
    projectId: change.projectId,
    from: {id: group.id, path: group.path},
    to: {id: before.group.id, path: before.group.path},
    wasCreated: wasCreated || change.isGroupNew === true,
    ...(after.visibility === before.visibility ? {} : {visibility: {from: after.visibility, to: before.visibility}}),
  };
  return {undo, goTo: after.webUrl};
}

/** Brings the visibility back that GitLab lowered with the move, unless somebody set another one since. */
async function restoreVisibility(
  {gitlab}: Hands,
  project: Project,
  visibility: {readonly from: Visibility; readonly to: Visibility},
): Promise<string[]> {
  if (project.visibility !== visibility.from) return [];
  try {
    await gitlab.setProjectVisibility(project.id, visibility.to);
    return [];
  } catch (error) {
    return [`The project is back, but still ${project.visibility}. ${problemOf(error).words}`];
  }
}

/** Deletes the group that was created for a move, if nothing is in it. */
async function removeGroup({gitlab}: Hands, group: {readonly id: number; readonly path: string}): Promise<string[]> {
  try {
    if (await gitlab.isEmptyGroup(group.id)) await gitlab.deleteGroup(group.id);
    return [];
  } catch (error) {
    return [`The project is back, but the group ${group.path} is still there. ${problemOf(error).words}`];
  }
}

/**
 * Moves a project back to where it came from, with the visibility that it had, and deletes the group that was created for it if
 * nothing else came in.
 */
export async function moveBack(hands: Hands, change: Extract<Change, {kind: 'move-back'}>): Promise<Outcome> {
  const now = await hands.gitlab.project(change.projectId);
  if (now.group.id !== change.from.id) throw changedMeanwhile('Where the project lies');
  const after = await transfer(hands, change.projectId, change.to.id);
  const left = [
    ...(change.visibility ? await restoreVisibility(hands, after, change.visibility) : []),
    ...(change.wasCreated ? await removeGroup(hands, change.from) : []),
  ];
  return {undo: undefined, goTo: after.webUrl, left};
}
