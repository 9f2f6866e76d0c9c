import {NotificationSettings} from '@gitbeaker/core';
import type {NotificationSetting, Ref} from '../model/model.ts';
import type {LaterClient} from './client.ts';

/** Sets what the user is notified of; source: GitLab's `lib/api/notification_settings.rb`. */
export function notificationSettingRoutes({options}: LaterClient) {
  const notificationSettings = new NotificationSettings(options);
  return {
    async setNotificationSetting(project: Ref, setting: NotificationSetting): Promise<void> {
      const events = setting.level === 'custom' ? {newIssue: setting.newIssue} : {};
      await notificationSettings.edit({projectId: project, level: setting.level, ...events});
    },
  };
}
