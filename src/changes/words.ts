import type {NotificationSetting, User} from '../gitlab/model.ts';
import {roleNames, visibilities} from '../gitlab/model.ts';
import type {Change, RoleChange} from './change.ts';
import {titleOf, undoneTitle} from './commit-words.ts';

/** What a change does, for people: before it is made, after it, and in the journal. */
export interface ChangeWords {
  /** What is done, as a phrase: “Make the project private”. */
  readonly what: string;
  /** What is there before; undefined where the phrase says it all. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** Each thing it is done to, where there are several. */
  readonly each?: readonly string[] | undefined;
}

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

function roleWords({name, from, to}: RoleChange): string {
  return `${name}: ${roleName(from)} → ${roleName(to)}`;
}

function count(number: number, one: string, many: string): string {
  return number === 1 ? `one ${one}` : `${number} ${many}`;
}

function commitWords({branch, message}: {readonly branch: string; readonly message: string}): string {
  const title = titleOf(message);
  const undone = undoneTitle(title);
  return undone === undefined ? `Commit to ${branch}: ${title}` : `Undo the commit “${undone}” on ${branch}`;
}

/** Says what a change does. */
export function wordsOfChange(change: Change): ChangeWords {
  switch (change.kind) {
    case 'project-visibility':
      return {what: 'Set the project’s visibility', before: change.from, after: change.to};
    case 'group-visibility':
      return {what: 'Set the group’s visibility', before: change.from, after: change.to};
    case 'project-name':
      return {what: 'Rename the project', before: change.from, after: change.to};
    case 'notifications':
      return {
        what: 'Set your notification level',
        before: settingWords(change.from),
        after: settingWords(change.to),
      };
    case 'share':
      return {
        what: `Share the project with ${change.groupName}: its members get access, as ${roleName(change.accessLevel)} at most`,
      };
    case 'unshare':
      return {what: 'Take the group’s access to the project away'};
    case 'invite': {
      const people = [...change.mails, ...change.users.map(withUsername)];
      return {
        what: `Invite ${count(people.length, 'person', 'people')} as ${roleName(change.accessLevel)}`,
        each: people,
      };
    }
    case 'roles':
      return {
        what: `Change the role of ${count(change.people.length, 'person', 'people')}`,
        each: change.people.map(roleWords),
      };
    case 'remove': {
      const {mails, userIds, names = {}, roles = []} = change;
      const gone = mails.length + userIds.length;
      return {
        what: [
          ...(gone > 0 || roles.length === 0 ? [`Take access from ${count(gone, 'person', 'people')}`] : []),
          ...(roles.length > 0 ? [`Give ${count(roles.length, 'person', 'people')} the earlier role again`] : []),
        ].join('. '),
        each: [...mails, ...userIds.flatMap(id => names[id] ?? []), ...roles.map(roleWords)],
      };
    }
    case 'commit':
      return {what: commitWords(change), each: change.files.map(({path}) => path)};
    case 'restore':
      return {
        what: commitWords(change),
        each: change.files.map(({path, before}) => (before === null ? `${path} is deleted` : `${path} as it was`)),
      };
    case 'merge-request':
      return {
        what: `Make a merge request to ${change.target}: ${titleOf(change.message)}`,
        each: change.files.map(({path}) => path),
      };
    case 'close-merge-request':
      return {what: `Close the merge request !${change.iid} and delete its branch`};
    case 'avatar':
      return {what: change.to === null ? 'Take the project’s picture away' : 'Set the project’s picture'};
    case 'subscriptions':
      return {
        what: `${change.subscribed ? 'Subscribe to' : 'Unsubscribe from'} ${count(change.labels.length, 'label', 'labels')}`,
        each: change.labels.map(({name}) => name),
      };
    case 'issues': {
      const verbs = {close: 'Close', reopen: 'Reopen', delete: 'Delete'};
      return {
        what: `${verbs[change.action]} ${count(change.issues.length, 'issue', 'issues')}`,
        each: change.issues.map(({iid, title}) => `#${iid} ${title}`),
      };
    }
    case 'tick':
      return {what: change.to === null ? 'Take the tick away' : 'Tick it off', ...noteOf(change.to)};
    case 'waiver':
      return {what: change.to === null ? 'Take the waiver back' : 'Say that it does not apply', ...noteOf(change.to)};
    case 'side':
      return {
        what: change.to === null ? `Leave open whose ${change.name} is` : `${change.name} is ${sideWords[change.to]}`,
      };
    case 'move-back':
      return {
        what: [
          'Move the project back',
          ...(change.visibility ? [`make it ${change.visibility.to} again`] : []),
          ...(change.wasCreated ? ['delete the group that was created, if it is empty'] : []),
        ].join(' and '),
        before: change.from.path,
        after: change.to.path,
      };
    case 'move':
      return {
        what: 'Move the project',
        before: change.from,
        after: `${change.segment}/${change.group.path}`,
      };
  }
}

const sideWords = {customer: 'one of the customer’s people', colleague: 'a colleague'} as const;

function noteOf(remark: {readonly note: string} | null): {after?: string} {
  return remark?.note ? {after: remark.note} : {};
}

/** GitLab's access level that a change takes in the project, or for a group's visibility in the group; 0 for none. */
export function roleFor(change: Change): number {
  switch (change.kind) {
    case 'project-visibility':
    case 'group-visibility':
    case 'share':
    case 'unshare':
    case 'move':
    case 'move-back':
      return 50;
    case 'issues':
      return change.action === 'delete' ? 50 : 15;
    case 'commit':
    case 'restore':
    case 'merge-request':
    case 'close-merge-request':
      return 30;
    case 'notifications':
    case 'subscriptions':
    case 'tick':
    case 'waiver':
    case 'side':
      return 0;
    default:
      return 40;
  }
}

/**
 * Whether a change deletes something, gives or takes access, or is seen by the customer: it is asked for twice then. That is so for
 * what a person begins as well as for what takes it back.
 */
export function isDelicate(change: Change): boolean {
  switch (change.kind) {
    case 'project-visibility':
    case 'group-visibility':
      return visibilities.indexOf(change.to) > visibilities.indexOf(change.from);
    case 'notifications':
    case 'subscriptions':
    case 'tick':
    case 'waiver':
    case 'side':
      return false;
    default:
      return true;
  }
}
