import {roleName} from './gitlab.ts';
import {plural} from './plural.ts';

/** What is told of who has access to a project. */
export const peopleTexts = {
  membersTitle: 'Customer’s people are members',
  membersFailureTitle: 'Customer’s people are not members',
  membersAble: (count: number) =>
    plural(count, {one: `${count} person of the customer.`, other: `${count} people of the customer.`}),
  membersNobody: 'Nobody of the customer is a member or invited who can use the project.',
  membersOtherRole: 'Some of the customer’s people have another role than Developer or Maintainer.',
  /** @param team a group's name */
  membersSidesNotTold: (team: string) =>
    `Whether these are colleagues or the customer’s people cannot be told: the group ${team} could not be read.`,
  membersInvitedNotTold: 'Couldn’t check who is invited.',
  membersNobodyInvitedNotTold: 'None of the customer’s people is a member. Whether somebody is invited cannot be told.',

  /** @param role GitLab's number of it */
  membersPerson: (person: string, role: number) => `${person}: ${roleName(role)}`,
  /** @param why it is of no use: one of the four phrases below */
  membersPersonBut: (person: string, role: number, why: string) => `${person}: ${roleName(role)}, but ${why}`,
  /** @param state GitLab's word for it: “blocked” */
  membersAccountIs: (state: string) => `the account is ${state}`,
  membersWaitsForApproval: 'the membership waits for an approval',
  /** @param day a date (ISO) */
  membersMembershipEnded: (day: string) => `the membership ended on ${day}`,
  membersInvitationEnded: (day: string) => `the invitation ended on ${day}`,
  membersInvited: (mail: string) => `${mail}, invited`,

  membersInvite: 'Invite',
  membersInviteMore: 'Invite more',
  membersDecide: 'Say who is who',
  membersMakeDevelopers: (count: number) =>
    plural(count, {one: 'Make Developer', other: `Make ${count} people Developers`}),
  changeRoles: 'Change roles',

  teamAccessTitle: 'Colleagues have access',
  teamAccessFailureTitle: 'Colleagues have no access',
  // The team is a group's name in all of these.
  teamAccessShared: (team: string) => `The project is shared with ${team}.`,
  teamAccessSharedAbove: (team: string) => `A group above is shared with ${team}.`,
  teamAccessAboveNotTold: (team: string) =>
    `The project itself is not shared with ${team}; whether a group above it is cannot be told.`,
  teamAccessNotTold: (team: string) => `Couldn’t check whether ${team} has access.`,
  teamAccessGroupsNotShown: 'GitLab does not show you all groups above it.',
  /** @param role GitLab's number of it */
  teamAccessOnlyAs: (team: string, role: number) =>
    `${team} has access only as ${roleName(role)}. Change it to Developer or higher.`,
  teamAccessNone: (team: string) => `Neither the project nor a group above it is shared with ${team}.`,
  teamAccessShare: (team: string) => `Share with ${team}`,
};
