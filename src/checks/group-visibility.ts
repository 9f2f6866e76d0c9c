import {locateGroup} from '../workspace/locate.ts';
import {defineCheck, fail, pass} from './check.ts';
import {visibilityMeans} from './visibility.ts';

/** Handbook: the customer's subgroup is private too. */
export const groupVisibility = defineCheck({
  id: 'group-visibility',
  title: 'Customer group is private',
  failureTitle: 'Customer group is not private',
  handbook: '(Visibility Level should be Private)',
  needs: ['group', 'outerGroups'],
  judge({group, outerGroups}, workspace) {
    if (locateGroup(group.path, workspace).kind !== 'customer-group') {
      return fail('The project is in no customer group yet. When it is moved, a private one is created.');
    }
    // GitLab makes a group private only when all groups in it are, so the innermost one comes first.
    const open = [group, ...outerGroups].find(({visibility}) => visibility !== 'private');
    if (open === undefined) return pass(visibilityMeans.private);
    const means = visibilityMeans[open.visibility];
    return fail(open === group ? means : `The group ${open.path} around it is ${open.visibility}. ${means}`, {
      fix: {
        kind: 'change',
        label: 'Make private',
        change: {kind: 'group-visibility', groupId: open.id, from: open.visibility, to: 'private'},
      },
      byHand: {label: 'Open settings', path: `/groups/${open.path}/-/edit`},
    });
  },
});
