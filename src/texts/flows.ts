import {day} from './dates.ts';
import {plural} from './plural.ts';

/** What guided flows say: of themselves and their steps, and in the report of a handover. */
export const flowsTexts = {
  // Why a flow does not go on, or a step of it.
  endedElsewhere: 'This was finished or discarded in another tab.',
  'endedElsewhere advice': 'Nothing more happens here. Copy what you still need, then close this.',
  beingChanged: 'This is already being changed.',
  'beingChanged advice': 'Wait a moment, then try again.',
  rowBeingChanged: 'This is already being changed.',
  rowNotRead: 'Couldn’t check this item.',
  'byHand advice': 'Fix it in GitLab, then try again, or skip this step.',
  'notTold advice': 'Check in GitLab, and skip this step if it’s done.',
  tickNotKept: 'The browser didn’t save the mark.',
  filesChanged: 'Files changed since you reviewed these lines.',
  'filesChanged advice': 'Nothing was committed. Review the lines below as they are now.',
  /** @param wayBack the button that leads back to the form: `takeAllBack` or `backToForm` */
  groupFound: (wayBack: string) =>
    `If the group is this customer’s, use it. If not, select “${wayBack}” and choose another path.`,
  /** @param wayBack as above */
  moreGain: (wayBack: string) => `To review who gains access now, select “${wayBack}” and open the summary again.`,

  // The buttons that lead back to the form: where something was made, and where nothing was.
  takeAllBack: 'Undo everything',
  backToForm: 'Back to the form',

  // What of a step cannot be done, although the rest was.
  /** @param values what was given for placeholders */
  notAskedFor: (values: readonly string[]) =>
    `The project’s files have no placeholder for ${values.map(value => `“${value}”`).join(', ')}.`,
  /** @param usernames each with its @ */
  noAccounts: (usernames: readonly string[]) => `Not invited, because no account was found: ${usernames.join(', ')}.`,

  /** @param mails that may be mistyped */
  stillAsked: (mails: readonly string[]) => `Not invited, because the address may be wrong: ${mails.join(', ')}.`,
  'peopleRefused advice':
    'Try again, or skip this step: “Invite customer contacts” keeps everyone who isn’t invited, so that you can correct them there.',
  inviteSkipped: 'Skipped when the customer was set up.',

  // What became of a step that was to be undone, by its title.
  /** @param why one or more sentences */
  notBackYet: (step: string, why: string) => `“${step}” isn’t undone yet. ${why}`,
  editMessage: 'Edit the commit message to follow the rule, then undo again.',
  /** @param why one or more sentences */
  staysBecause: (step: string, why: string) => `“${step}” wasn’t undone. ${why}`,
  stays: (step: string) => `“${step}” can’t be undone from here.`,

  // What a step does, as a phrase.
  makeGroup: (group: string) => `Create private group “${group}”`,
  useGroup: (group: string, path: string) => `Use group “${group}” (${path})`,
  makeProject: (project: string) => `Create “${project}” from the template`,
  uploadLogo: 'Upload the logo',
  fillIn: 'Fill in the README and the issue templates in one commit',
  invite: (count: number) =>
    plural(count, {one: 'Invite 1 person as Developer', other: `Invite ${count} people as Developers`}),
  writeYourselfIn: 'Replace the former CSM in the README and the issue templates in one commit',
  updateFiles: 'Update the README and the issue templates in one commit',
  closeIssues: (count: number) => plural(count, {one: 'Close 1 issue', other: `Close ${count} issues`}),
  deleteIssues: (count: number) => plural(count, {one: 'Delete 1 issue', other: `Delete ${count} issues`}),
  tickPreSales: 'Mark as done: pre-sales asked',
  tickIssues: 'Mark as done: pre-sales issues reviewed',
  moveProject: (path: string) => `Move the project to ${path}`,
  privateProject: 'Make the project private',
  privateGroup: 'Make the group private',
  customersName: 'Add the customer’s name',
  teamAccess: (team: string) => `Give ${team} access`,
  notified: 'Turn on your notifications for new issues',
  subscribed: 'Subscribe to all labels',

  // How far a step is; a full stop comes after it.
  projectBeingFilled: (seconds: number) => `GitLab is creating the project’s files (${seconds} s)`,

  /** The note at an item that was marked as done. */
  fromPreSales: 'Taken over from pre-sales.',

  // What keeps a plan from being looked at.
  /** @param start how the name begins */
  longProjectName: (start: string) =>
    `The project name “${start}…” would be longer than GitLab’s 255 characters. Shorten the name.`,
  chooseSegment: 'Choose a segment.',
  agreeFirst: 'Confirm with the SA and SAE first, then select the checkbox.',

  /** @param placeholder with its brackets; @param file its name */
  placeholderInLine: (placeholder: string, line: number, file: string) => `${placeholder} in line ${line} of ${file}`,

  // The report of a handover: what is given is Markdown already.
  reportTitle: (project: string) => `Handover of ${project}`,
  /** @param address the project's; @param date a date (ISO) */
  reportDay: (address: string, date: string) => `${address}, as of ${day(date)}`,
  reportChecklist: 'Checklist',
  reportMembers: 'Direct members',
  reportIssues: 'Open issues',
  reportChanges: 'Changed with CSM Checklist',
  /** The verdict of an item that was not read. */
  reportNotKnown: 'Couldn’t check',
  reportNotTold: 'Couldn’t check: GitLab didn’t say.',
  reportNoMembers: 'No direct members.',
  reportNoIssues: 'No open issues.',
  reportNoChanges: 'No changes from this browser.',
  reportInvited: (mail: string, role: string) => `${mail}, invited as ${role}`,
};
