import {type Invitation, type Member, type Project, roleNames} from '../gitlab/model.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {defineCheck, type Fix, fail, pass, unknown} from './check.ts';

/** Users that GitLab makes for access tokens. */
const tokenUser = /^(project|group)_\d+_bot(_|\d|$)/;

const rightLevels: readonly number[] = [30, 40];

interface Person {
  readonly label: string;
  readonly accessLevel: number;
  readonly key: {readonly userId: number} | {readonly mail: string};
}

function isCompanyMail(mail: string | undefined, workspace: Workspace): boolean {
  const domain = mail?.split('@').at(-1)?.toLowerCase();
  return domain !== undefined && workspace.companyDomains.includes(domain);
}

function listOf(people: readonly Person[]): string[] {
  return people.map(({label, accessLevel}) => `${label}: ${roleNames[accessLevel] ?? `access level ${accessLevel}`}`);
}

function personOf(member: Member): Person {
  return {label: `${member.name} (@${member.username})`, accessLevel: member.accessLevel, key: {userId: member.id}};
}

function invited(invitation: Invitation): Person {
  return {label: `${invitation.email}, invited`, accessLevel: invitation.accessLevel, key: {mail: invitation.email}};
}

const developer = 30;

/** Raises everybody who has less than Developer. To take a role away from an owner is for a person to decide. */
function raiseRoles(project: Project, wrong: readonly Person[]): Fix | undefined {
  const people = wrong
    .filter(({accessLevel}) => accessLevel < developer)
    .map(({key, accessLevel}) => ({...key, from: accessLevel, to: developer}));
  if (people.length === 0) return undefined;
  return {
    kind: 'change',
    label: people.length === 1 ? 'Make Developer' : `Make ${people.length} people Developers`,
    change: {kind: 'roles', projectId: project.id, people},
  };
}

/** Handbook: the customer's team is invited as direct members with the Developer role. */
export const members = defineCheck({
  id: 'members',
  title: 'Customer’s people are members',
  failureTitle: 'Customer’s people are not members',
  handbook: 'Invite the customer’s team as direct members',
  needs: ['members'],
  uses: ['project', 'invitations', 'colleagues', 'user'],
  judge(facts, workspace) {
    const byHand = {label: 'Open members', path: '/-/project_members'};
    const {project, invitations, colleagues, user} = facts;
    const own = user.state === 'known' ? user.value.id : undefined;
    const strangers = facts.members.filter(
      member => member.id !== own && !tokenUser.test(member.username) && !isCompanyMail(member.publicEmail, workspace),
    );
    const open = (invitations.state === 'known' ? invitations.value : [])
      .filter(invitation => !isCompanyMail(invitation.email, workspace))
      .map(invited);
    if (colleagues.state !== 'known' && strangers.length > 0) {
      return unknown(
        `Whether these are colleagues or the customer’s people cannot be told: the group ${workspace.teamGroup.name} could not be read. ${colleagues.problem.words}`,
        {details: listOf([...strangers.map(personOf), ...open]), byHand},
      );
    }
    const known = colleagues.state === 'known' ? colleagues.value : new Set<number>();
    const people = [...strangers.filter(member => !known.has(member.id)).map(personOf), ...open];
    const wrong = people.filter(person => !rightLevels.includes(person.accessLevel));
    if (wrong.length > 0) {
      const fix = project.state === 'known' ? raiseRoles(project.value, wrong) : undefined;
      return fail('Some of the customer’s people have another role than Developer or Maintainer.', {
        details: listOf(wrong),
        byHand,
        ...(fix ? {fix} : {}),
      });
    }
    if (people.length > 0) {
      return pass(`${people.length} ${people.length === 1 ? 'person' : 'people'} of the customer.`, {
        details: listOf(people),
      });
    }
    if (invitations.state !== 'known') {
      return unknown(
        `None of the customer’s people is a member. Whether somebody is invited cannot be told. ${invitations.problem.words}`,
        {byHand},
      );
    }
    return fail('Nobody of the customer is a member or invited.', {
      byHand,
      fix: {kind: 'form', label: 'Invite', form: 'invite'},
    });
  },
});
