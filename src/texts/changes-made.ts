import type {changesTexts} from './changes.ts';
import {roleName, rolesName} from './gitlab.ts';
import {plural} from './plural.ts';

type NotWhat =
  | `visibility ${string}`
  | 'roleChange'
  | 'fileIsDeleted'
  | 'fileAsItWas'
  | 'notDone'
  | 'undoStart'
  | 'undoOfCommit';

/** The texts of `changes` that say what a change does. */
type WhatTexts = {[Name in Exclude<keyof typeof changesTexts, NotWhat>]: (typeof changesTexts)[Name]};

/** What a change did, by the name of the text that says what it does: in the journal, in results and in reports. */
export const changesMadeTexts: WhatTexts = {
  setProjectVisibility: 'Changed the project’s visibility',
  setGroupVisibility: 'Changed the group’s visibility',
  renameProject: 'Renamed the project',
  setNotificationLevel: 'Changed your notification level',

  share: (group, role) => `Shared the project with ${group} (its members get access, as ${roleName(role)} at most)`,
  unshare: 'Stopped sharing the project with the group',
  invite: (count, role) =>
    plural(count, {
      one: `Invited 1 person as ${roleName(role)}`,
      other: `Invited ${count} people as ${rolesName(role)}`,
    }),
  changeRoles: count =>
    plural(count, {one: 'Changed the role of 1 person', other: `Changed the role of ${count} people`}),
  takeAccess: count =>
    plural(count, {one: 'Removed the access of 1 person', other: `Removed the access of ${count} people`}),
  giveRolesBack: count =>
    plural(count, {
      one: 'Restored the earlier role of 1 person',
      other: `Restored the earlier role of ${count} people`,
    }),
  takeAccessAndGiveRolesBack: (gone, back) =>
    `${changesMadeTexts.takeAccess(gone)}. ${changesMadeTexts.giveRolesBack(back)}`,

  commitTo: (branch, title) => `Committed to ${branch}: ${title}`,
  undoCommit: (title, branch) => `Undid the commit “${title}” on ${branch}`,
  makeMergeRequest: (branch, title) => `Created a merge request to ${branch}: ${title}`,
  closeMergeRequest: iid => `Closed merge request !${iid} and deleted its branch`,
  setPicture: 'Uploaded the project’s logo',
  putPictureBack: 'Restored the earlier logo',
  takePictureAway: 'Removed the project’s logo',
  subscribe: count => plural(count, {one: 'Subscribed to 1 label', other: `Subscribed to ${count} labels`}),
  unsubscribe: count => plural(count, {one: 'Unsubscribed from 1 label', other: `Unsubscribed from ${count} labels`}),
  closeIssues: count => plural(count, {one: 'Closed 1 issue', other: `Closed ${count} issues`}),
  reopenIssues: count => plural(count, {one: 'Reopened 1 issue', other: `Reopened ${count} issues`}),
  deleteIssues: count => plural(count, {one: 'Deleted 1 issue', other: `Deleted ${count} issues`}),

  tick: 'Marked as done',
  untick: 'Marked as not done',
  waive: 'Marked as not applicable',
  unwaive: 'Marked as applicable again',
  sideOpen: person => `Marked ${person} as not sorted`,
  sideCustomer: person => `Marked ${person} as a customer contact`,
  sideColleague: person => `Marked ${person} as a team member`,

  move: 'Moved the project',
  moveBack: 'Moved the project back',
  moveBackVisible: visibility => `Moved the project back and made it ${visibility} again`,
  moveBackWithoutGroup: 'Moved the project back and deleted the new group if it was empty',
  moveBackVisibleWithoutGroup: visibility =>
    `Moved the project back, made it ${visibility} again, and deleted the new group if it was empty`,
};

/** The same of remarks where the item's title is known. */
export const remarksMadeTexts = {
  tick: (title: string) => `Marked “${title}” as done`,
  untick: (title: string) => `Marked “${title}” as not done`,
  waive: (title: string) => `Marked “${title}” as not applicable`,
  unwaive: (title: string) => `Marked “${title}” as applicable again`,
};
