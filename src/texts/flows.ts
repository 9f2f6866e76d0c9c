import {plural} from './plural.ts';

/** What guided flows say: of themselves and their steps, and in the report of a handover. */
export const flowsTexts = {
  // Why a flow does not go on, or a step of it.
  endedElsewhere: 'This was finished or discarded in another tab.',
  'endedElsewhere advice': 'Nothing more is done here. Copy what you still need, then close this.',
  beingChanged: 'The same thing is being changed already.',
  'beingChanged advice': 'Wait a moment, then try again.',
  rowBeingChanged: 'It is being changed already.',
  rowNotRead: 'The row could not be read.',
  pastSession: 'You were not signed in to GitLab when this was tried.',
  'pastSession advice': 'Try again.',
  'byHand advice': 'Put it right in GitLab, then try again, or skip this.',
  'notTold advice': 'Look in GitLab, and skip this if it is right.',
  tickNotKept: 'The browser did not keep the tick.',
  filesChanged: 'Files have changed since you looked at these lines.',
  'filesChanged advice': 'Nothing was committed. Look at the lines below as they are now.',
  /** @param wayBack the button that leads back to the form: `takeAllBack` or `backToForm` */
  groupFound: (wayBack: string) =>
    `If it is this customer’s, use it. Otherwise press “${wayBack}” and choose another path.`,

  // The buttons that lead back to the form: where something was made, and where nothing was.
  takeAllBack: 'Take all of it back',
  backToForm: 'Back to the form',

  // What of a step cannot be done, although the rest was.
  /** @param values what was given for placeholders */
  notAskedFor: (values: readonly string[]) =>
    `The files of the project do not ask for ${values.map(value => `“${value}”`).join(', ')}.`,
  /** @param usernames each with its @ */
  noAccounts: (usernames: readonly string[]) => `Not invited, because no account was found: ${usernames.join(', ')}.`,

  // What became of a step that was to be taken back, by its title.
  /** @param why one or more sentences */
  notBackYet: (step: string, why: string) => `“${step}” is not taken back yet. ${why}`,
  editMessage: 'Edit the commit message as the rule asks, then take it back once more.',
  /** @param why one or more sentences */
  staysBecause: (step: string, why: string) => `“${step}” stays as it is. ${why}`,
  stays: (step: string) => `“${step}” stays as it is: it cannot be taken back from here.`,

  // What a step does, as a phrase.
  makeGroup: (group: string) => `Make the private group “${group}”`,
  useGroup: (group: string, path: string) => `Use the group “${group}” (${path})`,
  makeProject: (project: string) => `Make “${project}” from the template`,
  uploadLogo: 'Upload the logo',
  fillIn: 'Fill in the README and the issue templates, in one commit',
  invite: (count: number) =>
    plural(count, {one: 'Invite one person as Developer', other: `Invite ${count} people as Developers`}),
  writeYourselfIn: 'Write yourself into the README and the issue templates, in one commit',
  closeIssues: (count: number) => plural(count, {one: 'Close one issue', other: `Close ${count} issues`}),
  deleteIssues: (count: number) => plural(count, {one: 'Delete one issue', other: `Delete ${count} issues`}),
  tickPreSales: 'Tick off that pre-sales were asked',
  tickIssues: 'Tick off that the issues were agreed on',
  moveProject: (path: string) => `Move the project to ${path}`,
  privateProject: 'See that the project is private',
  privateGroup: 'See that the group is private',
  customersName: 'See that the name starts with the customer’s',
  teamAccess: (team: string) => `See that ${team} has access`,
  notified: 'Get notified of new issues',
  subscribed: 'Subscribe to the labels',

  // How far a step is; a full stop comes after it.
  projectBeingFilled: (seconds: number) => `GitLab is filling the project, ${seconds} s so far`,

  /** The note at a row that was ticked off. */
  fromPreSales: 'Taken over from pre-sales.',

  // What keeps a plan from being looked at.
  /** @param start how the name begins */
  longProjectName: (start: string) =>
    `The project would be called “${start}…”, which is longer than GitLab’s 255 characters. Shorten the name.`,
  chooseSegment: 'Choose a segment.',
  agreeFirst: 'Agree with SA and SAE about the project and its issues, then tick it.',

  /** @param placeholder with its brackets; @param file its name */
  placeholderInLine: (placeholder: string, line: number, file: string) => `${placeholder} in line ${line} of ${file}`,

  // The report of a handover: what is given is Markdown already.
  reportTitle: (project: string) => `Handover of ${project}`,
  /** @param address the project's; @param day date (ISO) */
  reportDay: (address: string, day: string) => `${address}, as of ${day}`,
  reportChecklist: 'Checklist',
  reportMembers: 'Direct members',
  reportIssues: 'Open issues',
  reportChanges: 'Changed with CSM Checklist',
  /** The verdict of a row that was not read. */
  reportNotKnown: 'Not known',
  reportNotTold: 'Not known: GitLab did not tell.',
  reportNoMembers: 'Nobody.',
  reportNoIssues: 'None.',
  reportNoChanges: 'Nothing from this browser.',
  reportInvited: (mail: string, role: string) => `${mail}, invited as ${role}`,
};
