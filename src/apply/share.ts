import type {Change} from '../changes/change.ts';
import type {ChangeOf} from '../changes/kinds/kind.ts';
import {nothing, type Outcome} from '../changes/outcome.ts';
import {GitLabError} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {said} from '../texts/said.ts';
import {doneOr, type ExecutorsOf} from './executor.ts';
import {assertSet, changedMeanwhile, type Means, type Watch} from './means.ts';
import {hasRole} from './own-role.ts';

/**
 * GitLab says no more than this to those who are no Owner of the project or no member of the group, and where the top-level group
 * forbids it. Source: its `group_linkable.rb` and `project_policy.rb`.
 */
function mayNotShare(error: unknown): error is GitLabError {
  if (!(error instanceof GitLabError) || error.kind !== 'missing') return false;
  const {text, with: [, words] = []} = error.words;
  return text === 'gitlab.saysSo' && words === 'Not Found';
}

/** How the project is shared with the group by now; undefined where it is not. */
async function linkNow(gitlab: GitLab, {projectId, groupId}: ChangeOf<'share' | 'unshare'>) {
  const {sharedWith} = await gitlab.project(projectId);
  return sharedWith.find(({id}) => id === groupId);
}

/** Shares the project with a group, unless somebody else did meanwhile. */
async function share(means: Means, change: ChangeOf<'share'>, watch: Watch): Promise<Outcome> {
  const {gitlab} = means;
  const {projectId, groupId, groupName, accessLevel} = change;
  const undo: Change = {kind: 'unshare', projectId, groupId, accessLevel};
  const before = await linkNow(gitlab, change);
  // One that ends some day is not what was asked for; GitLab says what is in the way.
  if (before !== undefined && before.expiresAt === undefined) {
    if (before.accessLevel === accessLevel) return nothing;
    throw changedMeanwhile(said('apply.groupAccessChanged'));
  }
  await watch.onSending(undo);
  try {
    await gitlab.shareProject(projectId, groupId, accessLevel);
  } catch (error) {
    if (!mayNotShare(error)) throw error;
    throw (await hasRole(means, change))
      ? new GitLabError('invalid', said('apply.ownerMayNotShare', groupName), error.status)
      : new GitLabError('denied', said('apply.onlyOwnerShares', groupName), error.status);
  }
  await assertSet(means, async () =>
    (await linkNow(gitlab, change)) ? undefined : said('apply.stillNotShared', groupName),
  );
  return {undo, goTo: undefined};
}

/** Ends the sharing with a group, if it is still as it was made; one that is gone is as good as ended. */
async function unshare(means: Means, change: ChangeOf<'unshare'>, watch: Watch): Promise<Outcome> {
  const {gitlab} = means;
  const link = await linkNow(gitlab, change);
  if (link === undefined) return nothing;
  if (link.accessLevel !== change.accessLevel) throw changedMeanwhile(said('apply.groupAccessChanged'));
  await watch.onSending(undefined);
  await gitlab.unshareProject(change.projectId, change.groupId);
  await assertSet(means, async () => {
    const still = await linkNow(gitlab, change);
    return still && said('apply.stillShared', still.name);
  });
  return nothing;
}

/** How a project is shared with a group. */
export const sharingExecutors: ExecutorsOf<'share' | 'unshare'> = {
  share: {
    make: share,
    settle: async ({gitlab}, change, {undo}) => doneOr(Boolean(await linkNow(gitlab, change)), {undo, goTo: undefined}),
  },
  unshare: {make: unshare, settle: async ({gitlab}, change) => doneOr(!(await linkNow(gitlab, change)))},
};
