import {describe, expect, it} from 'vitest';
import {cameOf} from '../../../src/apply/invited.ts';
import type {Present} from '../../../src/apply/present.ts';
import {told} from '../../told.ts';

const own = {id: 1, name: 'Dana', username: 'dana'};
const at = '2026-11-29T10:00:00.000Z';
const member = (key: number, more: Partial<Present> = {}): Present => ({
  key,
  name: `M${key}`,
  label: `M${key}`,
  mail: undefined,
  accessLevel: 30,
  madeAt: at,
  madeBy: 1,
  ...more,
});
const invited = (mail: string, madeBy: string | undefined = 'Dana'): Present => ({
  ...member(0, {madeBy}),
  key: mail,
  name: mail,
  label: mail,
  mail,
});
const asked = (mails: readonly string[], userIds: readonly number[] = []) => ({mails, userIds, accessLevel: 30});
const keys = (people: readonly Present[]) => people.map(({key}) => key);

describe('what came of an invitation', () => {
  it('is who was named: by mail in any case, and by account', () => {
    const after = [member(9), invited('a@x.example'), member(5), member(6, {mail: 'B@x.example'})];
    const {made, unsure} = cameOf([member(9)], after, asked(['A@x.example', 'b@x.example'], [5]), own);
    expect(keys(made)).toEqual(['a@x.example', 5, 6]);
    expect(unsure).toEqual([]);
  });

  it('is the account of a mail that nobody sees, if the user made the membership', () => {
    expect(keys(cameOf([], [member(5)], asked(['a@x.example']), own).made)).toEqual([5]);
  });

  it.each<[string, Present[], string[], number[], RegExp[]]>([
    ['whom a colleague added', [member(5, {madeBy: 2})], ['a@x.example'], [], []],
    ['whom the user added elsewhere, for no mail is open', [member(5)], [], [7], []],
    ['more than mails are open', [member(5), member(6)], ['a@x.example'], [], [/^M5 became/, /^M6 became/]],
    ['of whom GitLab does not say who made it', [member(5, {madeBy: undefined})], ['a@x.example'], [], [/^M5 became/]],
    [
      'who was named, but added by a colleague',
      [member(7, {madeBy: 2})],
      [],
      [7],
      [/^Someone else added or invited M7/],
    ],
    ['whose mail a colleague invited', [invited('a@x.example', 'Robin')], ['a@x.example'], [], [/^Someone else added/]],
  ])('is not one %s', (_name, after, mails, ids, words) => {
    const {made, unsure} = cameOf([], after, asked(mails, ids), own);
    expect(made).toEqual([]);
    expect(told(unsure)).toEqual(words.map(pattern => expect.stringMatching(pattern)));
  });

  it('counts one who was named although GitLab does not say who made it', () => {
    expect(keys(cameOf([], [member(7, {madeBy: undefined})], asked([], [7]), own).made)).toEqual([7]);
  });
});

describe('whose role an invitation changed', () => {
  const guest = member(5, {accessLevel: 10});
  const until = member(6, {expiresAt: '2027-01-01'});

  it('is a member of whom nothing else is seen', () => {
    const {changed} = cameOf([guest, until], [member(5), member(6)], asked(['a@x.example', 'b@x.example']), own);
    expect(changed).toEqual([guest, until]);
  });

  it('is nobody where every mail is seen: a colleague did that', () => {
    const after = [member(5), invited('a@x.example')];
    expect(cameOf([guest], after, asked(['a@x.example']), own)).toMatchObject({changed: [], unsure: []});
  });

  it('is said where it can have been a colleague', () => {
    const after = [member(5), member(6)];
    expect(told(cameOf([guest, until], after, asked(['a@x.example']), own))).toMatchObject({
      changed: [],
      unsure: [expect.stringMatching(/^M5 was Guest before\./), expect.stringMatching(/^M6 was Developer before\./)],
    });
  });

  it('is nobody whose role is another one than that of the invitation', () => {
    const after = [member(5, {accessLevel: 40})];
    expect(cameOf([guest], after, asked(['a@x.example']), own)).toMatchObject({changed: [], unsure: []});
  });
});
