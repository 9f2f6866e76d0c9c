import {isCompanyMail} from '../../changes/company-mail.ts';
import type {FactSheet} from '../../facts/facts.ts';
import type {Sides} from '../../facts/record.ts';
import {developer, type Invitation, type Member, type Project} from '../../gitlab/model/model.ts';
import {customerTexts} from '../../texts/customer.ts';
import {inTurn, type Said, said} from '../../texts/said.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {isBotName} from './bots.ts';
import {defineCheck, type Fix, fail, pass, unknown} from './check.ts';

const rightLevels: readonly number[] = [developer, 40];

interface Person {
  readonly name: string;
  readonly label: string;
  readonly accessLevel: number;
  /** Whether the membership or invitation has ended, so that its role is no matter any more. */
  readonly hasEnded: boolean;
  /** Why the membership is of no use: `the account is blocked`, `the membership ended on 2026-01-31`. */
  readonly hindrance: string | undefined;
  readonly key: {readonly userId: number} | {readonly mail: string};
}

function listOf(people: readonly Person[]): string[] {
  return people.map(({label, accessLevel, hindrance}) =>
    hindrance === undefined
      ? customerTexts.membersPerson(label, accessLevel)
      : customerTexts.membersPersonBut(label, accessLevel, hindrance),
  );
}

function hindranceOf({state, expiresAt, isAwaiting}: Member, today: string): string | undefined {
  if (state !== 'active') return customerTexts.membersAccountIs(state.replaceAll('_', ' '));
  if (isAwaiting) return customerTexts.membersWaitsForApproval;
  const ended = endedOn(expiresAt, today);
  return ended === undefined ? undefined : customerTexts.membersMembershipEnded(ended);
}

/** The day on which a membership or invitation has ended; undefined where it has not. */
function endedOn(expiresAt: string | undefined, today: string): string | undefined {
  return expiresAt !== undefined && expiresAt <= today ? expiresAt : undefined;
}

function personOf(member: Member, today: string): Person {
  return {
    name: member.name,
    label: `${member.name} (@${member.username})`,
    accessLevel: member.accessLevel,
    hasEnded: endedOn(member.expiresAt, today) !== undefined,
    hindrance: hindranceOf(member, today),
    key: {userId: member.id},
  };
}

function invited({email, accessLevel, expiresAt}: Invitation, today: string): Person {
  const ended = endedOn(expiresAt, today);
  return {
    name: email,
    label: customerTexts.membersInvited(email),
    accessLevel,
    hasEnded: ended !== undefined,
    hindrance: ended === undefined ? undefined : customerTexts.membersInvitationEnded(ended),
    key: {mail: email},
  };
}

/** Whose a direct member is, as far as it can be told: of the customer, of the company, nobody (a bot), or open. */
export type MemberSide = 'customer' | 'colleague' | 'nobody' | 'open';

/** What tells whose a member is. */
interface SideSources {
  /** Members of the team group and of the workspace's root; undefined where they could not be read. */
  readonly colleagues: ReadonlySet<number> | undefined;
  readonly sides: Sides;
  /** The signed-in user's id. */
  readonly own: number | undefined;
}

/** Whose a direct member is. What a person decided goes before everything that could be concluded. */
export function sideOf(member: Member, {colleagues, sides, own}: SideSources, workspace: Workspace): MemberSide {
  const decided = sides.get(member.id);
  if (decided !== undefined) return decided;
  if (member.isBot || isBotName(member.username)) return 'nobody';
  if (member.id === own || isCompanyMail(member.publicEmail, workspace)) return 'colleague';
  if (colleagues === undefined) return 'open';
  return colleagues.has(member.id) ? 'colleague' : 'customer';
}

/** What the facts tell of whose members are; a fact that is not known tells nothing. */
export function sideSources({colleagues, sides, user}: FactSheet): SideSources {
  return {
    colleagues: colleagues?.state === 'known' ? colleagues.value : undefined,
    sides: sides?.state === 'known' ? sides.value : new Map(),
    own: user?.state === 'known' ? user.value.id : undefined,
  };
}

/** Raises everybody who has less than Developer. To take a role away from an owner is for a person to decide. */
function raiseRoles(project: Project, wrong: readonly Person[]): Fix | undefined {
  const people = wrong
    .filter(({accessLevel}) => accessLevel < developer)
    .map(({key, name, accessLevel}) => ({...key, name, from: accessLevel, to: developer}));
  if (people.length === 0) return undefined;
  return {
    kind: 'change',
    label: said('customer.membersMakeDevelopers', people.length),
    change: {kind: 'roles', projectId: project.id, people},
  };
}

/** Opens the form that invites people. */
export const invite = (label: Said): Fix => ({kind: 'form', label, form: 'invite', role: 40});
const decide: Fix = {kind: 'form', label: said('customer.membersDecide'), form: 'people'};
const roles: Fix = {kind: 'form', label: said('customer.changeRoles'), form: 'roles', role: 40};
const byHand = {label: customerTexts.openMembers, path: '/-/project_members'};

/** Handbook: the customer's team is invited as direct members with the Developer role. */
export const members = defineCheck({
  id: 'members',
  title: customerTexts.membersTitle,
  failureTitle: customerTexts.membersFailureTitle,
  handbook: 'Invite the customer’s team as direct members',
  withoutAnswer: {turn: 3, reach: 'one'},
  needs: ['members', 'today'],
  uses: ['invitations', 'colleagues', 'user', 'sides'],
  helps: ['project'],
  judge(facts, workspace) {
    const {project, invitations, colleagues, user, sides, today} = facts;
    const sources = sideSources({colleagues, user, sides});
    const on = (side: MemberSide) =>
      facts.members
        .filter(member => sideOf(member, sources, workspace) === side)
        .map(member => personOf(member, today));
    const undecided = on('open');
    const open = (invitations.state === 'known' ? invitations.value : [])
      .filter(invitation => !isCompanyMail(invitation.email, workspace))
      .map(invitation => invited(invitation, today));
    const people = [...on('customer'), ...open];
    if (undecided.length > 0 && colleagues.state !== 'known') {
      return unknown(inTurn(said('customer.membersSidesNotTold', workspace.teamGroup.name), colleagues.problem.words), {
        details: listOf([...undecided, ...people]),
        fix: decide,
        byHand,
      });
    }
    const others = facts.members.length > 0 ? [decide] : [];
    const wrong = people.filter(person => !person.hasEnded && !rightLevels.includes(person.accessLevel));
    if (wrong.length > 0) {
      const fix = project.state === 'known' ? raiseRoles(project.value, wrong) : undefined;
      return fail(said('customer.membersOtherRole'), {
        details: listOf(wrong),
        byHand,
        fix: fix ?? roles,
        others: [invite(said('customer.membersInviteMore')), ...others],
      });
    }
    const able = people.filter(({hindrance}) => hindrance === undefined);
    if (able.length > 0) {
      const count = said('customer.membersAble', able.length);
      const more = {details: listOf(people), others: [invite(said('customer.membersInviteMore')), ...others]};
      if (invitations.state !== 'known') {
        return unknown(inTurn(count, said('customer.membersInvitedNotTold'), invitations.problem.words), {
          ...more,
          byHand,
        });
      }
      return pass(count, {
        ...more,
        // Where they could not be read, it was told of each member in another way.
        regardlessOf: ['colleagues'],
      });
    }
    if (invitations.state !== 'known') {
      return unknown(inTurn(said('customer.membersNobodyInvitedNotTold'), invitations.problem.words), {byHand});
    }
    return fail(said('customer.membersNobody'), {
      ...(people.length > 0 ? {details: listOf(people)} : {}),
      byHand,
      fix: invite(said('customer.membersInvite')),
      others,
    });
  },
});
