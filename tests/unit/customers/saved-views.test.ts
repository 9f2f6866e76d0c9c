import {beforeEach, describe, expect, it, vi} from 'vitest';
import {createWanted} from '../../../src/customers/read-again.ts';
import {forgetView, readViews, type SavedView, saveView} from '../../../src/customers/saved-views.ts';
import {wholeView} from '../../../src/customers/view.ts';
import {fake} from '../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));

const owner = {host: 'gitlab.com', userId: 7};
const saved = (name: string): SavedView => ({name, view: wholeView, withGone: false});
const key = 'views:2:gitlab.com:7';

beforeEach(() => fake.reset());

describe('saved views', () => {
  it('are their owner’s, by name', async () => {
    await saveView(owner, saved('Open'));
    expect((await saveView(owner, saved('Mine'))).map(({name}) => name)).toEqual(['Mine', 'Open']);
    expect(await readViews({...owner, userId: 8})).toEqual([]);
    expect((await forgetView(owner, 'Open')).map(({name}) => name)).toEqual(['Mine']);
  });

  it.each([[{name: 'Later', view: {risk: 'high'}}], [null], ['a']])(
    'keep %j, which is none that is known',
    async odd => {
      fake.reset({sync: {[key]: [saved('Mine'), odd]}});
      expect((await readViews(owner)).map(({name}) => name)).toEqual(['Mine']);
      await saveView(owner, saved('Open'));
      expect(fake.areas.sync.get(key)).toEqual([saved('Mine'), saved('Open'), odd]);
    },
  );
});

describe('what is to be read again', () => {
  it.each([[null], [['a/b']], ['a/b']])('that is %j stays as it is and asks for nothing', async kept => {
    fake.reset({local: {'read-again:1:gitlab.com:7': kept}});
    const wanted = createWanted('gitlab.com', 7);
    await wanted.ask('a/b', '2026-11-20');
    expect(await wanted.of('a/b')).toBeUndefined();
    expect(fake.areas.local.get('read-again:1:gitlab.com:7')).toEqual(kept);
  });

  it('is each group’s, and an odd one stays', async () => {
    fake.reset({local: {'read-again:1:gitlab.com:7': {'a/c': 7}}});
    const wanted = createWanted('gitlab.com', 7);
    await wanted.ask('a/b', '2026-11-20');
    expect(await wanted.of('a/b')).toBe('2026-11-20');
    await wanted.done('a/b');
    expect(fake.areas.local.get('read-again:1:gitlab.com:7')).toEqual({'a/c': 7});
  });
});
