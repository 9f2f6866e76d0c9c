import {expect, it} from 'vitest';
import type {FlowOf} from '../../../src/flows/flow.ts';
import {invitedBy} from '../../../src/flows/new-customer.ts';

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

it('invites all addresses of a plan from before anything was asked', () => {
  expect(invitedBy(plan({})).mails).toEqual(['ann@acme.example', 'bob@acme.exampel']);
});
