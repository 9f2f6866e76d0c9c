import type {Notifications} from '../../facts/facts.ts';
import {type NotificationSetting, tellsOfNewIssues} from '../../gitlab/model/model.ts';
import {settingWords} from '../../gitlab/model/words.ts';
import {customerTexts} from '../../texts/customer.ts';
import {inTurn, type Said, said} from '../../texts/said.ts';
import {defineCheck, type Fix, fail, pass, unknown} from './check.ts';

const settings = {
  watch: {level: 'watch', newIssue: false},
  custom: {level: 'custom', newIssue: true},
} as const satisfies Record<string, NotificationSetting>;

function evidenceOf({project, inherited}: Notifications): Said {
  if (inherited === undefined) return said('customer.notificationsLevel', settingWords(project));
  const words = settingWords(inherited.setting);
  return inherited.from.kind === 'own'
    ? said('customer.notificationsOwn', words)
    : said('customer.notificationsGroup', inherited.from.path, words);
}

/** Handbook: the notification level is Watch or Custom, so that a customer's new issue is noticed. */
export const notifications = defineCheck({
  id: 'notifications',
  title: customerTexts.notificationsTitle,
  failureTitle: customerTexts.notificationsFailureTitle,
  handbook: 'Set the notification level on the Customer Collaboration Project',
  withoutAnswer: {turn: 3, reach: 'many'},
  needs: ['project', 'notifications'],
  judge({project, notifications: setting}, {notificationLevel}) {
    const evidence = evidenceOf(setting);
    const isOn = tellsOfNewIssues(setting.inherited?.setting ?? setting.project);
    if (project.emailsDisabled) {
      return fail(said('customer.notificationsEmailsOff'), {
        byHand: {label: customerTexts.openSettings, path: '/edit'},
      });
    }
    const from = setting.inherited?.from;
    if (isOn && (from?.kind !== 'own' || from.reaches)) {
      if (project.emailsDisabled === undefined) {
        return unknown(inTurn(evidence, said('customer.notificationsEmailsNotTold')));
      }
      return pass(evidence);
    }
    const set = (level: 'watch' | 'custom'): Fix => ({
      kind: 'change',
      label: said(`customer.notificationsSet ${level}`),
      change: {kind: 'notifications', projectId: project.id, from: setting.project, to: settings[level]},
    });
    return fail(isOn ? inTurn(evidence, said('customer.notificationsOnlyMembers')) : evidence, {
      fix: set(notificationLevel),
      others: [set(notificationLevel === 'watch' ? 'custom' : 'watch')],
    });
  },
});
