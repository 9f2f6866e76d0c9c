import {expect, it} from 'vitest';
import {countWords, journalOf, pathIn, whoWords} from '../../../src/kept/customer-path.ts';
import {said} from '../../../src/texts/said.ts';

it.each([
  ['12', 'project-12'],
  ['project-12', 'project-12'],
  ['group-34', 'group-34'],
])('the journal of %s is that of %s', (of, journal) => expect(journalOf(of)).toBe(journal));

it('takes the path of the latest entry, wherever it stands', () => {
  const entry = {id: '', by: '', check: '', what: said('texts.asKept', ''), undone: false};
  const older = {...entry, at: '2026-11-20', where: 'root/pre-sales/acme'};
  const newer = {...entry, at: '2026-11-21', where: 'root/emea/acme'};
  expect([pathIn([older, newer]), pathIn([newer, older]), pathIn([])]).toEqual([newer.where, newer.where, undefined]);
});

it.each([
  [['12'], '1 customer'],
  [['12', 'project-13'], '2 customers'],
  [['12', 'group-1', 'group-2'], '1 customer and 2 groups'],
])('%j are %s', (ofs, words) => expect(countWords(ofs)).toBe(words));

it.each([
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
  [['a', undefined], 'a and 1 more'],
  [[undefined], '1 customer (path not stored here)'],
])('%j are named as %s', (paths, words) => {
  expect(whoWords(paths.map((path, index) => ({of: String(index), path})))).toBe(words);
});
