import {customerTexts} from '../../texts/customer.ts';
import {said} from '../../texts/said.ts';
import {customerGroups} from '../../workspace/customer-groups.ts';
import {defineCheck, fail, pass} from './check.ts';

/** Handbook: the CSM subscribes to all applicable labels. */
export const labels = defineCheck({
  id: 'labels',
  title: customerTexts.labelsTitle,
  failureTitle: customerTexts.labelsFailureTitle,
  handbook: 'Subscribe to new issues in the Project and all applicable labels.',
  withoutAnswer: {turn: 3, reach: 'many'},
  needs: ['project', 'labels'],
  judge({project, labels: all}, workspace) {
    if (all.length === 0) {
      const isInGroup = customerGroups(project.path, workspace).length > 0;
      return pass(isInGroup ? said('customer.labelsNoneInGroup') : said('customer.labelsNone'));
    }
    const missing = all.filter(({subscribed}) => !subscribed).map(({id, name}) => ({id, name}));
    if (missing.length === 0) return pass(said('customer.labelsAll', all.length));
    return fail(said('customer.labelsMissing', missing.length, all.length), {
      details: missing.map(({name}) => name),
      fix: {
        kind: 'change',
        label: said('customer.labelsSubscribe'),
        change: {kind: 'subscriptions', projectId: project.id, labels: missing, subscribed: true},
      },
      byHand: {label: customerTexts.labelsOpen, path: '/-/labels'},
    });
  },
});
