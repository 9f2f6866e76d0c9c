import {roleName, rolesName} from './gitlab.ts';
import {plural} from './plural.ts';

/**
 * What changes do, as a phrase that is said of them before they are made, after it and in the journal.
 */
export const changesTexts = {
  // GitLab's names of visibilities, as they stand inside of a sentence.
  'visibility private': 'private',
  'visibility internal': 'internal',
  'visibility public': 'public',

  setProjectVisibility: 'Change the project’s visibility',
  setGroupVisibility: 'Change the group’s visibility',
  renameProject: 'Rename the project',
  setNotificationLevel: 'Change your notification level',

  share: (group: string, role: number) =>
    `Share the project with ${group} (its members get access, as ${roleName(role)} at most)`,
  unshare: 'Stop sharing the project with the group',
  invite: (count: number, role: number) =>
    plural(count, {
      one: `Invite 1 person as ${roleName(role)}`,
      other: `Invite ${count} people as ${rolesName(role)}`,
    }),
  changeRoles: (count: number) =>
    plural(count, {one: 'Change the role of 1 person', other: `Change the role of ${count} people`}),
  roleChange: (person: string, from: number, to: number) => `${person}: ${roleName(from)} → ${roleName(to)}`,
  takeAccess: (count: number) =>
    plural(count, {one: 'Remove the access of 1 person', other: `Remove the access of ${count} people`}),
  giveRolesBack: (count: number) =>
    plural(count, {
      one: 'Restore the earlier role of 1 person',
      other: `Restore the earlier role of ${count} people`,
    }),
  /** @param gone how many lose access; @param back how many get their earlier role */
  takeAccessAndGiveRolesBack: (gone: number, back: number) =>
    `${changesTexts.takeAccess(gone)}. ${changesTexts.giveRolesBack(back)}`,

  commitTo: (branch: string, title: string) => `Commit to ${branch}: ${title}`,
  undoCommit: (title: string, branch: string) => `Undo the commit “${title}” on ${branch}`,
  fileIsDeleted: (path: string) => `Delete ${path}`,
  fileAsItWas: (path: string) => `Restore ${path}`,
  makeMergeRequest: (branch: string, title: string) => `Create a merge request to ${branch}: ${title}`,
  closeMergeRequest: (iid: number) => `Close merge request !${iid} and delete its branch`,
  setPicture: 'Upload the project’s logo',
  putPictureBack: 'Restore the earlier logo',
  takePictureAway: 'Remove the project’s logo',
  subscribe: (count: number) => plural(count, {one: 'Subscribe to 1 label', other: `Subscribe to ${count} labels`}),
  unsubscribe: (count: number) =>
    plural(count, {one: 'Unsubscribe from 1 label', other: `Unsubscribe from ${count} labels`}),
  closeIssues: (count: number) => plural(count, {one: 'Close 1 issue', other: `Close ${count} issues`}),
  reopenIssues: (count: number) => plural(count, {one: 'Reopen 1 issue', other: `Reopen ${count} issues`}),
  deleteIssues: (count: number) => plural(count, {one: 'Delete 1 issue', other: `Delete ${count} issues`}),

  tick: 'Mark as done',
  untick: 'Mark as not done',
  waive: 'Mark as not applicable',
  unwaive: 'Mark as applicable again',
  sideOpen: (person: string) => `Mark ${person} as not sorted`,
  sideCustomer: (person: string) => `Mark ${person} as a customer contact`,
  sideColleague: (person: string) => `Mark ${person} as a team member`,

  move: 'Move the project',
  moveBack: 'Move the project back',
  moveBackVisible: (visibility: string) => `Move the project back and make it ${visibility} again`,
  moveBackWithoutGroup: 'Move the project back and delete the new group if it’s empty',
  moveBackVisibleWithoutGroup: (visibility: string) =>
    `Move the project back, make it ${visibility} again, and delete the new group if it’s empty`,

  notDone: (names: readonly string[]) => `Not done: ${names.join(', ')}.`,

  /** How the message of a commit begins that undoes another one; a blank and that one’s message follow. */
  undoStart: 'Undo:',
  undoOfCommit: 'Undo a commit',
};
