import {expect, it} from 'vitest';
import {isFresh} from '../../../src/customers/fresh.ts';
import type {CustomerResult} from '../../../src/customers/result.ts';
import {said} from '../../../src/texts/said.ts';

const before: CustomerResult = {
  id: 1,
  name: 'Acme Collaboration',
  customer: 'Acme',
  path: 'root/emea/acme/collaboration',
  webUrl: 'https://gitlab.com/1',
  lastActivityAt: '2026-11-10T08:00:00.000Z',
  lastChangeAt: '2026-11-10T08:00:00.000Z',
  remarks: 'said',
  isNamed: false,
  findings: {
    visibility: {verdict: 'pass', evidence: said('texts.asKept', 'Private.')},
    readme: {verdict: 'fail', evidence: said('texts.asKept', 'One bracket.')},
  },
  readAt: '2026-11-20T10:00:00.000Z',
};
const weekAgo = '2026-11-14T10:00:00.000Z';
const here = '2026-11-21T10:00:00.000Z';

it.each<[string, boolean, Partial<CustomerResult>, Partial<CustomerResult>]>([
  ['nothing happened', true, {}, {}],
  ['GitLab tells of no activity', true, {lastActivityAt: undefined}, {lastActivityAt: undefined}],
  ['nobody said anything at that time', true, {remarks: undefined}, {}],
  ['it was never read', false, {readAt: undefined}, {}],
  ['it was read too long ago', false, {readAt: '2026-11-14T09:00:00.000Z'}, {}],
  ['it seems to have been read in time to come', false, {readAt: '2026-11-21T11:00:00.000Z'}, {}],
  ['something could not be read', false, {isPartly: true}, {}],
  ['nobody asked yet whom its README names', false, {isNamed: undefined}, {}],
  ['it was moved', false, {path: 'root/pre-sales/acme'}, {}],
  ['something happened in it', false, {}, {lastActivityAt: '2026-11-20T10:30:00.000Z'}],
  ['its settings changed', false, {}, {lastChangeAt: '2026-11-20T10:30:00.000Z'}],
  ['people say something else', false, {remarks: 'said before'}, {}],
  [
    'it was read within the hour for which GitLab notes no further activity',
    false,
    {lastActivityAt: '2026-11-20T09:30:00.000Z'},
    {lastActivityAt: '2026-11-20T09:30:00.000Z'},
  ],
  [
    'the list contradicts it',
    false,
    {},
    {findings: {...before.findings, visibility: {verdict: 'fail', evidence: said('texts.asKept', '')}}},
  ],
  [
    'the list tells of a new row',
    false,
    {},
    {findings: {...before.findings, name: {verdict: 'pass', evidence: said('texts.asKept', '')}}},
  ],
])('where %s, what is known is fresh: %s', (_what, expected, then, now) => {
  const known = {...before, ...then};
  expect(isFresh({...known, path: before.path, ...now}, known, 'said', weekAgo, here)).toBe(expected);
});

it('nothing is fresh of what was not known', () => {
  expect(isFresh(before, undefined, 'said', weekAgo, here)).toBe(false);
});
