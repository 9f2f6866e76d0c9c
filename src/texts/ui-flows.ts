import {youAre} from './gitlab.ts';
import {plural} from './plural.ts';

/** What the guided flows say in the panel. */
export const uiFlowsTexts = {
  /** Above what a form, an undo or a commit will do. */
  whatWillHappen: 'What will happen',
  noFileChanges: 'No file changes.',
  /** @param why what went wrong and what to do, as sentences */
  filesNotRead: (why: string) => `Couldn’t check which files change. ${why}`,
  goOn: 'Continue',
  placeholders: 'Placeholders in the README and the issue templates',
  /** @param count two at least */
  useSuggestions: (count: number) => `Use all ${count} suggestions for this customer`,
  thisCustomers: 'This is the right customer. Use this group',
  /** A line that a commit changes. @param file its name */
  lineOf: (line: number, file: string) => `Line ${line} of ${file}`,

  /** A flow as a whole. */
  flow: {
    reading: 'Loading…',
    close: 'Close',
    setAside: 'Close for now',
    discard: 'Discard draft',
    discardMeans: 'Deletes what you typed here. Nothing changes in GitLab.',
    discardIt: 'Discard for good',
    keepIt: 'Keep draft',
    /** In the place of the buttons of an item that a step of the open flow does. */
    doesThis: 'The guided flow does this.',
    isElsewhere: 'Another tab is working on this. Close it or wait, then resume here.',
    /** Comes after why the browser did not keep it. */
    notKept: 'Until then, this lasts only while this page stays open.',
    // What is said above the form after all of it was undone.
    allTakenBack: 'Everything was undone.',
    /** What there is to say of it comes after. */
    takenBackBut: 'Undone, but note:',
  },

  /** A flow that was begun, and its steps. */
  steps: {
    /** What a step's state is called, before its title. */
    states: {running: 'In progress:', done: 'Done:', failed: 'Failed:', skipped: 'Skipped:', open: 'Not done:'},
    takenBack: 'This was undone.',
    commitAgain: 'Commit with this message',
    skip: 'Skip step',
    skipStep: (step: string) => `Skip: ${step}`,
    allDone: (count: number) => plural(count, {one: '1 step done.', other: `All ${count} steps done.`}),
    someDone: (done: number, all: number) =>
      plural(all, {one: `${done} of ${all} step done.`, other: `${done} of ${all} steps done.`}),
    /** Comes after `someDone`. */
    skipped: (count: number) => `${count} skipped.`,
    failed: (count: number) =>
      plural(count, {
        one: '1 step failed.',
        other: `${count} steps failed.`,
      }),
    /** Comes after `failed`. */
    notStarted: (count: number) =>
      plural(count, {
        one: '1 step that depends on it hasn’t started.',
        other: `${count} steps that depend on it haven’t started.`,
      }),
    beingTakenBack: (count: number) => plural(count, {one: 'Undoing 1 step…', other: `Undoing ${count} steps…`}),
    notTakenBack: (count: number) =>
      plural(count, {one: '1 step isn’t undone yet.', other: `${count} steps aren’t undone yet.`}),
    stop: 'Stop',
    stopping: 'Stopping after the step in progress…',
    list: 'Steps',
    retry: 'Retry',
    retryStep: (step: string) => `Retry: ${step}`,
  },

  /** Changed lines that are shown once more. */
  linesAgain: {
    commit: 'Commit these lines',
  },

  /** The group that a step met. */
  foundGroup: {
    looking: 'Checking the target…',
    isOther: 'A different group is there now. Retry this step.',
  },

  /** What is left when all steps are done. */
  end: {
    /** @param customer the customer's name */
    ready: (customer: string) => `${customer} is ready`,
    /** @param toFix items that need no answer; @param needYou those that do */
    readyBut: (
      customer: string,
      {done, toFix, needYou}: {readonly done: number; readonly toFix: number; readonly needYou: number},
    ) =>
      `${customer} is ready: ${[
        `${done} done`,
        ...(toFix > 0 ? [`${toFix} to fix`] : []),
        ...(needYou > 0 ? [plural(needYou, {one: '1 needs you', other: `${needYou} need you`})] : []),
      ].join(', ')}`,
    allDone: (customer: string) => `${customer} is ready: everything is done`,
    introduce: 'Introduce the project',
    finish: 'Close summary',
    /** @param item what is to be done about it */
    next: (item: string) => `Next: ${item}`,
    openProject: 'Open project',
    writeReport: 'Write handover report',
    report: 'Handover report, as Markdown',
    copyReport: 'Copy report',
  },

  /** The ways out of a flow that was begun. */
  wayOut: {
    groupMayStay: 'Keep the group: GitLab doesn’t say whether it was created here.',
    groupGoes: 'Delete the group, unless it has other content now.',
    projectMayGo:
      'Delete the project with everything in it, if GitLab says that it was created here. GitLab keeps it for a few days.',
    projectGoes: 'Delete the project with everything in it. GitLab keeps it for a few days.',
    peopleLoseAccess: 'Remove the access of invited people. Their emails were already sent.',
    /** The same where GitLab did not say whether it invited them. */
    peopleMayLoseAccess: 'Remove the access of anyone who was invited after all.',
    stepStays: (step: string) => `Keep: ${step}.`,
    stepGoes: (step: string) => `If unchanged, undo: ${step}.`,
    restForgotten: 'Discard the steps that aren’t done. The checklist still shows what’s missing.',
    lookingAtOthers: 'Checking what others did in the project since…',
    nothingCameIn: 'Since then, no one else joined or added issues or commits.',
    takeBack: 'Undo all steps',
    leave: 'Keep it as it is',
    leaveAll: 'Keep everything as it is',
    cancel: 'Cancel',
  },

  /** What the forms have in common, before and after what will happen is looked at. */
  plan: {
    nothingYet: 'You can review everything before it happens.',
    see: 'Review',
    looking: 'Checking…',
    summary: 'Summary',
    /** @param name the customer's, or the project's */
    takeOver: (name: string) => `Take over ${name}`,
    change: 'Edit',
    similarGroups: (count: number) =>
      plural(count, {
        one: 'Is this the same customer? A group with a similar name exists.',
        other: 'Is this the same customer? Groups with similar names exist.',
      }),
    useIt: (name: string) => `Use ${name}`,
    /** What the button says, with the group's path, for who does not see where it stands. */
    useGroup: (name: string, path: string) => `Use ${name}: ${path}`,
    /** @param fault why it cannot be used, as a sentence */
    unusableGroup: (fault: string) => `${fault} Choose another path.`,
    /** Around the group's name, which leads to it. */
    groupThere: {before: 'The group ', after: ' already exists.'},
  },

  /** The form that sets up a customer, and its summary. */
  newCustomer: {
    people: 'People to invite as Developers',
    peopleHint: 'Type a name, or paste email addresses or @usernames in any format. GitLab emails each person.',
    /** @param why one or more sentences */
    templateNotRead: (why: string) => `Couldn’t read the template. ${why}`,
    values: 'Values to fill in',
    /** @param fault why the template may not be usable */
    tryAllTheSame: (fault: string) => `${fault} You can still try.`,
    /** Around the project's name, which leads to it. */
    projectThere: {
      before: 'The customer already has a project: ',
      after: '. Its own checklist shows what’s missing there.',
    },
    groupUsed: (group: string, path: string) => `Use the existing group “${group}” (${path}).`,
    groupMade: (group: string, path: string) => `Create private group “${group}” (${path}).`,
    /** @param visibility GitLab's word */
    groupBecomesPrivate: (visibility: string) => `Change the group from ${visibility} to private.`,
    projectMade: (project: string, template: string) =>
      `Create private project “${project}” in that group from the template “${template}”.`,
    noLogo: 'No logo.',
    logo: 'Upload the logo.',
    readmeStays: 'Keep the README as in the template.',
    fillsIn: (count: number) =>
      plural(count, {
        one: 'Fill in 1 value in the README and the issue templates, in one commit.',
        other: `Fill in ${count} values in the README and the issue templates, in one commit.`,
      }),
    staysOpen: (count: number) =>
      plural(count, {one: '1 placeholder stays unfilled.', other: `${count} placeholders stay unfilled.`}),
    nobodyInvited: 'Invite no one.',
    invited: (people: readonly string[]) =>
      plural(people.length, {
        one: `Invite 1 person as Developer. GitLab emails them: ${people.join(', ')}.`,
        other: `Invite ${people.length} people as Developers. GitLab emails them: ${people.join(', ')}.`,
      }),
    notInvited: (people: readonly string[]) => `Not invited: ${people.join(', ')}.`,
    settings: (team: string) => [
      'Turn on your notifications for new issues.',
      'Subscribe to all labels.',
      `Give ${team} access.`,
    ],
  },

  /** The form that takes over from pre-sales, and its summary. */
  preSales: {
    label: 'Take over from pre-sales',
    openIssues: 'Open issues. Select those to close or delete:',
    openIssue: (iid: number) => `Open issue ${iid}`,
    open: 'Open issue',
    /** What becomes of the chosen ones: `closed` or `deleted`. */
    theyAre: 'Action',
    closed: 'Close',
    deleted: 'Delete',
    noIssue: 'No open issues.',
    agreed: 'The SA (Solutions Architect) and SAE (Strategic Account Executive) agreed to this',
    agreedOnOthers:
      'The SA (Solutions Architect) and SAE (Strategic Account Executive) agreed to this and to keeping the other issues',
    /** @param needed GitLab's name of a role; @param own the same */
    lacksRole: (needed: string, own: string) =>
      `Requires the ${needed} role. ${youAre(own)} Ask an Owner to move it or to change your role.`,
    issueClosed: (iid: number, title: string) => `Close #${iid} ${title}.`,
    issueDeleted: (iid: number, title: string) => `Delete #${iid} ${title}. You can’t undo this.`,
    noOwnLabels: 'The project has no labels of its own.',
    labelsCome: (count: number) =>
      plural(count, {
        one: 'Keep 1 project label and all milestones.',
        other: `Keep ${count} project labels and all milestones.`,
      }),
    labelsCopied: (labels: readonly string[]) =>
      `GitLab copies these labels from the old group, because issues use them: ${labels.join(', ')}.`,
    labelsFollowed: 'Subscribe you to the copied labels.',
    milestonesCopied: (milestones: readonly string[]) =>
      `GitLab copies these milestones from the old group, because issues use them: ${milestones.join(', ')}.`,
    settings: (team: string) => [
      'Then make the project and the group private, if they aren’t.',
      'Add the customer’s name to the project name.',
      `Give ${team} access.`,
      'Turn on your notifications for new issues.',
      'Subscribe to all labels.',
    ],
  },

  /** The form that takes over from another CSM. */
  handover: {
    label: 'Take over from another CSM',
    former: 'The former CSM’s name, @username or email',
    notNamed: (former: string) => `The README and the issue templates don’t name ${former}.`,
    keepOld: 'Leave a field blank to keep its text.',
    insteadOf: (text: string) => `Replace “${text}” with`,
    /** Before the first line. */
    inLines: (count: number) => plural(count, {one: 'In this line:', other: `In ${count} lines, first:`}),
    oneCommit: 'One commit changes these lines. The customer can see it.',
    becomesRequest: 'You can’t push to the default branch. This creates a merge request.',
    members: 'Direct members',
    whoHasAccess: 'Who has access now',
    membersNotRead: 'Couldn’t check members.',
    nobody: 'No direct members.',
    customersSide: 'Customer contacts',
    othersSide: 'GitLab and others',
    settingsRight: 'All settings are as the checklist requires.',
    /** @param setting GitLab's words */
    notificationsNow: (setting: string) => `Your notifications here: ${setting}.`,
  },
};
