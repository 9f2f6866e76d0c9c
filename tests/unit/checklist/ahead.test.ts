import {signal} from '@preact/signals-core';
import {expect, it, vi} from 'vitest';
import {createAhead, isRemark, type RemarkChange, withAhead} from '../../../src/checklist/ahead.ts';
import type {Made} from '../../../src/checklist/made.ts';
import type {FactSheet} from '../../../src/facts/facts.ts';
import {type CustomerRecord, emptyRecord, type Remark} from '../../../src/facts/record.ts';

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
  const ahead = createAhead({followRecord: async () => () => undefined}, signal(undefined));
  const broken = ahead.keep('name', change('tick', 'name', remark), async () => Promise.reject(new Error('broken')));
  expect([...ahead.remarks.value.keys()]).toEqual(['name']);
  const made = {isMade: true, entry: undefined, left: []} as const;
  const next = ahead.keep('name', change('tick', 'name', null), async () => made);
  await expect(broken).rejects.toThrow('broken');
  expect(await next).toBe(made);
  expect(ahead.remarks.value.size).toBe(0);
});

/** Leaves a page on which something was said that is not kept yet, and gives what is kept then. */
async function left(
  before: CustomerRecord,
  said: readonly RemarkChange[],
  options: {isKept?: boolean; endedBy?: object} = {},
) {
  let record = before;
  let leave: () => void = () => undefined;
  vi.stubGlobal('addEventListener', (_type: string, listener: () => void) => {
    leave = listener;
  });
  const ahead = createAhead(
    {
      followRecord: async () => step => {
        record = step(record);
      },
    },
    signal(options.endedBy),
  );
  vi.unstubAllGlobals();
  let keep: (made: Made) => void = () => undefined;
  const keeping = new Promise<Made>(resolve => {
    keep = resolve;
  });
  const working = Promise.all(said.map(change => ahead.keep(change.check, change, () => keeping)));
  // Until the record is followed.
  await Promise.resolve();
  const end = async () => {
    keep({isMade: true, entry: undefined, left: []});
    await working;
  };
  if (options.isKept) await end();
  leave();
  await end();
  return record;
}

const kept: CustomerRecord = {ticks: {avatar: remark}, waivers: {name: remark}, playbook: 'new-customer'};
const later: Remark = {...remark, at: '2026-11-21T10:00:00.000Z', note: 'By phone'};
const ownerless: CustomerRecord = {...emptyRecord, ticks: {avatar: {...remark, isOwnerless: true}}};
const others: CustomerRecord = {...kept, ticks: {...kept.ticks, name: later}};

it.each<[string, CustomerRecord, readonly RemarkChange[], CustomerRecord]>([
  ['a tick', kept, [change('tick', 'name', remark)], {...kept, ticks: {avatar: remark, name: remark}}],
  ['the first of a customer', emptyRecord, [change('waiver', 'name', remark)], {ticks: {}, waivers: {name: remark}}],
  ['that a tick is taken back', kept, [{...change('tick', 'avatar', null), from: remark}], {...kept, ticks: {}}],
  ['not what somebody else decided meanwhile', others, [change('tick', 'name', remark)], others],
  ['not over what stands there already', kept, [change('tick', 'avatar', later)], kept],
  [
    'what was said last of a row, and of another row',
    emptyRecord,
    [
      change('tick', 'name', remark),
      {...change('tick', 'name', later), from: remark},
      change('waiver', 'avatar', remark),
    ],
    {ticks: {name: later}, waivers: {avatar: remark}},
  ],
  [
    'nothing taken away that may be somebody else’s, but the rest',
    ownerless,
    [{...change('tick', 'avatar', null), from: remark}, change('tick', 'name', remark)],
    {...ownerless, ticks: {...ownerless.ticks, name: remark}},
  ],
])('keeps for a page that goes: %s', async (_what, before, said, after) => {
  expect(await left(before, said)).toEqual(after);
});

it('keeps nothing for a page that goes once it is kept, or once the session ended', async () => {
  expect(await left(kept, [change('tick', 'name', remark)], {isKept: true})).toBe(kept);
  expect(await left(kept, [change('tick', 'name', remark)], {endedBy: {}})).toBe(kept);
});
