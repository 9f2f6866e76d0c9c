import type {NotificationLevel, NotificationSetting} from '../gitlab/model.ts';
import {defineCheck, fail, pass} from './check.ts';

/** GitLab's words for its levels. */
const levelNames: Readonly<Record<NotificationLevel, string>> = {
  disabled: 'Disabled',
  participating: 'Participate',
  watch: 'Watch',
  global: 'Global',
  mention: 'On mention',
  custom: 'Custom',
};

function tellsOfNewIssues({level, newIssue}: NotificationSetting): boolean {
  return level === 'watch' || (level === 'custom' && newIssue);
}

function words({level, newIssue}: NotificationSetting): string {
  if (level !== 'custom') return levelNames[level];
  return newIssue ? 'Custom, with new issues' : 'Custom, without new issues';
}

/** Handbook: the notification level is Watch or Custom, so that a customer's new issue is noticed. */
export const notifications = defineCheck({
  id: 'notifications',
  title: 'You are notified of new issues',
  failureTitle: 'You are not notified of new issues',
  handbook: 'Set the notification level on the Customer Collaboration Project',
  needs: ['project', 'notifications'],
  judge({project, notifications: {project: setting, own}}) {
    const effective = own ?? setting;
    const evidence = own
      ? `The project’s level is Global, so your own setting applies: ${words(own)}.`
      : `The level is ${words(setting)}.`;
    if (tellsOfNewIssues(effective)) return pass(evidence);
    return fail(evidence, {
      fix: {
        kind: 'change',
        label: 'Watch the project',
        change: {
          kind: 'notifications',
          projectId: project.id,
          from: setting,
          to: {level: 'watch', newIssue: false},
        },
      },
    });
  },
});
