import type {FactSheet} from '../../facts/facts.ts';
import type {Sides} from '../../facts/record.ts';
import {developer, type Invitation, type Member, type Project} from '../../gitlab/model/model.ts';
import {roleName} from '../../gitlab/model/words.ts';
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
  /** Why the membership is of no use: `account is blocked`, `membership ended on 2026-01-31`. */
  readonly hindrance: string | undefined;
  readonly key: {readonly userId: number} | {readonly mail: string};
}

function isCompanyMail(mail: string | undefined, workspace: Workspace): boolean {
  const domain = mail?.split('@').at(-1)?.toLowerCase();
  return domain !== undefined && workspace.companyDomains.includes(domain);
}

function listOf(people: readonly Person[]): string[] {
  return people.map(({label, accessLevel, hindrance}) => {
    const role = roleName(accessLevel);
    return `${label}: ${role}${hindrance ? `, but the ${hindrance}` : ''}`;
  });
}

function hindranceOf({state, expiresAt, isAwaiting}: Member, today: string): string | undefined {
  if (state !== 'active') return `account is ${state.replaceAll('_', ' ')}`;
  if (isAwaiting) return 'membership waits for an approval';
  return hasEnded({expiresAt}, today) ? `membership ended on ${expiresAt}` : undefined;
}

function hasEnded({expiresAt}: Pick<Member, 'expiresAt'>, today: string): boolean {
  return expiresAt !== undefined && expiresAt <= today;
}

function personOf(member: Member, today: string): Person {
  return {
    name: member.name,
    label: `${member.name} (@${member.username})`,
    accessLevel: member.accessLevel,
    hasEnded: hasEnded(member, today),
    hindrance: hindranceOf(member, today),
    key: {userId: member.id},
  };
}

function invited({email, accessLevel, expiresAt}: Invitation, today: string): Person {
  const isOver = hasEnded({expiresAt}, today);
  return {
    name: email,
    label: `${email}, invited`,
    accessLevel,
    hasEnded: isOver,
    hindrance: isOver ? `invitation ended on ${expiresAt}` : undefined,
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
    label: people.length === 1 ? 'Make Developer' : `Make ${people.length} people Developers`,
    change: {kind: 'roles', projectId: project.id, people},
  };
}

const invite = (label: string): Fix => ({kind: 'form', label, form: 'invite', role: 40});
const decide: Fix = {kind: 'form', label: 'Say who is who', form: 'people'};
const roles: Fix = {kind: 'form', label: 'Change roles', form: 'roles', role: 40};
const byHand = {label: 'Open members', path: '/-/project_members'};

/** Handbook: the customer's team is invited as direct members with the Developer role. */
export const members = defineCheck({
  id: 'members',
  title: 'Customer’s people are members',
  failureTitle: 'Customer’s people are not members',
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
      return unknown(
        `Whether these are colleagues or the customer’s people cannot be told: the group ${workspace.teamGroup.name} could not be read. ${colleagues.problem.words}`,
        {details: listOf([...undecided, ...people]), fix: decide, byHand},
      );
    }
    const others = facts.members.length > 0 ? [decide] : [];
    const wrong = people.filter(person => !person.hasEnded && !rightLevels.includes(person.accessLevel));
    if (wrong.length > 0) {
      const fix = project.state === 'known' ? raiseRoles(project.value, wrong) : undefined;
      return fail('Some of the customer’s people have another role than Developer or Maintainer.', {
        details: listOf(wrong),
        byHand,
        fix: fix ?? roles,
        others: [invite('Invite more'), ...others],
      });
    }
    const able = people.filter(({hindrance}) => hindrance === undefined);
    if (able.length > 0) {
      const count = `${able.length} ${able.length === 1 ? 'person' : 'people'} of the customer.`;
      const more = {details: listOf(people), others: [invite('Invite more'), ...others]};
      if (invitations.state !== 'known') {
        return unknown(`${count} Couldn’t check who is invited. ${invitations.problem.words}`, {...more, byHand});
      }
      return pass(count, {
        ...more,
        // Where they could not be read, it was told of each member in another way.
        regardlessOf: ['colleagues'],
      });
    }
    if (invitations.state !== 'known') {
      return unknown(
        `None of the customer’s people is a member. Whether somebody is invited cannot be told. ${invitations.problem.words}`,
        {byHand},
      );
    }
    return fail('Nobody of the customer is a member or invited who can use the project.', {
      ...(people.length > 0 ? {details: listOf(people)} : {}),
      byHand,
      fix: invite('Invite'),
      others,
    });
  },
});
