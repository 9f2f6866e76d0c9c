import {expect, it} from 'vitest';
import {changeOf, changeWords} from '../../../src/customers/change.ts';
import type {CustomerResult} from '../../../src/customers/result.ts';
import {dayAndTime} from '../../../src/texts/dates.ts';
import {said} from '../../../src/texts/said.ts';

const customer = (
  id: number,
  verdicts: Readonly<Record<string, CustomerResult['findings'][string]['verdict']>>,
  readAt: string | undefined = '2026-11-20T10:00:00.000Z',
): CustomerResult => ({
  id,
  name: `Customer ${id}`,
  customer: `Customer ${id}`,
  path: `root/${id}`,
  webUrl: `https://gitlab.com/${id}`,
  playbook: 'new-customer',
  findings: Object.fromEntries(
    Object.entries(verdicts).map(([row, verdict]) => [row, {verdict, evidence: said('texts.asKept', '')}]),
  ),
  readAt,
});
const known = (...customers: CustomerResult[]) => new Map(customers.map(one => [one.id, one]));
const none = {since: '2026-11-20T10:00:00.000Z', better: 0, worse: 0, added: 0, gone: 0};

it.each<[string, ReadonlyMap<number, CustomerResult>, CustomerResult[], object]>([
  ['nothing', known(customer(1, {name: 'pass'})), [customer(1, {name: 'pass'})], {}],
  ['a row that became right', known(customer(1, {name: 'fail'})), [customer(1, {name: 'pass'})], {better: 1}],
  ['a row that was waived', known(customer(1, {name: 'fail'})), [customer(1, {name: 'waived'})], {better: 1}],
  ['a row that became open', known(customer(1, {name: 'pass'})), [customer(1, {name: 'fail'})], {worse: 1}],
  ['what GitLab does not tell', known(customer(1, {name: 'pass'})), [customer(1, {name: 'unknown'})], {}],
  ['what it tells again', known(customer(1, {name: 'unknown'})), [customer(1, {name: 'fail'})], {}],
  [
    'a row of another playbook',
    known(customer(1, {'handover-review': 'todo'})),
    [customer(1, {'handover-review': 'pass'})],
    {},
  ],
  ['one that came', known(customer(1, {})), [customer(1, {}), customer(2, {name: 'fail'})], {added: 1}],
  ['one that went', known(customer(1, {}), customer(2, {})), [customer(2, {})], {gone: 1}],
  ['all, of which nothing was known', known(), [customer(1, {name: 'fail'})], {since: undefined}],
])('tells of %s', (_what, before, after, expected) => {
  expect(changeOf(before, after)).toEqual({...none, ...expected});
});

it('is said in words, where there is something to say', () => {
  const words = (more: object) => changeWords({...none, ...more});
  expect(words({})).toBeUndefined();
  expect(words({since: undefined, added: 3})).toBeUndefined();
  expect(words({better: 2, worse: 1, added: 1, gone: 3})).toBe(
    `Since ${dayAndTime(none.since)}: 2 more items done, 1 item no longer done, 1 customer added, 3 customers removed.`,
  );
});
