import * as v from 'valibot';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {keptKinds} from '../../../src/browser/item-kinds.ts';
import {createItems} from '../../../src/browser/items.ts';
import {listOf} from '../../../src/browser/shape.ts';
import {said} from '../../../src/texts/said.ts';
import {fake} from './fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('./fake-browser.ts')).fakeBrowser}));

const whose = {host: 'gitlab.com', userId: async () => 7};
const names = listOf(v.object({name: v.string()}), ({name}) => name);
const [older, newer] = ['views:2:gitlab.com:7', 'views:3:gitlab.com:7'];

describe('an item of an older version', () => {
  const versions = keptKinds.views.versions as unknown as object[];
  const toNames = (before: unknown) => (Array.isArray(before) ? before.map(name => ({name})) : before);

  beforeEach(() => {
    versions.push({version: 3, since: '2026-12-01', owned: 'user', migrate: toNames});
    fake.reset({sync: {[older]: ['Open', 'Mine']}});
  });
  afterEach(() => versions.pop());

  it('is read as the newest one has it, and stays until something is written', async () => {
    expect((await createItems('views', whose, names).read()).own).toEqual([{name: 'Open'}, {name: 'Mine'}]);
    expect([...fake.areas.sync.keys()]).toEqual([older]);
  });

  it('goes once the new one is kept', async () => {
    await createItems('views', whose, names).update(undefined, ({own}) => [...own, {name: 'New'}]);
    expect(fake.all()).toEqual({[newer]: [{name: 'Open'}, {name: 'Mine'}, {name: 'New'}]});
    await createItems('views', whose, names).remove();
    expect(fake.all()).toEqual({});
  });

  it('stays where the new one cannot be kept', async () => {
    fake.full.add('sync').add('local');
    await expect(createItems('views', whose, names).update(undefined, () => [{name: 'New'}])).rejects.toThrow(
      'Not saved: the extension’s storage is full',
    );
    expect([...fake.areas.sync.keys()]).toEqual([older]);
  });

  it('goes when nothing is left of it', async () => {
    await createItems('views', whose, names).update(undefined, () => []);
    expect(fake.all()).toEqual({});
  });

  it('is forgotten with the item', async () => {
    await createItems('views', whose, names).remove();
    expect(fake.all()).toEqual({});
  });
});

describe('an item that others change all the time', () => {
  it('is given up in words', async () => {
    let count = 0;
    fake.reset();
    fake.wait = async what => {
      if (what !== 'message') return;
      count += 1;
      fake.areas.sync.set(older, [{name: String(count)}]);
    };
    await expect(createItems('views', whose, names).update(undefined, () => [{name: 'mine'}])).rejects.toMatchObject({
      message: 'Not saved: other tabs keep changing the same thing.',
      advice: said('browser.changedElsewhere advice'),
    });
    expect(fake.areas.sync.get(older)).toEqual([{name: String(count)}]);
  });
});

describe('an item that a page follows to its end', () => {
  it('is changed as it is by then, where the browser syncs it', async () => {
    fake.reset({sync: {[older]: [{name: 'Open'}]}});
    const change = await createItems('views', whose, names).follow();
    await createItems('views', whose, names).update(undefined, ({own}) => [...own, {name: 'Mine'}]);
    change(({own}) => [...own, {name: 'Last'}]);
    await expect.poll(() => fake.areas.sync.get(older)).toEqual([{name: 'Open'}, {name: 'Mine'}, {name: 'Last'}]);
    expect(fake.areas.local.size).toBe(0);
  });

  it.each(['full from the beginning', 'full meanwhile', 'free again'])(
    'is that of this computer where its storage is %s',
    async how => {
      fake.reset();
      const items = createItems('views', whose, names);
      const add = (name: string) => items.update(undefined, ({own}) => [...own, {name}]);
      if (how !== 'full meanwhile') {
        fake.full.add('sync');
        await add('Open');
      }
      const change = await items.follow();
      if (how === 'free again') fake.full.clear();
      else fake.full.add('sync');
      await add('Mine');
      change(({own}) => [...own, {name: 'Last'}]);
      await expect.poll(async () => (await items.read()).own.map(({name}) => name).at(-1)).toBe('Last');
      expect((await items.read()).own).toContainEqual({name: 'Mine'});
      expect([...fake.areas[how === 'free again' ? 'sync' : 'local'].keys()]).toEqual([older]);
    },
  );
});
