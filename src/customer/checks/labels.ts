import {customerGroups} from '../../workspace/customer-groups.ts';
import {defineCheck, fail, pass} from './check.ts';

/** Handbook: the CSM subscribes to all applicable labels. */
export const labels = defineCheck({
  id: 'labels',
  title: 'You are subscribed to the labels',
  failureTitle: 'You are not subscribed to all labels',
  handbook: 'Subscribe to new issues in the Project and all applicable labels.',
  withoutAnswer: {turn: 3, reach: 'many'},
  needs: ['project', 'labels'],
  judge({project, labels: all}, workspace) {
    if (all.length === 0) {
      const isInGroup = customerGroups(project.path, workspace).length > 0;
      return pass(
        isInGroup
          ? 'Neither the project nor its group has labels of its own.'
          : 'The project has no labels of its own.',
      );
    }
    const missing = all.filter(({subscribed}) => !subscribed).map(({id, name}) => ({id, name}));
    if (missing.length === 0) {
      return pass(`You are subscribed to ${all.length === 1 ? 'the one label' : `all ${all.length} labels`}.`);
    }
    return fail(`You are not subscribed to ${missing.length} of ${all.length} labels.`, {
      details: missing.map(({name}) => name),
      fix: {
        kind: 'change',
        label: missing.length === 1 ? 'Subscribe' : `Subscribe to ${missing.length} labels`,
        change: {kind: 'subscriptions', projectId: project.id, labels: missing, subscribed: true},
      },
      byHand: {label: 'Open labels', path: '/-/labels'},
    });
  },
});
