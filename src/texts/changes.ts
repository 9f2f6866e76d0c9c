import {roleName} from './gitlab.ts';
import {plural} from './plural.ts';

/**
 * What changes do, as a phrase that is said of them before they are made, after it and in the journal.
 */
export const changesTexts = {
  // GitLab's names of visibilities, as they stand inside of a sentence.
  'visibility private': 'private',
  'visibility internal': 'internal',
  'visibility public': 'public',

  setProjectVisibility: 'Set the project’s visibility',
  setGroupVisibility: 'Set the group’s visibility',
  renameProject: 'Rename the project',
  setNotificationLevel: 'Set your notification level',

  share: (group: string, role: number) =>
    `Share the project with ${group}: its members get access, as ${roleName(role)} at most`,
  unshare: 'Take the group’s access to the project away',
  invite: (count: number, role: number) =>
    plural(count, {
      one: `Invite one person as ${roleName(role)}`,
      other: `Invite ${count} people as ${roleName(role)}`,
    }),
  changeRoles: (count: number) =>
    plural(count, {one: 'Change the role of one person', other: `Change the role of ${count} people`}),
  roleChange: (person: string, from: number, to: number) => `${person}: ${roleName(from)} → ${roleName(to)}`,
  takeAccess: (count: number) =>
    plural(count, {one: 'Take access from one person', other: `Take access from ${count} people`}),
  giveRolesBack: (count: number) =>
    plural(count, {
      one: 'Give one person the earlier role again',
      other: `Give ${count} people the earlier role again`,
    }),
  /** @param gone how many lose access; @param back how many get their earlier role */
  takeAccessAndGiveRolesBack: (gone: number, back: number) =>
    `${changesTexts.takeAccess(gone)}. ${changesTexts.giveRolesBack(back)}`,

  commitTo: (branch: string, title: string) => `Commit to ${branch}: ${title}`,
  undoCommit: (title: string, branch: string) => `Undo the commit “${title}” on ${branch}`,
  fileIsDeleted: (path: string) => `${path} is deleted`,
  fileAsItWas: (path: string) => `${path} as it was`,
  makeMergeRequest: (branch: string, title: string) => `Make a merge request to ${branch}: ${title}`,
  closeMergeRequest: (iid: number) => `Close the merge request !${iid} and delete its branch`,
  setPicture: 'Set the project’s picture',
  putPictureBack: 'Put the earlier picture back',
  takePictureAway: 'Take the project’s picture away',
  subscribe: (count: number) => plural(count, {one: 'Subscribe to one label', other: `Subscribe to ${count} labels`}),
  unsubscribe: (count: number) =>
    plural(count, {one: 'Unsubscribe from one label', other: `Unsubscribe from ${count} labels`}),
  closeIssues: (count: number) => plural(count, {one: 'Close one issue', other: `Close ${count} issues`}),
  reopenIssues: (count: number) => plural(count, {one: 'Reopen one issue', other: `Reopen ${count} issues`}),
  deleteIssues: (count: number) => plural(count, {one: 'Delete one issue', other: `Delete ${count} issues`}),

  tick: 'Tick it off',
  untick: 'Take the tick away',
  waive: 'Say that it does not apply',
  unwaive: 'Take the waiver back',
  sideOpen: (person: string) => `Leave open whose ${person} is`,
  sideCustomer: (person: string) => `${person} is one of the customer’s people`,
  sideColleague: (person: string) => `${person} is a colleague`,

  move: 'Move the project',
  moveBack: 'Move the project back',
  moveBackVisible: (visibility: string) => `Move the project back and make it ${visibility} again`,
  moveBackWithoutGroup: 'Move the project back and delete the group that was created, if it is empty',
  moveBackVisibleWithoutGroup: (visibility: string) =>
    `Move the project back and make it ${visibility} again and delete the group that was created, if it is empty`,

  notDone: (names: readonly string[]) => `Not done: ${names.join(', ')}.`,

  // The journal as a table: its head, and what stands under “Undone”.
  journalWhen: 'When (UTC)',
  journalWho: 'Who',
  journalWhere: 'Where',
  journalWhat: 'What',
  journalValues: 'Values',
  journalUndone: 'Undone',
  journalIsUndone: 'yes',

  /** How the message of a commit begins that undoes another one; a blank and that one’s message follow. */
  undoStart: 'Undo:',
  undoOfLongMessage: 'Undo a commit',
};
