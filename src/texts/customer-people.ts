import {day} from './dates.ts';
import {roleName} from './gitlab.ts';
import {plural} from './plural.ts';

/** What is told of who has access to a project. */
export const peopleTexts = {
  membersTitle: 'Customer contacts are members',
  membersFailureTitle: 'Invite customer contacts',
  membersAble: (count: number) =>
    plural(count, {one: `${count} customer contact.`, other: `${count} customer contacts.`}),
  membersNobody: 'No one from the customer has Developer access or an invitation.',
  membersOtherRole: 'Some customer contacts don’t have the Developer or Maintainer role.',
  /** @param team a group's name */
  membersSidesNotTold: (team: string) =>
    `Couldn’t tell team members from customer contacts, because ${team} can’t be read.`,
  membersInvitedNotTold: 'Couldn’t check invitations.',
  membersNobodyInvitedNotTold: 'No customer contacts are members. Couldn’t check invitations.',

  /** @param role GitLab's number of it */
  membersPerson: (person: string, role: number) => `${person}: ${roleName(role)}`,
  /** @param why it is of no use: one of the four phrases below */
  membersPersonBut: (person: string, role: number, why: string) => `${person}: ${roleName(role)}, but ${why}`,
  /** @param state GitLab's word for it: “blocked” */
  membersAccountIs: (state: string) => `the account is ${state}`,
  membersWaitsForApproval: 'the membership is waiting for approval',
  /** @param ended a date (ISO) */
  membersMembershipEnded: (ended: string) => `the membership ended on ${day(ended)}`,
  membersInvitationEnded: (ended: string) => `the invitation ended on ${day(ended)}`,
  membersInvited: (mail: string) => `${mail}, invited`,

  membersInvite: 'Invite',
  membersInviteMore: 'Invite more people',
  membersDecide: 'Sort members',
  membersMakeDevelopers: (count: number) =>
    plural(count, {one: 'Make 1 person a Developer', other: `Make ${count} people Developers`}),
  changeRoles: 'Change roles',

  teamAccessTitle: 'Your team has access',
  teamAccessFailureTitle: 'Give your team access',
  // The team is a group's name in all of these.
  teamAccessShared: (team: string) => `The project is shared with ${team}.`,
  teamAccessSharedAbove: (team: string) => `A parent group is shared with ${team}.`,
  teamAccessAboveNotTold: (team: string) => `Not shared directly with ${team}. Couldn’t check parent groups.`,
  teamAccessNotTold: (team: string) => `Couldn’t check whether ${team} has access.`,
  teamAccessGroupsNotShown: 'GitLab doesn’t show you all parent groups.',
  /** @param role GitLab's number of it */
  teamAccessOnlyAs: (team: string, role: number) =>
    `${team} has access only as ${roleName(role)}. Change it to Developer or higher.`,
  teamAccessNone: (team: string) => `${team} has no access through this project or its parent groups.`,
  teamAccessShare: (team: string) => `Share with ${team}`,
};
