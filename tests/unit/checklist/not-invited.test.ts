import '../../../src/texts/later.ts';
import {expect, it} from 'vitest';
import {withNotInvited} from '../../../src/checklist/not-invited.ts';
import {fail, pass} from '../../../src/customer/checks/check.ts';
import type {FactSheet} from '../../../src/facts/facts.ts';
import {said} from '../../../src/texts/said.ts';
import {told} from '../../told.ts';

const able = pass(said('customer.membersAble', 3), {
  details: ['Ann: Developer'],
  others: [
    {kind: 'form', label: said('customer.membersInviteMore'), form: 'invite'},
    {kind: 'form', label: said('customer.membersDecide'), form: 'people'},
  ],
});
const refused = (...entries: string[]) => new Map(entries.map(entry => [entry, 'Not allowed.']));
const facts = {
  invitations: {state: 'known', value: [{email: 'Ann@acme.example'}]},
  members: {state: 'known', value: [{username: 'Bo'}, {username: 'cy', publicEmail: 'cy@acme.example'}]},
} as unknown as FactSheet;

it('is not done while somebody is left whom GitLab did not take: it names them, and says why', () => {
  expect(told(withNotInvited(able, refused('x@acme.example', '@y'), facts, false))).toEqual({
    verdict: 'fail',
    evidence: '3 customer contacts. 2 people aren’t invited: x@acme.example, @y.',
    details: ['x@acme.example, not invited: Not allowed.', '@y, not invited: Not allowed.', 'Ann: Developer'],
    fix: {kind: 'form', label: 'Invite 2 people', form: 'invite', role: 40},
    others: [{kind: 'form', label: 'Sort members', form: 'people'}],
  });
});

it('leaves it to the form that stands open to say how many it invites', () => {
  expect(withNotInvited(able, refused('x@acme.example', '@y'), facts, true).fix?.label).toEqual(
    said('customer.membersInvite'),
  );
});

it('names some of many', () => {
  expect(
    told(withNotInvited(able, refused('a@x.example', 'b@x.example', 'c@x.example', 'd@x.example'), facts, false)),
  ).toMatchObject({
    evidence: '3 customer contacts. 4 people aren’t invited: a@x.example, b@x.example, c@x.example, and 1 more.',
  });
});

it('is done once they are there, by whoever invited them', () => {
  expect(withNotInvited(able, refused('ann@acme.example', '@bo', 'cy@acme.example'), facts, false)).toBe(able);
  expect(withNotInvited(able, new Map(), facts, false)).toBe(able);
});

it('stays as it is where it is not done anyway', () => {
  const nobody = fail(said('customer.membersNobody'));
  expect(withNotInvited(nobody, refused('x@acme.example'), facts, false)).toBe(nobody);
});
