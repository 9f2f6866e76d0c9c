import type {NotificationSetting, User} from './model.ts';
import {roleNames} from './model.ts';

/** GitLab's words for its notification levels. */
const levelNames: Readonly<Record<NotificationSetting['level'], string>> = {
  disabled: 'Disabled',
  participating: 'Participate',
  watch: 'Watch',
  global: 'Global',
  mention: 'On mention',
  custom: 'Custom',
};

/** A notification setting in GitLab's words. */
export function settingWords({level, newIssue}: NotificationSetting): string {
  if (level !== 'custom') return levelNames[level];
  return newIssue ? 'Custom, with new issues' : 'Custom, without new issues';
}

/** A role by GitLab's number of it. */
export function roleName(level: number): string {
  return roleNames[level] ?? `access level ${level}`;
}

/** Somebody’s name with the username: `Jane Doe (@jane)`. */
export function withUsername({name, username}: Pick<User, 'name' | 'username'>): string {
  return `${name} (@${username})`;
}
