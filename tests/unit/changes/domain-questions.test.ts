import {describe, expect, it} from 'vitest';
import {domainQuestions, isOneSlip} from '../../../src/changes/domain-questions.ts';

const at = (domain: string, count = 1, from = 1) =>
  Array.from({length: count}, (_, index) => `p${index + from}@${domain}`);

interface Case {
  readonly mails: readonly string[];
  readonly unclear?: readonly string[];
  readonly peers?: readonly string[];
  readonly sure?: readonly string[];
}

/** What is asked about each, in short. */
function asked({mails, unclear = [], peers = [], sure = []}: Case): Record<string, string> {
  const workspace = {companyDomains: ['company.example']};
  const questions = domainQuestions(mails, unclear, {peers, sure: new Set(sure), workspace});
  return Object.fromEntries(
    [...questions].map(([mail, {kind, instead, usual}]) => [
      mail,
      kind === 'other' ? `other than ${usual}` : `${kind}: ${instead}`,
    ]),
  );
}

describe('domainQuestions', () => {
  it.each<[string, Case, Record<string, string>]>([
    ['all alike', {mails: at('acme.com', 5)}, {}],
    ['one alone', {mails: at('acme.com')}, {}],
    ['two that differ', {mails: [...at('acme.com'), ...at('initech.com')]}, {}],
    ['no majority', {mails: [...at('acme.com', 2), ...at('initech.com', 2)]}, {}],
    [
      'a letter that is another',
      {mails: [...at('acme.com', 3), 'bob@acme.con']},
      {'bob@acme.con': 'mistyped: bob@acme.com'},
    ],
    ['a letter too few', {mails: [...at('acme.com', 3), 'bob@acme.co']}, {'bob@acme.co': 'mistyped: bob@acme.com'}],
    [
      'a letter too many',
      {mails: [...at('acme.com', 3), 'bob@acmee.com']},
      {'bob@acmee.com': 'mistyped: bob@acme.com'},
    ],
    [
      'two letters that changed places',
      {mails: [...at('acme.com', 3), 'bob@amce.com']},
      {'bob@amce.com': 'mistyped: bob@acme.com'},
    ],
    [
      'two slips among six',
      {mails: [...at('acme.com', 4), 'bob@acme.con', 'Eve@Amce.com']},
      {'bob@acme.con': 'mistyped: bob@acme.com', 'Eve@Amce.com': 'mistyped: Eve@acme.com'},
    ],
    [
      'the same slip twice',
      {mails: [...at('acme.com', 4), ...at('acme.con', 2)]},
      {'p1@acme.con': 'mistyped: p1@acme.com', 'p2@acme.con': 'mistyped: p2@acme.com'},
    ],
    [
      'a slip beside two alike',
      {mails: [...at('acme.com', 2), 'bob@acme.con']},
      {'bob@acme.con': 'other than acme.com'},
    ],
    ['two domains a letter apart, both frequent', {mails: [...at('acme.com', 3), ...at('acme.co', 3)]}, {}],
    [
      'two slips, which are another domain',
      {mails: [...at('acme.com', 4), 'bob@amec.con']},
      {'bob@amec.con': 'other than acme.com'},
    ],
    ['another domain', {mails: [...at('acme.com', 2), 'bob@initech.com']}, {'bob@initech.com': 'other than acme.com'}],
    [
      'several of another domain',
      {mails: [...at('acme.com', 4), ...at('initech.com', 3)]},
      Object.fromEntries(at('initech.com', 3).map(mail => [mail, 'other than acme.com'])),
    ],
    ['a domain within the others’', {mails: [...at('acme.com', 3), 'bob@eu.acme.com']}, {}],
    ['the others’ domain within it', {mails: [...at('eu.acme.com', 3), 'bob@acme.com']}, {}],
    ['the same in another case', {mails: [...at('acme.com', 3), 'Bob@ACME.com']}, {}],
    ['a domain that is right, said the user', {mails: [...at('acme.com', 3), 'bob@acme.con'], sure: ['acme.con']}, {}],
    ['colleagues', {mails: [...at('acme.com', 3), ...at('company.example', 2)]}, {}],
    ['a customer among colleagues', {mails: [...at('company.example', 4), 'bob@acme.com']}, {}],
    [
      'those who are there already',
      {mails: ['bob@acme.con'], peers: [...at('acme.com', 3), ...at('company.example', 3)]},
      {'bob@acme.con': 'mistyped: bob@acme.com'},
    ],
    [
      'one who is there already and written again',
      {mails: ['P1@acme.com', 'bob@initech.com'], peers: ['p1@acme.com']},
      {},
    ],
    [
      'an address that lacks its end',
      {mails: at('acme.com', 3), unclear: ['bob@acme', 'eve@acmecom', 'kim@', 'Ann Other', '@acme']},
      {
        'bob@acme': 'incomplete: bob@acme.com',
        'eve@acmecom': 'incomplete: eve@acme.com',
        'kim@': 'incomplete: kim@acme.com',
      },
    ],
    ['what is no address beside two alike', {mails: at('acme.com', 2), unclear: ['bob@acme']}, {}],
    ['what is not like the others', {mails: at('acme.com', 3), unclear: ['bob@initech', 'a b@acme']}, {}],
  ])('%s', (_name, given, questions) => {
    expect(asked(given)).toEqual(questions);
  });
});

describe('isOneSlip', () => {
  it.each([
    ['acme.com', 'acme.com', false],
    ['acme.com', 'acme.con', true],
    ['acme.com', 'acme.co', true],
    ['acme.com', 'xacme.com', true],
    ['acme.com', 'amce.com', true],
    ['acme.com', 'acme.moc', false],
    ['acme.com', 'bcme.con', false],
    ['acme.com', 'acme.community', false],
    ['ab', 'ba', true],
    ['', 'a', true],
    ['', '', false],
  ])('%s and %s: %s', (one, other, is) => {
    expect([isOneSlip(one, other), isOneSlip(other, one)]).toEqual([is, is]);
  });
});
