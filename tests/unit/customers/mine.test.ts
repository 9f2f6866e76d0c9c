import {expect, it} from 'vitest';
import {isMine, mineOf, namesUser} from '../../../src/customers/mine.ts';
import type {FactSheet} from '../../../src/facts/facts.ts';

const dana = {id: 7, username: 'dana', name: 'Dana Reyes', mails: ['dana@gitlab.com']};

it.each<[boolean, string]>([
  [true, 'Your CSM is @dana.'],
  [true, '| CSM | Dana Reyes |'],
  [true, '**dana reyes**'],
  [true, 'Dana\nReyes'],
  [true, '<dana@gitlab.com>'],
  [true, '[Dana Reyes](https://gitlab.com/dana)'],
  [false, ''],
  [false, 'Dana from the customer'],
  [false, '@dana.reyes'],
  [false, '@dana-2 and @danas'],
  [false, 'x@dana'],
  [false, 'Jordana Reyes'],
  [false, 'Dana Reyes-Lindqvist'],
  [false, 'dana@gitlab.community'],
])('says %s where a README says “%s”', (expected, text) => expect(namesUser(text, dana)).toBe(expected));

it('takes a name for a name, not for a pattern, and never one word alone', () => {
  expect(namesUser('Anything', {id: 1, username: 'x', name: '.* ( +'})).toBe(false);
  expect(namesUser('Dana', {id: 1, username: 'x', name: 'Dana'})).toBe(false);
});

const known = <T>(value: T) => ({state: 'known', value}) as const;
const failed = {state: 'failed', problem: {kind: 'server', words: {text: 'x'}}} as never;
const readme = known({kind: 'text', path: 'README.md', text: '@dana', lastCommitId: ''} as const);
const member = {id: 7, name: 'Dana Reyes', username: 'dana', accessLevel: 30, state: 'active'} as never;

it.each<[string, FactSheet, ReturnType<typeof mineOf>, ReturnType<typeof mineOf>]>([
  [
    'a member whom the README does not name',
    {user: known(dana), members: known([member]), readme: known({kind: 'missing'})},
    {},
    {isMine: true, isNamed: false},
  ],
  ['one whom the README names', {user: known(dana), members: known([]), readme}, {}, {isMine: false, isNamed: true}],
  [
    'what could not be read: as it was',
    {user: known(dana), members: failed, readme: failed},
    {isMine: true, isNamed: true},
    {isMine: true, isNamed: true},
  ],
  [
    'whom the README can name by an address that was not told: as it was',
    {user: known({id: 7, username: 'dana', name: 'Dana Reyes'}), members: known([]), readme: known({kind: 'missing'})},
    {isNamed: true},
    {isMine: false, isNamed: true},
  ],
  ['what was not read: as it was', {}, {isNamed: true}, {isNamed: true}],
  ['what was never known', {}, {}, {}],
])('tells %s', (_what, facts, before, expected) => {
  expect(mineOf(facts, before)).toEqual(expected);
  expect(isMine(expected)).toBe(expected.isMine === true || expected.isNamed === true);
});
