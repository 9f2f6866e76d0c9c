import {titleOf, undoneTitle} from '../commit-words.ts';
import {always, count, developer, type KindsOf, maintainer, never, none} from './kind.ts';

function commitWords({branch, message}: {readonly branch: string; readonly message: string}): string {
  const title = titleOf(message);
  const undone = undoneTitle(title);
  return undone === undefined ? `Commit to ${branch}: ${title}` : `Undo the commit “${undone}” on ${branch}`;
}

const issueVerbs = {close: 'Close', reopen: 'Reopen', delete: 'Delete'} as const;

/** Changes of what is in the project: its files, picture, issues, and the labels that are followed. */
export const content: KindsOf<
  'commit' | 'restore' | 'merge-request' | 'close-merge-request' | 'avatar' | 'subscriptions' | 'issues'
> = {
  commit: {
    words: change => ({what: commitWords(change), each: change.files.map(({path}) => path)}),
    role: developer,
    isDelicate: always,
    isDestructive: never,
    touches: ['readme', 'issueTemplates'],
  },
  restore: {
    words: change => ({
      what: commitWords(change),
      each: change.files.map(({path, before}) => (before === null ? `${path} is deleted` : `${path} as it was`)),
    }),
    role: developer,
    isDelicate: always,
    isDestructive: never,
    touches: ['readme', 'issueTemplates'],
  },
  'merge-request': {
    words: ({target, message, files}) => ({
      what: `Make a merge request to ${target}: ${titleOf(message)}`,
      each: files.map(({path}) => path),
    }),
    role: developer,
    isDelicate: always,
    isDestructive: never,
    touches: ['record'],
  },
  'close-merge-request': {
    words: ({iid}) => ({what: `Close the merge request !${iid} and delete its branch`}),
    role: developer,
    isDelicate: always,
    isDestructive: always,
    touches: ['record'],
  },
  avatar: {
    words({to, ours}) {
      if (to === null) return {what: 'Take the project’s picture away'};
      return {what: ours === undefined ? 'Set the project’s picture' : 'Put the earlier picture back'};
    },
    role: maintainer,
    isDelicate: always,
    isDestructive: never,
    touches: ['project'],
  },
  subscriptions: {
    words: ({subscribed, labels}) => ({
      what: `${subscribed ? 'Subscribe to' : 'Unsubscribe from'} ${count(labels.length, 'label', 'labels')}`,
      each: labels.map(({name}) => name),
    }),
    role: none,
    isDelicate: never,
    isDestructive: never,
    touches: ['labels'],
  },
  issues: {
    words: ({action, issues}) => ({
      what: `${issueVerbs[action]} ${count(issues.length, 'issue', 'issues')}`,
      each: issues.map(({iid, title}) => `#${iid} ${title}`),
    }),
    // GitLab lets a Planner close and reopen, and only an Owner delete.
    role: ({action}) => (action === 'delete' ? 50 : 15),
    isDelicate: always,
    isDestructive: ({action}) => action === 'delete',
    touches: ['project'],
  },
};
