import {beforeEach, describe, expect, it, vi} from 'vitest';
import {forgetOlder, forgetQuestion, lastAt, olderPart, readHeaps} from '../../../src/panel/clean-up.ts';
import {fake} from '../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));

const whose = {host: 'gitlab.com', userId: async () => 7};
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
    const heaps = await readHeaps(whose);
    expect(heaps.map(({kind, items}) => [kind, items.map(({of}) => of)])).toEqual([
      ['customer', ['2', '3', '1']],
      ['journal', []],
      ['draft', ['1']],
      ['texts', []],
    ]);
    expect(heaps[0]?.bytes).toBeGreaterThan(200);
  });

  it('forgets the older part, and nobody else’s', async () => {
    const [records] = await readHeaps(whose);
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
    const [records, journals, drafts] = await readHeaps(whose);
    const asked = [records, journals, drafts].map(heap => heap && forgetQuestion(heap));
    expect(asked).toEqual([
      'Forget ticks, notes and the playbook of root/acme? This cannot be undone.',
      'Forget the journal and its undos of root/acme? This cannot be undone.',
      'Forget the values that were typed and not committed of 1 customer (path not kept here)? This cannot be undone.',
    ]);
  });

  it('forgets the pictures of a journal with it', async () => {
    const undo = {kind: 'avatar', projectId: 1, from: null, to: {name: 'logo.png', base64: '', picture: 'p'}};
    const entry = {id: 'a', at: '2026-11-20', by: '', where: '', check: 'avatar', what: '', undone: false, undo};
    fake.reset({local: {'journal:2:gitlab.com:7:project-1': [entry]}});
    fake.pictures.set('gitlab.com 7 p', 'QUJD');
    const journals = (await readHeaps(whose)).find(({kind}) => kind === 'journal');
    if (journals) await forgetOlder(whose, journals);
    expect(fake.areas.local.size + fake.pictures.size).toBe(0);
  });
});

it.each([
  [undefined, ''],
  [{at: 7, a: [{at: '2026-11-20'}, {b: {at: '2026-11-21'}}]}, '2026-11-21'],
  [[], ''],
])('%j was written last on %s', (item, at) => expect(lastAt(item)).toBe(at));
