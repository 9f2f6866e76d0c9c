import type {Change} from '../changes/change.ts';
import {orNone} from '../gitlab/missing.ts';
import {hasWantedPicture, setAvatar} from './avatar.ts';
import {commit, commitMade, isRestored, restore} from './commit.ts';
import {doneOr, type ExecutorsOf, partsSettled} from './executor.ts';
import {invite, invitedNow} from './invite.ts';
import {changeIssues, issuesNow, setSubscriptions, subscribedNow} from './labels-and-issues.ts';
import {branchRemains, closedNow, closeMergeRequest, mergeRequestMade, requestMerge} from './merge-request.ts';
import {groupRemains, move, moveBack} from './move.ts';
import {noteExecutors} from './note.ts';
import {remove, removedNow} from './remove.ts';
import {rolesNow, setRoles} from './roles.ts';
import {settingExecutors} from './set-value.ts';
import {sharingExecutors} from './share.ts';

/** How each kind of change is made, and looked for afterwards. */
export const executors: ExecutorsOf<Change['kind']> = {
  ...settingExecutors,
  ...sharingExecutors,
  ...noteExecutors,
  invite: {make: invite, settle: (means, change, {undo}) => invitedNow(means, change, undo)},
  roles: {make: setRoles, settle: ({gitlab}, change, sent) => rolesNow(gitlab, change, sent)},
  remove: {make: remove, settle: removedNow},
  commit: {
    make: commit,
    settle: ({gitlab}, change) => commitMade(gitlab, change),
  },
  restore: {
    make: ({gitlab}, change, watch) => restore(gitlab, change, watch),
    settle: async ({gitlab}, change) => doneOr(await isRestored(gitlab, change)),
  },
  'merge-request': {
    make: ({gitlab, notebook}, change, watch) => requestMerge(gitlab, notebook, change, watch),
    settle: ({gitlab, notebook}, change) => mergeRequestMade(gitlab, notebook, change),
    remains: ({gitlab}, change) => branchRemains(gitlab, change),
  },
  'close-merge-request': {
    make: ({gitlab, notebook}, change, watch) => closeMergeRequest(gitlab, notebook, change, watch),
    settle: ({gitlab, notebook}, change) => closedNow(gitlab, notebook, change),
  },
  avatar: {
    make: ({gitlab}, change, watch) => setAvatar(gitlab, change, watch),
    settle: async ({gitlab}, change, {undo}) => doneOr(await hasWantedPicture(gitlab, change), {undo, goTo: undefined}),
  },
  subscriptions: {
    make: setSubscriptions,
    settle: async ({gitlab}, change, sent) =>
      partsSettled(
        sent,
        change.labels,
        await subscribedNow(gitlab, change),
        labels => ({...change, labels}),
        labels => ({...change, labels, subscribed: !change.subscribed}),
        ({name}) => name,
      ),
  },
  issues: {
    make: changeIssues,
    settle: async ({gitlab}, change, sent) =>
      partsSettled(
        sent,
        change.issues,
        await issuesNow(gitlab, change),
        issues => ({...change, issues}),
        issues => (sent.undo?.kind === 'issues' ? {...sent.undo, issues} : undefined),
        ({iid, title}) => `#${iid} ${title}`,
      ),
  },
  move: {
    make: move,
    async settle({gitlab}, {projectId, from, segment, group: wanted}, {undo}) {
      const {group, webUrl} = await gitlab.project(projectId);
      if (group.path.toLowerCase() === `${segment}/${wanted.path}`.toLowerCase()) return {undo, goTo: webUrl};
      return group.path === from ? 'not-made' : undefined;
    },
    remains: ({gitlab}, change) => groupRemains(gitlab, change),
  },
  'move-back': {
    make: moveBack,
    async settle({gitlab}, change) {
      const {group, webUrl, visibility} = await gitlab.project(change.projectId);
      if (group.id !== change.to.id) return group.id === change.from.id ? 'not-made' : undefined;
      const isOpen = change.visibility !== undefined && visibility === change.visibility.from;
      const left = change.wasCreated ? await orNone(gitlab.group(change.from.id)) : undefined;
      return isOpen || (left && !left.isGoing) ? 'not-made' : {undo: undefined, goTo: webUrl};
    },
  },
};
