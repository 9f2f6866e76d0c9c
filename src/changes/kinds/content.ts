import {type Said, said} from '../../texts/said.ts';
import {titleOf, undoneTitle} from '../commit-words.ts';
import {always, developer, type KindsOf, maintainer, never, none} from './kind.ts';

function commitWords({branch, message}: {readonly branch: string; readonly message: string}): Said {
  const title = titleOf(message);
  const undone = undoneTitle(title);
  return undone === undefined ? said('changes.commitTo', branch, title) : said('changes.undoCommit', undone, branch);
}

const issueTexts = {
  close: 'changes.closeIssues',
  reopen: 'changes.reopenIssues',
  delete: 'changes.deleteIssues',
} as const;

/** Changes of what is in the project: its files, picture, issues, and the labels that are followed. */
export const content: KindsOf<
  'commit' | 'restore' | 'merge-request' | 'close-merge-request' | 'avatar' | 'subscriptions' | 'issues'
> = {
  commit: {
    words: change => ({what: commitWords(change), each: change.files.map(({path}) => path)}),
    role: developer,
    isDelicate: always,
    isDestructive: never,
    takesBack: false,
    touches: ['readme', 'issueTemplates'],
  },
  restore: {
    words: change => ({
      what: commitWords(change),
      each: change.files.map(({path, before}) =>
        said(before === null ? 'changes.fileIsDeleted' : 'changes.fileAsItWas', path),
      ),
    }),
    role: developer,
    isDelicate: always,
    isDestructive: never,
    takesBack: true,
    touches: ['readme', 'issueTemplates'],
  },
  'merge-request': {
    words: ({target, message, files}) => ({
      what: said('changes.makeMergeRequest', target, titleOf(message)),
      each: files.map(({path}) => path),
    }),
    role: developer,
    isDelicate: always,
    isDestructive: never,
    takesBack: false,
    touches: ['record'],
  },
  'close-merge-request': {
    words: ({iid}) => ({what: said('changes.closeMergeRequest', iid)}),
    role: developer,
    isDelicate: always,
    isDestructive: always,
    takesBack: true,
    touches: ['record'],
  },
  avatar: {
    words({to, ours}) {
      if (to === null) return {what: said('changes.takePictureAway')};
      return {what: said(ours === undefined ? 'changes.setPicture' : 'changes.putPictureBack')};
    },
    role: maintainer,
    isDelicate: always,
    isDestructive: never,
    takesBack: true,
    touches: ['project'],
  },
  subscriptions: {
    words: ({subscribed, labels}) => ({
      what: said(subscribed ? 'changes.subscribe' : 'changes.unsubscribe', labels.length),
      each: labels.map(({name}) => name),
    }),
    role: none,
    isDelicate: never,
    isDestructive: never,
    takesBack: true,
    touches: ['labels'],
  },
  issues: {
    words: ({action, issues}) => ({
      what: said(issueTexts[action], issues.length),
      each: issues.map(({iid, title}) => `#${iid} ${title}`),
    }),
    // GitLab lets a Planner close and reopen, and only an Owner delete.
    role: ({action}) => (action === 'delete' ? 50 : 15),
    isDelicate: always,
    isDestructive: ({action}) => action === 'delete',
    takesBack: true,
    touches: ['project'],
  },
};
