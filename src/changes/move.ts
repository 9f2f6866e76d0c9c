import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {Group} from '../gitlab/model.ts';
import type {Change, Move} from './change.ts';
import {changedMeanwhile, type Hands, type Outcome} from './outcome.ts';

/** How often, and with how many milliseconds between, GitLab is asked whether a transfer is finished. */
const polls = 20;
const pollPause = 1_000;

/** Transfers a project and waits until it is there. Resolves to its new address. */
async function transfer({gitlab, pause}: Hands, projectId: number, groupId: number): Promise<string> {
  await gitlab.transferProject(projectId, groupId);
  for (let poll = 1; poll <= polls; poll += 1) {
    const after = await gitlab.project(projectId);
    if (after.group.id === groupId) return after.webUrl;
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

/** Moves a project to a customer group, which is created where there is none. */
export async function move(hands: Hands, change: Move): Promise<Outcome> {
  const target = `${change.segment}/${change.group.path}`;
  const before = await hands.gitlab.project(change.projectId);
  if (before.group.path.toLowerCase() === target.toLowerCase()) return {undo: undefined, goTo: before.webUrl};
  if (before.group.path !== change.from) throw changedMeanwhile('Where the project lies');
  const {group, wasCreated} = await groupFor(hands, change);
  const goTo = await transfer(hands, change.projectId, group.id);
  const undo: Change = {
    kind: 'move-back',
    projectId: change.projectId,
    from: {id: group.id, path: group.path},
    to: {id: before.group.id, path: before.group.path},
    wasCreated,
  };
  return {undo, goTo};
}

/** Moves a project back to where it came from, and deletes the group that was created for it if nothing else came in. */
export async function moveBack(hands: Hands, change: Extract<Change, {kind: 'move-back'}>): Promise<Outcome> {
  const {gitlab} = hands;
  const now = await gitlab.project(change.projectId);
  if (now.group.id !== change.from.id) throw changedMeanwhile('Where the project lies');
  const goTo = await transfer(hands, change.projectId, change.to.id);
  if (!change.wasCreated) return {undo: undefined, goTo};
  try {
    if (await gitlab.isEmptyGroup(change.from.id)) await gitlab.deleteGroup(change.from.id);
    return {undo: undefined, goTo};
  } catch (error) {
    const left = [`The project is back, but the group ${change.from.path} is still there. ${problemOf(error).words}`];
    return {undo: undefined, goTo, left};
  }
}
