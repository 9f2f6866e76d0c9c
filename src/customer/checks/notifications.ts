import type {Notifications} from '../../facts/facts.ts';
import type {NotificationSetting} from '../../gitlab/model/model.ts';
import {settingWords} from '../../gitlab/model/words.ts';
import {defineCheck, type Fix, fail, pass, unknown} from './check.ts';

const settings = {
  watch: {level: 'watch', newIssue: false},
  custom: {level: 'custom', newIssue: true},
} as const satisfies Record<string, NotificationSetting>;

const labels = {watch: 'Watch the project', custom: 'Only new issues'} as const;

function tellsOfNewIssues({level, newIssue}: NotificationSetting): boolean {
  return level === 'watch' || (level === 'custom' && newIssue);
}

function evidenceOf({project, inherited}: Notifications): string {
  if (inherited === undefined) return `The level is ${settingWords(project)}.`;
  const words = settingWords(inherited.setting);
  return inherited.from.kind === 'own'
    ? `The project’s level is Global, so your own setting applies: ${words}.`
    : `The project’s level is Global, so that of the group ${inherited.from.path} applies: ${words}.`;
}

/** Handbook: the notification level is Watch or Custom, so that a customer's new issue is noticed. */
export const notifications = defineCheck({
  id: 'notifications',
  title: 'You are notified of new issues',
  failureTitle: 'You are not notified of new issues',
  handbook: 'Set the notification level on the Customer Collaboration Project',
  withoutAnswer: {turn: 3, reach: 'many'},
  needs: ['project', 'notifications'],
  judge({project, notifications: setting}, {notificationLevel}) {
    const evidence = evidenceOf(setting);
    const isOn = tellsOfNewIssues(setting.inherited?.setting ?? setting.project);
    if (project.emailsDisabled) {
      return fail('Email notifications are turned off for this project or a group above it, so GitLab emails nobody.', {
        byHand: {label: 'Open settings', path: '/edit'},
      });
    }
    const from = setting.inherited?.from;
    if (isOn && (from?.kind !== 'own' || from.reaches)) {
      if (project.emailsDisabled === undefined) {
        return unknown(`${evidence} GitLab doesn’t say whether email notifications are turned on for this project.`);
      }
      return pass(evidence);
    }
    const set = (level: 'watch' | 'custom'): Fix => ({
      kind: 'change',
      label: labels[level],
      change: {kind: 'notifications', projectId: project.id, from: setting.project, to: settings[level]},
    });
    const why = isOn ? ' It counts only for members, and you have access through an invited group.' : '';
    return fail(`${evidence}${why}`, {
      fix: set(notificationLevel),
      others: [set(notificationLevel === 'watch' ? 'custom' : 'watch')],
    });
  },
});
