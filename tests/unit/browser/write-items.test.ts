import {beforeEach, describe, expect, it} from 'vitest';
import {fake, fakeBrowser} from './fake-browser.ts';

const synced = 'customer:2:gitlab.com:7:12';
const local = 'journal:2:gitlab.com:7:project-12';
const send = (wish: object) => fakeBrowser.runtime.sendMessage({type: 'write-kept', ...wish});

beforeEach(() => fake.reset());

describe('the one who writes', () => {
  it.each([
    ['where nothing is, as the page saw', {}, {to: [1]}, 'written', [1]],
    ['where something is by now', {[local]: [2]}, {to: [1]}, 'otherwise', [2]],
    [
      'where it is what the page saw, however its fields are ordered',
      {[local]: {b: 1, a: [2]}},
      {from: {a: [2], b: 1}, to: 3},
      'written',
      3,
    ],
    ['where it is something else by now', {[local]: {a: [2, 3]}}, {from: {a: [2]}, to: 3}, 'otherwise', {a: [2, 3]}],
    ['where it is gone by now', {}, {from: [1], to: [1, 2]}, 'otherwise', undefined],
    ['forgets what is as the page saw', {[local]: [1]}, {from: [1]}, 'written', undefined],
    ['forgets nothing else', {[local]: [2]}, {from: [1]}, 'otherwise', [2]],
    ['tells nothing from null', {[local]: null}, {to: [1]}, 'otherwise', null],
  ])('%s', async (_name, kept, wish, answer, after) => {
    fake.reset({local: kept});
    expect(await send({key: local, ...wish})).toBe(answer);
    expect(fake.areas.local.get(local)).toEqual(after);
  });

  it.each(['journal', 'journal:3:gitlab.com', 'token:1:gitlab.com', '__proto__:1', ''])(
    'takes no key of others: %j',
    async key => {
      expect(await send({key, to: 1})).toBeUndefined();
      expect(fake.all()).toEqual({});
    },
  );

  it.each([
    ['QUOTA_BYTES quota exceeded', 'full'],
    ['QuotaExceededError: storage.local API call exceeded its quota limitations.', 'full'],
    ['An unexpected error occurred', 'refused'],
  ])('says so where the storage takes nothing: %j', async (refusal, answer) => {
    fake.full.add('local').add('sync');
    fake.refusal = refusal;
    expect(await send({key: local, to: [1]})).toBe(answer);
    expect(await send({key: synced, to: [1]})).toBe(answer);
  });

  it('keeps on this computer what the synced storage has no room for, and brings it there when it has', async () => {
    fake.full.add('sync');
    expect(await send({key: synced, to: {a: 1}})).toBe('written');
    expect([...fake.areas.local]).toEqual([[synced, {a: 1}]]);
    fake.full.clear();
    expect(await send({key: synced, from: {a: 1}, to: {a: 2}})).toBe('written');
    expect([...fake.areas.sync]).toEqual([[synced, {a: 2}]]);
    expect(fake.areas.local.size).toBe(0);
  });

  it('never writes over what another computer may have synced since', async () => {
    fake.reset({sync: {[synced]: {a: 1}}});
    fake.full.add('sync');
    expect(await send({key: synced, from: {a: 1}, to: {a: 2}})).toBe('written');
    fake.full.clear();
    fake.areas.sync.set(synced, {other: 1});
    expect(await send({key: synced, from: {a: 2}, to: {a: 3}})).toBe('written');
    expect(fake.areas.sync.get(synced)).toEqual({other: 1});
    expect(fake.areas.local.get(synced)).toEqual({a: 3});
  });

  it('forgets an item wherever it lies', async () => {
    fake.reset({sync: {[synced]: 1}, local: {[synced]: 2}});
    expect(await send({key: synced, from: 2})).toBe('written');
    expect(fake.all()).toEqual({});
  });

  it('does one thing after the other', async () => {
    const answers = await Promise.all([1, 2, 3].map(number => send({key: local, to: [number]})));
    expect(answers).toEqual(['written', 'otherwise', 'otherwise']);
    expect(fake.areas.local.get(local)).toEqual([1]);
  });
});
