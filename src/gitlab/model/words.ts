import {type Said, said} from '../../texts/said.ts';
import type {NotificationSetting, User} from './model.ts';

/** A notification setting in GitLab's words. */
export function settingWords({level, newIssue}: NotificationSetting): Said {
  return level === 'custom' && newIssue ? said('gitlab.level custom with new issues') : said(`gitlab.level ${level}`);
}

/** Somebody’s name with the username: `Jane Doe (@jane)`. */
export function withUsername({name, username}: Pick<User, 'name' | 'username'>): string {
  return `${name} (@${username})`;
}
