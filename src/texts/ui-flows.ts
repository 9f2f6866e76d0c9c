import {plural} from './plural.ts';

/** What the guided flows say in the panel. */
export const uiFlowsTexts = {
  /** Above what a form, a way back or a commit will do. */
  whatWillHappen: 'What will happen',
  noFileChanges: 'No file changes.',
  /** @param why what went wrong and what to do, as sentences */
  filesNotRead: (why: string) => `Which files change could not be found out. ${why}`,
  goOn: 'Go on',
  thisCustomers: 'It is this customer’s: use it',
  /** A line that a commit changes. @param file its name */
  lineOf: (line: number, file: string) => `Line ${line} of ${file}`,

  /** A flow as a whole. */
  flow: {
    reading: 'Reading from GitLab…',
    close: 'Close',
    setAside: 'Set aside',
    discard: 'Discard',
    discardMeans: 'What you typed here is forgotten. In GitLab nothing changes.',
    discardIt: 'Discard it',
    keepIt: 'Keep it',
    isElsewhere: 'Another tab is working on this. Close it or wait, then go on here.',
    /** Comes after why the browser did not keep it. */
    notKept: 'Until then this goes on only as long as the page stays open.',
    // What is said above the form after all of it was taken back.
    allTakenBack: 'All of it was taken back.',
    /** What there is to say of it comes after. */
    takenBackBut: 'It was taken back. What you should know of it:',
  },

  /** A flow that was begun, and its steps. */
  steps: {
    /** What a step's state is called, before its title. */
    states: {running: 'Under way:', done: 'Done:', failed: 'Failed:', skipped: 'Skipped:', open: 'To do:'},
    takenBack: 'This was taken back since.',
    commitAgain: 'Commit with this message',
    skip: 'Skip this',
    skipStep: (step: string) => `Skip: ${step}`,
    allDone: (count: number) => `All ${count} steps are done.`,
    someDone: (done: number, all: number) => `${done} of ${all} steps are done.`,
    failed: (count: number) =>
      plural(count, {
        one: 'One failed, and nothing that needs it was begun.',
        other: `${count} failed, and nothing that needs them was begun.`,
      }),
    beingTakenBack: (count: number) =>
      plural(count, {one: 'One step to take back…', other: `${count} steps to take back…`}),
    notTakenBack: (count: number) =>
      plural(count, {one: 'One step is not taken back yet.', other: `${count} steps are not taken back yet.`}),
    stop: 'Stop',
    stopping: 'Stopping after what is under way…',
    tryAgain: 'Try again',
  },

  /** Changed lines that are shown once more. */
  linesAgain: {
    commit: 'Commit these lines',
  },

  /** The group that a step met. */
  foundGroup: {
    looking: 'Looking at the target…',
    isOther: 'Another group is there by now. Try again.',
  },

  /** What is left when all steps are done. */
  end: {
    allDone: 'Everything is done',
    whatIsLeft: 'What is left for you',
    moreRight: (count: number) => plural(count, {one: 'One more row is right', other: `${count} more rows are right`}),
    rowsBelow: 'The rows below show it.',
    finish: 'Finish',
    openProject: 'Open the project',
    writeReport: 'Write a handover report',
    report: 'Handover report, as Markdown',
    copyReport: 'Copy the report',
  },

  /** The ways out of a flow that was begun. */
  wayOut: {
    groupMayStay: 'The group stays: GitLab does not tell whether it was made here.',
    groupGoes: 'The group is deleted, unless something else is in it by now.',
    projectMayGo:
      'The project is deleted if GitLab tells that it was made here, with everything in it. GitLab keeps it for some days.',
    projectGoes: 'The project is deleted, with everything in it. GitLab keeps it for some days.',
    peopleLoseAccess: 'Who was invited loses access; their mails are sent already.',
    stepStays: (step: string) => `This stays as it is: ${step}.`,
    stepGoes: (step: string) => `Taken back, if it is still as it was left: ${step}.`,
    restForgotten: 'The steps that are not done are forgotten. The checklist still shows what is missing.',
    lookingAtOthers: 'Looking what others did in the project since…',
    nothingCameIn: 'Nobody became a member since, and no issue and no commit of others came in.',
    takeBack: 'Take it back',
    leave: 'Leave it',
    leaveAll: 'Leave it as it is',
    cancel: 'Cancel',
  },

  /** What the forms have in common, before and after what will happen is looked at. */
  plan: {
    nothingYet: 'Nothing is done yet: first you see what will happen.',
    see: 'See what will happen',
    looking: 'Looking…',
    summary: 'Summary',
    takeOver: 'Take it over',
    change: 'Change something',
    similarGroups: (count: number) =>
      plural(count, {
        one: 'There is a group with a similar name. Is it the same customer?',
        other: 'There are groups with similar names. Is it the same customer?',
      }),
    useIt: 'Use it',
    useGroup: (path: string) => `Use the group ${path}`,
    /** @param fault why it cannot be used, as a sentence */
    unusableGroup: (fault: string) => `${fault} Choose another path.`,
    /** Around the group's name, which leads to it. */
    groupThere: {before: 'There is a group ', after: ' already.'},
  },

  /** The form that sets up a customer, and its summary. */
  newCustomer: {
    people: 'People to invite as Developers',
    peopleHint: 'Mail addresses and @usernames, as you have them. GitLab sends each of them a mail.',
    /** @param why one or more sentences */
    templateNotRead: (why: string) => `The template could not be read. ${why}`,
    placeholders: 'What the README and the issue templates ask for',
    /** @param count two at least */
    useSuggestions: (count: number) => `Use all ${count} suggestions for this customer`,
    values: 'The values that go in',
    /** @param fault why the template may not be usable */
    tryAllTheSame: (fault: string) => `${fault} You can try it all the same.`,
    /** Around the project's name, which leads to it. */
    projectThere: {
      before: 'The customer has a project already: ',
      after: '. Its own checklist shows what is missing there.',
    },
    groupUsed: (group: string, path: string) => `The group “${group}” (${path}) is there already and is used.`,
    groupMade: (group: string, path: string) => `The private group “${group}” (${path}) is made.`,
    /** @param visibility GitLab's word */
    groupBecomesPrivate: (visibility: string) => `That group is ${visibility}: it becomes private.`,
    projectMade: (project: string, template: string) =>
      `The private project “${project}” is made in it from the template “${template}”.`,
    noLogo: 'It gets no logo: you gave none.',
    logo: 'It gets the logo.',
    readmeStays: 'The README stays as the template has it.',
    fillsIn: (count: number) =>
      plural(count, {
        one: 'One commit fills in one value in the README and the issue templates.',
        other: `One commit fills in ${count} values in the README and the issue templates.`,
      }),
    staysOpen: (count: number) =>
      plural(count, {one: 'One placeholder stays open.', other: `${count} placeholders stay open.`}),
    nobodyInvited: 'Nobody is invited.',
    invited: (people: readonly string[]) =>
      plural(people.length, {
        one: `Invited as Developer, with a mail from GitLab: ${people.join(', ')}.`,
        other: `Invited as Developers, with a mail from GitLab: ${people.join(', ')}.`,
      }),
    notInvited: (people: readonly string[]) => `Not invited: ${people.join(', ')}.`,
    settings: (team: string) => `You are notified of new issues and subscribed to all its labels; ${team} has access.`,
  },

  /** The form that takes over from pre-sales, and its summary. */
  preSales: {
    label: 'Take over from pre-sales',
    openIssues: 'Open issues. Choose those to remove:',
    openIssue: (iid: number) => `Open issue ${iid}`,
    open: 'Open',
    /** Before `closed` or `deleted`. */
    theyAre: 'They are',
    closed: 'closed',
    deleted: 'deleted',
    noIssue: 'No issue is open.',
    agreed: 'SA and SAE agree',
    agreedOnOthers: 'SA and SAE agree, also that the other issues stay',
    /** @param needed GitLab's name of a role; @param own the same */
    lacksRole: (needed: string, own: string) =>
      `It takes the role ${needed} in the project to move it, and yours is ${own}. Ask one of its owners to move it, or for the role.`,
    issueClosed: (iid: number, title: string) => `#${iid} ${title} is closed.`,
    issueDeleted: (iid: number, title: string) => `#${iid} ${title} is deleted, which cannot be taken back.`,
    noOwnLabels: 'The project has no labels of its own.',
    labelsCome: (count: number) =>
      plural(count, {
        one: 'Its own label comes along, and its milestones.',
        other: `Its own ${count} labels come along, and its milestones.`,
      }),
    labelsCopied: (labels: readonly string[]) =>
      `GitLab copies these labels of the groups, because issues use them: ${labels.join(', ')}. You’re subscribed to the copies again.`,
    /** Comes after what is said of labels. */
    milestonesCopied: (milestones: readonly string[]) => `The same for these milestones: ${milestones.join(', ')}.`,
    settings: (team: string) =>
      `At the new address: project and group become private where they are not, the customer’s name is put before the project’s, ${team} has access, you are notified of new issues and subscribed to the labels.`,
  },

  /** The form that takes over from another CSM. */
  handover: {
    label: 'Take over from another CSM',
    former: 'The former CSM’s name, @username or mail',
    notNamed: (former: string) => `Neither the README nor an issue template names ${former}.`,
    keepOld: 'Leave a field empty to keep the old text.',
    insteadOf: (text: string) => `Instead of “${text}”`,
    /** Before the first line. */
    inLines: (count: number) => plural(count, {one: 'In this line:', other: `In ${count} lines, first:`}),
    oneCommit: 'One commit changes these lines. The customer can see it.',
    becomesRequest: 'You can’t push to the default branch, so it becomes a merge request.',
    members: 'Direct members',
    whoHasAccess: 'Who has access now',
    membersNotRead: 'The members could not be read.',
    nobody: 'Nobody.',
    customersSide: 'Customer',
    othersSide: 'GitLab and others',
    settingsRight: 'All settings are as the checklist wants them.',
    /** @param setting GitLab's words */
    notificationsNow: (setting: string) => `Your notifications here now: ${setting}.`,
  },
};
