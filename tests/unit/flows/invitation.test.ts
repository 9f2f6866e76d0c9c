import {expect, it} from 'vitest';
import type {FlowOf} from '../../../src/flows/flow.ts';
import {invitedBy, refusedPeople, uninvitedWords} from '../../../src/flows/invitation.ts';
import {inTurn, type Said, said} from '../../../src/texts/said.ts';

type Plan = FlowOf<'new-customer'>['plan'];

const plan = (more: Partial<Plan>): Plan => ({
  name: 'Acme',
  segment: 'emea',
  people: 'Ann Lee <ann@acme.example>\nbob@acme.exampel\n@frank\n@nobody\nNot one\n',
  values: [],
  takesGroup: false,
  ...more,
});
const frank = {id: 7, name: 'Frank Grimes', username: 'Frank'};

it('invites addresses that nothing is asked about, and accounts that were shown', () => {
  expect(invitedBy(plan({users: [frank], asked: ['bob@acme.exampel']}))).toEqual({
    mails: ['ann@acme.example'],
    users: [frank],
    asked: ['bob@acme.exampel'],
    nobody: ['@nobody'],
    unclear: ['Not one'],
  });
});

it('invites nobody while everybody is asked about, and tells why of each', () => {
  const asked = ['happy@strak.example', 'jane@stark'];
  const people = invitedBy(plan({people: 'happy@strak.example\njane@stark\n@nobody\n', asked}));
  expect(people).toEqual({mails: [], users: [], asked, nobody: ['@nobody'], unclear: []});
  expect(uninvitedWords(people)).toEqual([said('flows.noAccounts', ['@nobody']), said('flows.stillAsked', asked)]);
});

it('invites all addresses of a plan from before anything was asked', () => {
  expect(invitedBy(plan({})).mails).toEqual(['ann@acme.example', 'bob@acme.exampel']);
});

const refusal = (who: string) => said('apply.failedFor', who, 'Not allowed.');
const whole = inTurn(said('gitlab.denied'), said('gitlab.denied advice'));

it.each<[string, FlowOf<'new-customer'>['steps'], readonly (readonly [string, string | Said])[]]>([
  [
    'a part was taken, those who were named',
    {members: {state: 'done', left: [refusal('Frank'), said('flows.noAccounts', ['@nobody'])]}},
    [['@frank', 'Not allowed.']],
  ],
  [
    'it was skipped after everybody was refused, all, with the reason',
    {members: {state: 'skipped', words: whole}},
    [
      ['ann@acme.example', said('gitlab.denied')],
      ['bob@acme.exampel', said('gitlab.denied')],
      ['@frank', said('gitlab.denied')],
    ],
  ],
  ['all were taken, nobody', {members: {state: 'done'}}, []],
])('keeps of an invitation of which %s', (_what, steps, expected) => {
  const flow = {kind: 'new-customer', plan: plan({users: [frank]}), steps} as unknown as FlowOf<'new-customer'>;
  expect([...refusedPeople(flow)]).toEqual(expected);
});
