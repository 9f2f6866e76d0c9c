import {day} from './dates.ts';
import {plural} from './plural.ts';

/** The forms about people. */
export const uiFormsPeopleTexts = {
  invite: {
    form: 'Invite people',
    label: 'Email addresses or usernames',
    hint: 'Type a name, or paste email addresses or @usernames in any format.',
    changesNoRole: 'An invitation doesn’t change anyone’s role. To make someone a Developer, change the role.',
    changeRoles: 'Change roles',
    getMail: 'GitLab emails each person.',
    send: (people: number) =>
      people === 0 ? 'Invite people' : plural(people, {one: 'Invite 1 person', other: `Invite ${people} people`}),
    retry: (people: number) => plural(people, {one: 'Retry 1 person', other: `Retry ${people} people`}),
    looking: 'Checking…',
    inviting: 'Inviting…',
    /** What came of it. */
    result: 'Result',
    /** @param all how many were to be invited */
    someInvited: (invited: number, all: number) => `${invited} of ${all} people invited.`,
    invited: (people: number) => plural(people, {one: '1 person invited.', other: `${people} people invited.`}),
    nobodyInvited: 'No one was invited.',
    whoIsLeft: 'Everyone who isn’t invited yet stays below, with the reason.',
  },

  roles: {
    form: 'Change roles',
    nobody: 'No customer contacts are members or invited yet.',
    /** In place of a username. */
    invited: 'invited',
    oneChange: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
    hint: 'Maintainers can invite and remove people. GitLab emails everyone whose role changes.',
    change: (roles: number) =>
      roles === 0 ? 'Change roles' : plural(roles, {one: 'Change 1 role', other: `Change ${roles} roles`}),
    changing: 'Changing…',
  },

  sides: {
    nobody: 'No direct members to sort.',
    hint: 'This applies to all customers. Your browser stores it, and syncs it if sync is on.',
    /** Whose somebody is. */
    side: {
      customer: 'Customer contact',
      colleague: 'Team member',
      open: 'Not sorted',
    },
  },

  overview: {
    beingRead: 'Loading…',
    /** @param why a sentence */
    notKnown: (why: string) => `Couldn’t check. ${why}`,
    members: 'Direct members',
    noMembers: 'None',
    /** @param about the role, then `until` and GitLab’s word for what keeps the membership from being active, if any */
    member: (who: string, about: readonly string[]) => `${who}: ${about.join(', ')}`,
    /** @param date a date (ISO) */
    until: (date: string) => `until ${day(date)}`,
    invited: 'Invited',
    nobodyInvited: 'No one',
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
    issuesOff: 'Issues are turned off',
  },
};
