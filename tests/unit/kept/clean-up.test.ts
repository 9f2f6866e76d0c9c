import {beforeEach, describe, expect, it, vi} from 'vitest';
import {listedOf} from '../../../src/browser/list-items.ts';
import {
  forgetFilled,
  forgetOlder,
  forgetQuestion,
  lastAt,
  olderPart,
  readKept,
  sizeWords,
} from '../../../src/kept/clean-up.ts';
import {fake, fakeBrowser} from '../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));

const whose = {host: 'gitlab.com', userId: async () => 7};
const readHeaps = async () => (await readKept(whose, false)).heaps;
const record = (at: string) => ({ticks: {introduced: {by: 'Dana', at, note: ''}}, waivers: {}});

beforeEach(() =>
  fake.reset({
    sync: {
      'customer:2:gitlab.com:7:1': record('2026-11-22'),
      'customer:2:gitlab.com:7:2': record('2026-11-20'),
      'customer:2:gitlab.com:7:3': record('2026-11-21'),
      'customer:2:gitlab.com:8:4': record('2026-11-01'),
    },
    local: {'draft:2:gitlab.com:7:1': {values: [], left: []}},
  }),
);

describe('cleaning up', () => {
  it('lists the user’s own by kind, the oldest first', async () => {
    const heaps = await readHeaps();
    expect(heaps.map(({kind, items}) => [kind, items.map(({of}) => of)])).toEqual([
      ['customer', ['2', '3', '1']],
      ['journal', []],
    ]);
    expect(heaps[0]?.bytes.sync).toBeGreaterThan(200);
    expect(heaps[0]?.bytes.local).toBe(0);
  });

  it('forgets nothing of which it keeps no date: what was typed a moment ago is not the oldest', async () => {
    fake.areas.local.set('texts:1:gitlab.com:7:project-1', {'message readme ': 'Fill in'});
    const {rest} = await readKept(whose, false);
    expect(rest.slice(0, 2).map(({title, forgets, hint}) => [title, forgets, hint])).toEqual([
      ['Values typed but not committed', undefined, 'Removed when you commit, send or discard it.'],
      ['Text typed but not sent', undefined, 'Removed when you commit, send or discard it.'],
    ]);
  });

  it('forgets the older part, and nobody else’s', async () => {
    const [records] = await readHeaps();
    if (records === undefined) throw new Error('There is a heap of records.');
    expect(olderPart(records)).toBe(1);
    await forgetOlder(whose, records);
    expect(Object.keys(fake.all()).sort()).toEqual([
      'customer:2:gitlab.com:7:1',
      'customer:2:gitlab.com:7:3',
      'customer:2:gitlab.com:8:4',
      'draft:2:gitlab.com:7:1',
    ]);
  });

  it('names those of whom it forgets something, by the path that their journal has', async () => {
    const entry = {id: 'a', at: '2026-11-20', by: '', where: 'root/acme', check: '', what: '', undone: false};
    fake.areas.local.set('journal:2:gitlab.com:7:project-2', [entry]);
    fake.areas.sync.set('customer:2:gitlab.com:7:4', record('2026-11-01'));
    const [records, journals] = await readHeaps();
    const asked = [records, journals].map(heap => heap && forgetQuestion(heap));
    expect(asked).toEqual([
      'Delete marks, notes and the playbook for 1 customer (path not stored here)? You can’t undo this.',
      'Delete the journal and its undo data for root/acme? You can’t undo this.',
    ]);
  });

  it('forgets the pictures of a journal with it', async () => {
    const undo = {kind: 'avatar', projectId: 1, from: null, to: {name: 'logo.png', base64: '', picture: 'p'}};
    const entry = {id: 'a', at: '2026-11-20', by: '', where: '', check: 'avatar', what: '', undone: false, undo};
    fake.reset({local: {'journal:2:gitlab.com:7:project-1': [entry]}});
    fake.pictures.set('gitlab.com 7 p', 'QUJD');
    const journals = (await readHeaps()).find(({kind}) => kind === 'journal');
    if (journals) await forgetOlder(whose, journals);
    expect(fake.areas.local.size + fake.pictures.size).toBe(0);
  });

  it('lists all else that takes room, and whose it is', async () => {
    const filled = [{project: 1, meaning: 'goal', value: 'Grow'}];
    fake.reset({
      local: {
        'filled:2:gitlab.com:7': filled,
        'flows:2:gitlab.com:7': ['f1'],
        'flow:2:gitlab.com:7:f1': {id: 'f1'},
        'draft:2:gitlab.com:70:1': {values: [], left: []},
        'journal:1:gitlab.com:project-1': [],
        'flow:1:gitlab.com:f2': {id: 'f2'},
        'panel-open:1': true,
        'not-mine:1:gitlab.com:7': '2026-11-29',
        'people:2:gitlab.com:7': {customer: [1]},
      },
      sync: {'brackets:2:gitlab.com:7': {prose: ['a']}, 'views:2:gitlab.com:7': [1], 'people:1:gitlab.com': {}},
    });
    const {rest, heaps, ownerless} = await readKept(whose, true);
    expect(rest.map(({title}) => title)).toEqual([
      'Committed values, for suggestions',
      'Who is a customer contact or a team member',
      'What counts as a placeholder',
      'Set-ups and takeovers in progress',
      'Saved views',
      'Settings',
      'Saved by version 0.1, which didn’t keep users apart',
      'Other users of this browser',
    ]);
    expect(rest.flatMap(({title, forgets}) => (forgets ? [title] : []))).toHaveLength(1);
    const all = [...heaps, ...rest].reduce((sum, {bytes}) => sum + bytes.local + bytes.sync, 0);
    const listed = listedOf(await fakeBrowser.runtime.sendMessage({type: 'list-kept'}));
    expect(all).toBe(listed.reduce((sum, {bytes}) => sum + bytes, 0));
    expect(ownerless).toEqual(['journals', 'decisions about customer contacts and team members']);
    expect((await readKept(whose, false)).ownerless).toEqual([]);
    await forgetFilled(whose);
    expect(Object.keys(fake.all())).toHaveLength(11);
  });
});

it.each([
  [{local: 7, sync: 0}, '7 bytes'],
  [{local: 0, sync: 2_048}, '2 KB synced'],
  [{local: 2_048, sync: 7}, '2 KB and 7 bytes synced'],
])('%j is said as %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words));

it.each([
  [undefined, ''],
  [{at: 7, a: [{at: '2026-11-20'}, {b: {at: '2026-11-21'}}]}, '2026-11-21'],
  [[], ''],
])('%j was written last on %s', (item, at) => expect(lastAt(item)).toBe(at));
