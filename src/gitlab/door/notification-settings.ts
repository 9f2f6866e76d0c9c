import {NotificationSettings} from '@gitbeaker/core';
import * as v from 'valibot';
import {read} from '../lists.ts';
import type {NotificationSetting, Ref} from '../model/model.ts';
import type {Client} from './client.ts';

const notificationSchema = v.object({
  level: v.picklist(['disabled', 'participating', 'watch', 'global', 'mention', 'custom']),
  events: v.nullish(v.object({new_issue: v.nullish(v.boolean())})),
});

function notificationOf(body: unknown): NotificationSetting {
  const raw = read(notificationSchema, body);
  return {level: raw.level, newIssue: raw.events?.new_issue === true};
}

/** What the user is notified of; source: GitLab's `lib/api/notification_settings.rb`. */
export function notificationSettingRoutes({options}: Client) {
  const notificationSettings = new NotificationSettings(options);
  return {
    /** The user's notification setting for a project, or the user's own (global) one. */
    async notificationSetting(project?: Ref): Promise<NotificationSetting> {
      return notificationOf(await notificationSettings.show(project === undefined ? {} : {projectId: project}));
    },

    async groupNotificationSetting(group: Ref): Promise<NotificationSetting> {
      return notificationOf(await notificationSettings.show({groupId: group}));
    },

    async setNotificationSetting(project: Ref, setting: NotificationSetting): Promise<void> {
      const events = setting.level === 'custom' ? {newIssue: setting.newIssue} : {};
      await notificationSettings.edit({projectId: project, level: setting.level, ...events});
    },
  };
}
