import type {Group, Project} from '../gitlab/model.ts';
import {locateGroup} from '../workspace/locate.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {defineCheck, type Finding, fail, pass} from './check.ts';
import {visibility, visibilityMeans} from './visibility.ts';

const words = {
  id: 'group-visibility',
  title: 'Customer group is private',
  failureTitle: 'Customer group is not private',
  handbook: '(Visibility Level should be Private)',
};

/** @param project the one in the group, where it is known: GitLab makes a group private only when its projects are */
function judge(group: Group, workspace: Workspace, project?: Project): Finding {
  if (locateGroup(group.path, workspace).kind !== 'customer-group') {
    return fail('The project is in no customer group yet. When it is moved, a private one is created.');
  }
  if (group.visibility === 'private') return pass(visibilityMeans.private);
  const isTooEarly = project !== undefined && project.visibility !== 'private';
  const first = isTooEarly ? ' Make the project private first, or GitLab refuses to make the group private.' : '';
  return fail(`${visibilityMeans[group.visibility]}${first}`, {
    fix: {
      kind: 'change',
      label: 'Make private',
      change: {kind: 'group-visibility', groupId: group.id, from: group.visibility, to: 'private'},
      ...(isTooEarly ? {after: visibility.id} : {}),
    },
    byHand: {label: 'Open settings', path: `/groups/${group.path}/-/edit`},
  });
}

/** Handbook: the customer's subgroup is private too. */
export const groupVisibility = defineCheck({
  ...words,
  needs: ['group'],
  uses: ['project'],
  judge: ({group, project}, workspace) =>
    judge(group, workspace, project.state === 'known' ? project.value : undefined),
});

/** The same on a group's own page, where its projects are not read. */
export const ownGroupVisibility = defineCheck({
  ...words,
  needs: ['group'],
  judge: ({group}, workspace) => judge(group, workspace),
});
