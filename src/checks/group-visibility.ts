import {defineCheck, fail, pass} from './check.ts';
import {visibilityMeans} from './visibility.ts';

/** Handbook: the customer's subgroup is private too. */
export const groupVisibility = defineCheck({
  id: 'group-visibility',
  title: 'Customer group is private',
  failureTitle: 'Customer group is visible to others',
  handbook: '(Visibility Level should be Private)',
  needs: ['group'],
  judge: ({group}) =>
    group.visibility === 'private'
      ? pass(visibilityMeans.private)
      : fail(visibilityMeans[group.visibility], {
          fix: {
            kind: 'change',
            label: 'Make private',
            change: {kind: 'group-visibility', groupId: group.id, from: group.visibility, to: 'private'},
          },
          byHand: {label: 'Open settings', path: '/-/edit'},
        }),
});
