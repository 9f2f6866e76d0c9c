import type {Group, Project} from '../../gitlab/model/model.ts';
import {customerTexts} from '../../texts/customer.ts';
import {inTurn, type Said, said} from '../../texts/said.ts';
import {locateGroup} from '../../workspace/locate.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {type CheckDefinition, defineCheck, type Finding, fail, pass} from './check.ts';
import {visibility} from './visibility.ts';

const words: Pick<
  CheckDefinition<never, never, never>,
  'id' | 'title' | 'failureTitle' | 'handbook' | 'withoutAnswer'
> = {
  id: 'group-visibility',
  title: customerTexts.groupVisibilityTitle,
  failureTitle: customerTexts.groupVisibilityFailureTitle,
  handbook: '(Visibility Level should be Private)',
  withoutAnswer: {turn: 2, reach: 'many'},
};

/** That a group around the customer's is open, which one and how far. */
function around({path, visibility: level}: Group): Said {
  return level === 'public'
    ? said('customer.groupVisibilityAroundPublic', path)
    : said('customer.groupVisibilityAroundInternal', path);
}

/**
 * @param outer the customer's groups around it, the inner ones first
 * @param project the one in the group, where it is known
 */
function judge(group: Group, outer: readonly Group[], workspace: Workspace, project?: Project): Finding {
  if (locateGroup(group.path, workspace).kind !== 'customer-group') {
    return fail(said('customer.groupVisibilityNoGroup'), {waitsFor: 'location'});
  }
  // GitLab makes a group private only when all that is in it is, so the innermost one comes first.
  const open = [group, ...outer].find(({visibility}) => visibility !== 'private');
  if (open === undefined) return pass(said('customer.visibility private'));
  const isTooEarly = project !== undefined && project.visibility !== 'private';
  const evidence = inTurn(
    ...(open === group ? [] : [around(open)]),
    said(`customer.visibility ${open.visibility}`),
    ...(isTooEarly ? [said('customer.groupVisibilityProjectFirst')] : []),
  );
  return fail(evidence, {
    fix: {
      kind: 'change',
      label: said('customer.visibilityMakePrivate'),
      change: {kind: 'group-visibility', groupId: open.id, from: open.visibility, to: 'private'},
    },
    isExposed: true,
    ...(isTooEarly ? {waitsFor: visibility.id} : {}),
    byHand: {label: customerTexts.openSettings, path: `/groups/${open.path}/-/edit`},
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
