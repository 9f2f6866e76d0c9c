import {describe, expect, it} from 'vitest';
import {inviteesOf} from '../../../src/changes/invitees.ts';
import {parsePeople} from '../../../src/changes/people.ts';
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
const sortOut = (text: string, known = there) => inviteesOf(parsePeople(text), accounts, known);

describe('inviteesOf', () => {
  it('invites mails, and accounts that were looked up', () => {
    expect(sortOut('new@x.example, @BOB, @asleep')).toEqual({
      mails: ['new@x.example'],
      users: [
        {id: 3, name: 'BOB', username: 'bob'},
        {id: 6, name: 'ASLEEP', username: 'asleep'},
      ],
      colleagues: [],
      notInvited: [],
      open: [],
      hasLower: false,
    });
  });

  it.each([
    ['@jane', 'JANE (@Jane) is already a member, as Reporter.', true],
    ['jane@X.example', 'Jane Doe (jane@X.example) is already a member, as Reporter.', true],
    ['ANN@x.example', 'ANN@x.example is already invited, as Developer.', false],
    ['@dana', '@dana is you.', false],
    ['Dana@Mail.example', 'Dana@Mail.example is you.', false],
    ['dana@company.example', 'dana@company.example is you.', false],
    ['@robot', 'ROBOT (@robot) is a bot.', false],
    ['@gone', 'The account GONE (@gone) is blocked pending approval.', false],
    ['Ann Other', 'Ignored (not an email or @username): “Ann Other”.', false],
  ])('does not invite %s', (text, words, hasLower) => {
    expect(sortOut(text)).toEqual({mails: [], users: [], colleagues: [], notInvited: [words], open: [], hasLower});
  });

  it('invites colleagues by their addresses too, and names them', () => {
    expect(sortOut('new@x.example, Sam@Company.example, dana@company.example')).toMatchObject({
      mails: ['new@x.example', 'Sam@Company.example'],
      colleagues: ['Sam@Company.example'],
    });
  });

  it('keeps apart who is not known and who was not looked up', () => {
    expect(sortOut('@Nobody @later')).toMatchObject({
      users: [],
      notInvited: ['No GitLab user @Nobody, or the account is blocked.'],
      open: ['Nobody', 'later'],
    });
  });

  it('tells in one sentence what was ignored, in short', () => {
    const ignored = (lines: readonly string[]) => sortOut([...lines, 'new@x.example'].join('\n')).notInvited;
    const start = 'Ignored (not an email or @username): ';
    expect(ignored(['Best regards', 'Sent from my iPhone'])).toEqual([
      `${start}“Best regards”, “Sent from my iPhone”.`,
    ]);
    const lines = Array.from({length: 6}, (_, index) => `Line ${'abcdef'[index]}`);
    expect(ignored(lines)).toEqual([`${start}“Line a”, “Line b”, “Line c”, “Line d”, “Line e” and 1 more line.`]);
    expect(ignored([...lines, 'Last'])).toEqual([expect.stringMatching(/“Line e” and 2 more lines\.$/)]);
    expect(ignored(['word '.repeat(30)])).toEqual([
      expect.stringMatching(/ \(not an email or @username\): “(?:word ){11}word…”\.$/),
    ]);
  });
});
