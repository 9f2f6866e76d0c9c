import * as v from 'valibot';
import {read} from '../lists.ts';
import type {NotificationSetting, Ref} from '../model/model.ts';
import type {Client} from './client.ts';

/** GitLab's notification levels. */
export const levelSchema = v.picklist(['disabled', 'participating', 'watch', 'global', 'mention', 'custom']);

const notificationSchema = v.object({
  level: levelSchema,
  events: v.nullish(v.object({new_issue: v.nullish(v.boolean())})),
});

function notificationOf(body: unknown): NotificationSetting {
  const raw = read(notificationSchema, body);
  return {level: raw.level, newIssue: raw.events?.new_issue === true};
}

/** What the user is notified of; source: GitLab's `lib/api/notification_settings.rb`. */
export function notificationRoutes({api, projectUrl, groupUrl, send}: Client) {
  const of = async (owner: string) => notificationOf(await send('GET', `${owner}/notification_settings`));
  return {
    /** The user's notification setting for a project, or the user's own (global) one. */
    async notificationSetting(project?: Ref): Promise<NotificationSetting> {
      return of(project === undefined ? api : projectUrl(project));
    },

    async groupNotificationSetting(group: Ref): Promise<NotificationSetting> {
      return of(groupUrl(group));
    },
  };
}
