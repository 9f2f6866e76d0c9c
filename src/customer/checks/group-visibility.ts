import type {Group, Project} from '../../gitlab/model/model.ts';
import {locateGroup} from '../../workspace/locate.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {type CheckDefinition, defineCheck, type Finding, fail, pass} from './check.ts';
import {visibility, visibilityMeans} from './visibility.ts';

const words: Pick<
  CheckDefinition<never, never, never>,
  'id' | 'title' | 'failureTitle' | 'handbook' | 'withoutAnswer'
> = {
  id: 'group-visibility',
  title: 'Customer group is private',
  failureTitle: 'Customer group is not private',
  handbook: '(Visibility Level should be Private)',
  withoutAnswer: {turn: 2, reach: 'many'},
};

/**
 * @param outer the customer's groups around it, the inner ones first
 * @param project the one in the group, where it is known
 */
function judge(group: Group, outer: readonly Group[], workspace: Workspace, project?: Project): Finding {
  if (locateGroup(group.path, workspace).kind !== 'customer-group') {
    return fail('The project is in no customer group yet. When it is moved, a private one is created.');
  }
  // GitLab makes a group private only when all that is in it is, so the innermost one comes first.
  const open = [group, ...outer].find(({visibility}) => visibility !== 'private');
  if (open === undefined) return pass(visibilityMeans.private);
  const means = visibilityMeans[open.visibility];
  const said = open === group ? means : `The group ${open.path} around it is ${open.visibility}. ${means}`;
  const isTooEarly = project !== undefined && project.visibility !== 'private';
  const first = isTooEarly ? ' Make the project private first, or GitLab refuses to make the group private.' : '';
  return fail(`${said}${first}`, {
    fix: {
      kind: 'change',
      label: 'Make private',
      change: {kind: 'group-visibility', groupId: open.id, from: open.visibility, to: 'private'},
      ...(isTooEarly ? {after: visibility.id} : {}),
    },
    byHand: {label: 'Open settings', path: `/groups/${open.path}/-/edit`},
  });
}

/** Handbook: the customer's subgroup is private too. */
export const groupVisibility = defineCheck({
  ...words,
  needs: ['group', 'outerGroups'],
  helps: ['project'],
  judge: ({group, outerGroups, project}, workspace) =>
    judge(group, outerGroups, workspace, project.state === 'known' ? project.value : undefined),
});

/** The same on a group's own page, where its projects are not read. */
export const ownGroupVisibility = defineCheck({
  ...words,
  needs: ['group'],
  judge: ({group}, workspace) => judge(group, [], workspace),
});
