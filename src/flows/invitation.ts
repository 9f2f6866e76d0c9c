import {type InviteFailures, inviteFailures} from '../changes/invite-failures.ts';
import {parsePeople} from '../changes/people.ts';
import {entriesIn, keptText, peopleText, withEntries} from '../changes/people-entries.ts';
import type {Checklist} from '../checklist/checklist.ts';
import {correctValue, GitLabError} from '../gitlab/errors.ts';
import {developer, type User} from '../gitlab/model/model.ts';
import {flowsTexts} from '../texts/flows.ts';
import {type Said, said} from '../texts/said.ts';
import type {Flow, FlowOf} from './flow.ts';
import {type RowStepOptions, rowStep} from './row-step.ts';
import type {Step} from './run.ts';

type Plan = FlowOf<'new-customer'>['plan'];

/**
 * Whom a plan invites: mails that nothing is asked about, and the accounts that were shown; a username without one is nobody. What is no
 * address as it stands can be asked about too.
 */
export function invitedBy({people, users = [], asked = []}: Plan): {
  readonly mails: readonly string[];
  readonly users: readonly User[];
  readonly asked: readonly string[];
  readonly nobody: readonly string[];
  readonly unclear: readonly string[];
} {
  const {mails, usernames, unclear} = parsePeople(people);
  const accounts = new Map(users.map(user => [user.username.toLowerCase(), user]));
  return {
    mails: mails.filter(mail => !asked.includes(mail)),
    asked: [...mails, ...unclear].filter(text => asked.includes(text)),
    users: usernames.flatMap(username => accounts.get(username.toLowerCase()) ?? []),
    nobody: usernames.filter(username => !accounts.has(username.toLowerCase())).map(username => `@${username}`),
    unclear: unclear.filter(text => !asked.includes(text)),
  };
}

/** Why people who were typed are not invited, as far as that can be told. */
export function uninvitedWords({nobody, asked}: Pick<ReturnType<typeof invitedBy>, 'nobody' | 'asked'>): Said[] {
  return [
    ...(nobody.length > 0 ? [said('flows.noAccounts', nobody)] : []),
    ...(asked.length > 0 ? [said('flows.stillAsked', asked)] : []),
  ];
}

/** Where GitLab refuses somebody, there is nothing to correct in the step: who is left is kept for the item. */
function adviseOnPeople(error: unknown): never {
  if (!(error instanceof GitLabError) || error.advice !== correctValue) throw error;
  throw new GitLabError(error.kind, error.words, error.status, {advice: said('flows.peopleRefused advice')});
}

/** The step that invites people; none where there is nobody to be invited. */
export function inviteStep(plan: Plan, row: Pick<RowStepOptions, 'after' | 'checklist' | 'isNew'>): Step[] {
  const {mails, users, nobody, asked} = invitedBy(plan);
  const count = mails.length + users.length;
  if (count === 0) return [];
  const step = rowStep({
    ...row,
    id: 'members',
    title: flowsTexts.invite(count),
    // One person of the customer's puts the row right; the others are invited all the same.
    always: true,
    own: {
      restsOn: ['project', 'members', 'invitations'],
      async changeOf({project, members, invitations}) {
        const invited = new Set(invitations.value.map(({email}) => email.toLowerCase()));
        const there = new Set(members.value.map(({id}) => id));
        const missing = {
          mails: mails.filter(mail => !invited.has(mail.toLowerCase())),
          users: users.filter(({id}) => !there.has(id)),
        };
        if (missing.mails.length + missing.users.length === 0) return undefined;
        return {kind: 'invite', projectId: project.value.id, ...missing, accessLevel: developer};
      },
      leftOf: () => uninvitedWords({nobody, asked}),
    },
  });
  return [{...step, run: tools => step.run(tools).catch(adviseOnPeople)}];
}

/** Whom GitLab did not take when a customer was set up, and why, by the entry in small letters. */
export function refusedPeople({plan, steps}: FlowOf<'new-customer'>): InviteFailures['by'] {
  const {mails, users} = invitedBy(plan);
  const sent = [...mails, ...users.map(({username}) => `@${username}`)];
  const {state, words, left = []} = steps.members ?? {};
  if (state !== 'skipped') return inviteFailures(left, sent).by;
  const {by, others} = inviteFailures(words ? [words] : [], sent);
  const [reason = said('flows.inviteSkipped')]: readonly Said[] = others;
  return new Map(sent.map(entry => [entry.toLowerCase(), by.get(entry.toLowerCase()) ?? reason]));
}

/** Puts those whom a set-up that is over did not invite, and everybody about whom something is asked, into the field of the customer's item. */
export async function keepUninvited(flow: Flow, customer: Checklist | undefined): Promise<void> {
  if (flow.kind !== 'new-customer' || customer === undefined) return;
  const {asked, nobody, unclear} = invitedBy(flow.plan);
  const left = new Set([
    ...refusedPeople(flow).keys(),
    ...[...asked, ...nobody, ...unclear].map(it => it.toLowerCase()),
  ]);
  const entries = entriesIn(flow.plan.people).filter(({text}) => left.has(text.toLowerCase()));
  if (entries.length === 0) return;
  const {texts} = customer;
  await texts.load();
  const typed = texts.all.value.get('people') ?? '';
  texts.set('people', keptText(withEntries(peopleText(typed), entries)));
  const {sure = []} = flow.plan;
  if (sure.length > 0) texts.set('people-domains', sure.join('\n'));
}
