import {plural} from './plural.ts';

/** The forms about people. */
export const uiFormsPeopleTexts = {
  invite: {
    form: 'Invite people',
    label: 'Mail addresses and usernames',
    hint: 'One or many, as you have them: from a mail, a table or an address book, and @username.',
    changesNoRole: 'An invitation changes nobody’s role. To make somebody Developer, change the role.',
    changeRoles: 'Change roles',
    getMail: 'GitLab sends each of them a mail.',
    send: (people: number) => plural(people, {one: 'Invite one person', other: `Invite ${people} people`}),
    looking: 'Looking…',
    inviting: 'Inviting…',
  },

  roles: {
    form: 'Change roles',
    nobody: 'Nobody of the customer is a member or invited yet.',
    /** In place of a username. */
    invited: 'invited',
    oneChange: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
    hint: 'A Maintainer can invite and remove people. GitLab tells them by mail.',
    change: (roles: number) => plural(roles, {one: 'Change one role', other: `Change ${roles} roles`}),
    changing: 'Changing…',
  },

  sides: {
    nobody: 'There is no direct member to decide about.',
    hint: 'What you say here counts for all customers. Your browser keeps it, and syncs it if you switched that on.',
    /** Whose somebody is. */
    side: {
      customer: 'Customer’s',
      colleague: 'Colleague',
      open: 'Not decided',
    },
  },

  overview: {
    beingRead: 'Being read…',
    /** @param why a sentence */
    notKnown: (why: string) => `Not known. ${why}`,
    members: 'Direct members',
    noMembers: 'None',
    /** @param about the role, then `until` and GitLab’s word for what keeps the membership from being active, if any */
    member: (who: string, about: readonly string[]) => `${who}: ${about.join(', ')}`,
    until: (day: string) => `until ${day}`,
    invited: 'Invited',
    nobodyInvited: 'Nobody',
    invitation: (mail: string, role: string) => `${mail}: ${role}`,
    sharedWith: 'Shared with',
    notShared: 'No group',
    share: (group: string, role: string) => `${group}: ${role} at most`,
    visibility: 'Visibility',
    // GitLab’s word for it: private, internal or public.
    ofProject: (visibility: string) => `Project: ${visibility}`,
    ofGroup: (visibility: string) => `Group: ${visibility}`,
    notificationLevel: 'Your notification level',
    openIssues: 'Open issues',
    issuesOff: 'Issues are off',
  },
};
