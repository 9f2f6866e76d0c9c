import {describe, expect, it} from 'vitest';
import {hasLowerRole, ignoredPieces, inviteesOf, recipientsOf} from '../../../src/changes/invitees.ts';
import {entriesIn} from '../../../src/changes/people-entries.ts';
import type {Account, Member} from '../../../src/gitlab/model/model.ts';

const account = (id: number, username: string, more: Partial<Account> = {}): Account => ({
  id,
  username,
  name: username.toUpperCase(),
  state: 'active',
  isBot: false,
  ...more,
});
const member = (id: number, accessLevel: number, publicEmail?: string): Member => ({
  id,
  name: 'Jane Doe',
  username: 'jane',
  accessLevel,
  state: 'active',
  publicEmail,
  expiresAt: undefined,
});
const accounts = new Map<string, Account | null>([
  ['dana', account(1, 'dana')],
  ['jane', account(2, 'Jane')],
  ['bob', account(3, 'bob')],
  ['robot', account(4, 'robot', {isBot: true})],
  ['gone', account(5, 'gone', {state: 'blocked_pending_approval'})],
  ['asleep', account(6, 'asleep', {state: 'deactivated'})],
  ['nobody', null],
]);
const there = {
  members: [member(2, 20, 'Jane@x.example')],
  invitations: [{email: 'ann@x.example', accessLevel: 30}],
  ownId: 1,
  ownMails: ['dana@mail.example', 'dana@company.example'],
  workspace: {companyDomains: ['company.example']},
};
const sortOut = (text: string, more: Partial<Parameters<typeof inviteesOf>[2]> = {}) =>
  inviteesOf(entriesIn(text), accounts, {...there, ...more});
const states = (text: string, more = {}) => sortOut(text, more).map(({state}) => state);

describe('inviteesOf', () => {
  it('invites mails, and accounts that were looked up', () => {
    const invitees = sortOut('new@x.example, @BOB, @asleep');
    expect(recipientsOf(invitees)).toEqual({
      mails: ['new@x.example'],
      users: [
        {id: 3, name: 'BOB', username: 'bob'},
        {id: 6, name: 'ASLEEP', username: 'asleep'},
      ],
    });
    expect(hasLowerRole(invitees)).toBe(false);
  });

  it.each<[string, object, string | undefined]>([
    ['@jane', {kind: 'member', accessLevel: 20}, 'JANE'],
    ['jane@X.example', {kind: 'member', accessLevel: 20}, 'Jane Doe'],
    ['ANN@x.example', {kind: 'invited', accessLevel: 30}, undefined],
    ['@dana', {kind: 'you'}, 'DANA'],
    ['Dana@Mail.example', {kind: 'you'}, undefined],
    ['dana@company.example', {kind: 'you'}, undefined],
    ['@robot', {kind: 'bot'}, 'ROBOT'],
    ['@gone', {kind: 'account', state: 'blocked_pending_approval'}, 'GONE'],
    ['@Nobody', {kind: 'no-user'}, undefined],
    ['@later', {kind: 'looking'}, undefined],
    ['Ann Other', {kind: 'unclear'}, undefined],
  ])('does not invite %s', (text, state, name) => {
    const invitees = sortOut(text);
    expect(invitees).toMatchObject([{state}]);
    expect(invitees[0]?.user?.name).toBe(name);
    expect(recipientsOf(invitees)).toEqual({mails: [], users: []});
  });

  it.each([
    ['@jane', true],
    ['jane@x.example', true],
    ['ann@x.example', false],
    ['new@x.example', false],
  ])('tells whether %s is there with a lower role', (text, is) => {
    expect(hasLowerRole(sortOut(text))).toBe(is);
  });

  it('invites colleagues by their addresses too, and tells them apart', () => {
    expect(states('new@x.example, Sam@Company.example')).toEqual([
      {kind: 'new', isColleague: false},
      {kind: 'new', isColleague: true},
    ]);
  });

  it('invites nobody who is asked about, until it is answered', () => {
    const text = 'a@acme.com, b@acme.com, c@acme.com, bob@acme.con';
    const alone = {members: [], invitations: []};
    expect(recipientsOf(sortOut(text, alone)).mails).toHaveLength(3);
    expect(states(text, alone)[3]).toMatchObject({kind: 'asked', question: {instead: 'bob@acme.com'}});
    const sure = new Set(['acme.con']);
    expect(recipientsOf(sortOut(text, {...alone, sure})).mails).toHaveLength(4);
  });

  it('asks about what is no address too, and counts those who are there', () => {
    const invitations = ['a', 'b', 'c'].map(name => ({email: `${name}@acme.com`, accessLevel: 30}));
    expect(states('bob@acme\n', {members: [], invitations})).toMatchObject([
      {kind: 'asked', question: {kind: 'incomplete', instead: 'bob@acme.com'}},
    ]);
  });

  it('keeps apart whom GitLab did not take', () => {
    const failed = new Map([
      ['new@x.example', 'Not allowed.'],
      ['@bob', 'Is blocked.'],
    ]);
    const invitees = sortOut('New@x.example, @BOB, @asleep', {failed});
    expect(invitees[0]?.state).toEqual({kind: 'failed', words: 'Not allowed.'});
    expect(recipientsOf(invitees).users).toHaveLength(1);
    expect(recipientsOf(invitees, 'failed')).toEqual({
      mails: ['New@x.example'],
      users: [{id: 3, name: 'BOB', username: 'bob'}],
    });
  });
});

describe('ignoredPieces', () => {
  it('are told in short', () => {
    expect(ignoredPieces(['Best regards', 'Sent from my iPhone'])).toBe('“Best regards”, “Sent from my iPhone”');
    const lines = Array.from({length: 6}, (_, index) => `Line ${'abcdef'[index]}`);
    expect(ignoredPieces(lines)).toBe('“Line a”, “Line b”, “Line c”, “Line d”, “Line e” and 1 more line');
    expect(ignoredPieces([...lines, 'Last'])).toMatch(/“Line e” and 2 more lines$/);
    expect(ignoredPieces(['word '.repeat(30)])).toMatch(/^“(?:word ){11}word…”$/);
  });
});
