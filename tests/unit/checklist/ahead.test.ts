import {expect, it} from 'vitest';
import {createAhead, isRemark, type RemarkChange, withAhead} from '../../../src/checklist/ahead.ts';
import type {FactSheet} from '../../../src/facts/facts.ts';
import type {Remark} from '../../../src/facts/record.ts';

const remark: Remark = {by: 'Dana Reyes', at: '2026-11-20T10:00:00.000Z', note: ''};
const change = (kind: 'tick' | 'waiver', check: string, to: Remark | null): RemarkChange => ({
  kind,
  projectId: 1,
  check,
  from: null,
  to,
});
const facts: FactSheet = {record: {state: 'known', value: {ticks: {avatar: remark}, waivers: {}, playbook: 'new'}}};

it.each([
  ['a tick', [change('tick', 'name', remark)], {ticks: {avatar: remark, name: remark}, waivers: {}}],
  ['a tick that is taken back', [change('tick', 'avatar', null)], {ticks: {}, waivers: {}}],
  [
    'a waiver beside a tick',
    [change('waiver', 'name', remark), change('tick', 'avatar', null)],
    {ticks: {}, waivers: {name: remark}},
  ],
])('shows %s, and leaves the rest', (_what, ahead, shown) => {
  expect(withAhead(facts, ahead).record).toEqual({state: 'known', value: {...shown, playbook: 'new'}});
});

it('is the same where nothing is to be kept, or nothing is known', () => {
  expect(withAhead(facts, [])).toBe(facts);
  const unknown: FactSheet = {};
  expect(withAhead(unknown, [change('tick', 'name', remark)])).toBe(unknown);
});

it('is for what people say alone', () => {
  expect(isRemark(change('waiver', 'name', null))).toBe(true);
  expect(isRemark({kind: 'side', userId: 1, name: 'Kim', from: null, to: null})).toBe(false);
});

it('shows nothing any more of what failed, and keeps what is said after it', async () => {
  const ahead = createAhead();
  const broken = ahead.keep('name', change('tick', 'name', remark), async () => Promise.reject(new Error('broken')));
  expect([...ahead.remarks.value.keys()]).toEqual(['name']);
  const made = {isMade: true, entry: undefined, left: []} as const;
  const next = ahead.keep('name', change('tick', 'name', null), async () => made);
  await expect(broken).rejects.toThrow('broken');
  expect(await next).toBe(made);
  expect(ahead.remarks.value.size).toBe(0);
});
