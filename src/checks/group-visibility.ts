import {locateGroup} from '../workspace/locate.ts';
import {defineCheck, fail, pass} from './check.ts';
import {visibilityMeans} from './visibility.ts';

/** Handbook: the customer's subgroup is private too. */
export const groupVisibility = defineCheck({
  id: 'group-visibility',
  title: 'Customer group is private',
  failureTitle: 'Customer group is not private',
  handbook: '(Visibility Level should be Private)',
  needs: ['group'],
  judge({group}, workspace) {
    if (locateGroup(group.path, workspace).kind !== 'customer-group') {
      return fail('The project is in no customer group yet. When it is moved, a private one is created.');
    }
    if (group.visibility === 'private') return pass(visibilityMeans.private);
    return fail(visibilityMeans[group.visibility], {
      fix: {
        kind: 'change',
        label: 'Make private',
        change: {kind: 'group-visibility', groupId: group.id, from: group.visibility, to: 'private'},
      },
      byHand: {label: 'Open settings', path: `/groups/${group.path}/-/edit`},
    });
  },
});
