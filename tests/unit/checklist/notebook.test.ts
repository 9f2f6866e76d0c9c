import {effect} from '@preact/signals';
import {beforeEach, describe, expect, it, vi} from 'vitest';
import {NotKept} from '../../../src/browser/storage-error.ts';
import {createNotebook} from '../../../src/checklist/notebook.ts';
import type {CustomerRecord, WritableNotebook} from '../../../src/facts/record.ts';
import {createGitLab} from '../../../src/gitlab/gitlab.ts';
import type {BracketRules} from '../../../src/placeholders/index.ts';
import {checklistOf} from '../../contract/means.ts';
import {fake} from '../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));

const notebookOf = (userId = 7) => createNotebook({host: 'gitlab.com', userId: async () => userId});
const prose =
  (key: string) =>
  (rules: BracketRules): BracketRules => ({...rules, decisions: new Map([...rules.decisions, [key, 'prose']])});
const withBlanks = (rules: BracketRules): BracketRules => ({...rules, blanks: true});

const checklist = (notebook: WritableNotebook) =>
  checklistOf('a/b', {
    gitlab: createGitLab('https://gitlab.com', () => Promise.reject(new Error('not asked'))),
    notebook,
    pause: async () => undefined,
    pageUser: () => Promise.reject(new Error('not asked')),
  });

beforeEach(() => fake.reset());

describe('what was decided about brackets', () => {
  it('keeps all of what was decided at once', async () => {
    const notebook = notebookOf();
    await Promise.all([prose('a'), withBlanks, prose('b')].map(step => notebook.updateBrackets(step)));
    expect(await notebookOf().brackets()).toEqual({
      blanks: true,
      aliases: undefined,
      decisions: new Map([
        ['a', 'prose'],
        ['b', 'prose'],
      ]),
    });
  });

  it('never shows again for a moment what was decided before', async () => {
    const notebook = notebookOf();
    const store = checklist(notebook);
    await store.reread(new Set(['brackets']));
    const seen: boolean[] = [];
    effect(() => {
      const {brackets} = store.facts.value;
      if (brackets?.state === 'known') seen.push(brackets.value.blanks);
    });
    const first = store.decideBrackets(prose('a'));
    // As the browser tells of what was kept, in every tab.
    const echo = store.follow(new Set(['brackets']));
    const second = store.decideBrackets(withBlanks);
    await Promise.all([first, echo, second]);
    expect(seen.slice(seen.indexOf(true))).not.toContain(false);
    expect(seen.at(-1)).toBe(true);
  });

  it('makes no row wait while what another tab decided is read', async () => {
    const store = checklist(notebookOf());
    const isBusy = () => store.rows.value.find(({check}) => check.id === 'readme')?.busy;
    const first = store.follow(new Set(['brackets']));
    expect(isBusy(), 'nothing is known yet').toBe(true);
    await first;
    await notebookOf().updateBrackets(withBlanks);
    const echo = store.follow(new Set(['brackets']));
    expect(isBusy()).toBe(false);
    const own = store.reread(new Set(['brackets']));
    const other = store.follow(new Set(['brackets']));
    expect(isBusy(), 'somebody waits for it').toBe(true);
    await Promise.all([echo, own, other]);
    expect(isBusy()).toBe(false);
    expect(store.facts.value.brackets).toMatchObject({state: 'known', value: {blanks: true}});
  });

  it('goes back, with a word, where the browser does not keep it', async () => {
    const notebook = notebookOf();
    const store = checklist({...notebook, updateBrackets: () => Promise.reject(new Error('full'))});
    await store.reread(new Set(['brackets']));
    await store.decideBrackets(withBlanks);
    expect(store.facts.value.brackets).toMatchObject({state: 'known', value: {blanks: false}});
    expect(store.notKept.value).toBeDefined();
  });
});

const remark = (note: string, at = '2026-11-20T10:00:00.000Z') => ({by: 'Dana', at, note});
const tick =
  (check: string, note = '') =>
  (record: CustomerRecord) => ({
    ...record,
    ticks: {...record.ticks, [check]: remark(note)},
  });
const key = 'customer:2:gitlab.com:7:12';
const first = 'customer:1:gitlab.com:12';

describe('what was said of a customer', () => {
  it('is each user’s own', async () => {
    await notebookOf().updateRecord(12, tick('introduced'));
    await notebookOf().setSide(5, 'customer');
    await notebookOf().updateBrackets(prose('a'));
    expect(Object.keys((await notebookOf().record(12)).ticks)).toEqual(['introduced']);
    expect((await notebookOf(8).record(12)).ticks).toEqual({});
    expect((await notebookOf(8).sides()).size).toBe(0);
    expect((await notebookOf(8).brackets()).decisions.size).toBe(0);
    expect(await notebookOf().records([11, 12])).toEqual(new Map([[12, await notebookOf().record(12)]]));
  });

  it.each<[string, {ticks?: unknown; [field: string]: unknown}, string?]>([
    ['a tick of another version', {ticks: {maintainers: {by: {id: 7}, at: 1}}, waivers: {}}],
    ['ticks of another version', {ticks: [['maintainers']], waivers: {}}, 'ticks'],
    ['a waiver that is damaged', {ticks: {}, waivers: {avatar: null}}],
    ['a merge request of another version', {ticks: {}, waivers: {}, waiting: {iids: [3]}}],
    ['a playbook that nobody knows', {ticks: {}, waivers: {}, playbook: 'renewal'}],
    ['a field that nobody knows', {ticks: {}, waivers: {}, health: {score: 3}}],
    ['less than we write', {health: 1}],
  ])('keeps %s', async (_name, kept, part) => {
    fake.reset({sync: {[key]: kept}});
    const before = await notebookOf().record(12);
    expect(before.playbook).toBeUndefined();
    const ticked = notebookOf().updateRecord(12, tick('introduced'));
    if (part !== undefined) {
      await expect(ticked).rejects.toBeInstanceOf(NotKept);
      expect(fake.areas.sync.get(key)).toEqual(kept);
      return;
    }
    await ticked;
    expect(fake.areas.sync.get(key)).toEqual({...kept, ticks: {...(kept.ticks as object), introduced: remark('')}});
  });

  it.each([[null], ['ticks'], [[]], [7]])('that is %j as a whole is never written over', async kept => {
    fake.reset({sync: {[key]: kept, 'people:2:gitlab.com:7': kept, 'brackets:2:gitlab.com:7': kept}});
    expect((await notebookOf().record(12)).ticks).toEqual({});
    expect((await notebookOf().sides()).size).toBe(0);
    await expect(notebookOf().updateRecord(12, tick('introduced'))).rejects.toThrow('another version');
    await expect(notebookOf().setSide(5, 'customer')).rejects.toThrow('another version');
    await expect(notebookOf().updateBrackets(withBlanks)).rejects.toThrow('another version');
    expect(Object.values(fake.all())).toEqual([kept, kept, kept]);
  });

  it('lets another playbook be chosen in the place of one that nobody knows', async () => {
    fake.reset({sync: {[key]: {ticks: {}, waivers: {}, playbook: 'renewal'}}});
    await notebookOf().updateRecord(12, record => ({...record, playbook: 'new-customer'}));
    expect((await notebookOf().record(12)).playbook).toBe('new-customer');
  });

  it('shows the guessed playbook where the chosen one is none that is known', async () => {
    fake.reset({sync: {[key]: {ticks: {}, waivers: {}, playbook: 'renewal'}}});
    expect(await notebookOf().record(12)).toMatchObject({playbook: undefined});
  });

  it('is kept on this computer where the synced storage is full, and read from there', async () => {
    await notebookOf().updateRecord(12, tick('introduced'));
    fake.full.add('sync');
    await notebookOf().updateRecord(12, tick('maintainers'));
    expect(Object.keys((await notebookOf().record(12)).ticks).sort()).toEqual(['introduced', 'maintainers']);
    expect([...fake.areas.local.keys()]).toEqual([key]);
  });

  it.each([
    ['gone', 'Not saved: the extension didn’t respond'],
    ['stops', undefined],
  ] as const)('is told where the background is %s', async (background, words) => {
    fake.background = background;
    const ticking = notebookOf().updateRecord(12, tick('introduced'));
    if (words === undefined) await ticking;
    else await expect(ticking).rejects.toThrow(words);
    fake.background = 'there';
    expect(Object.keys((await notebookOf().record(12)).ticks)).toEqual(words === undefined ? ['introduced'] : []);
  });
});

describe('what was kept before users were told apart', () => {
  const kept = {ticks: {introduced: remark('old'), maintainers: remark('old')}, waivers: {}, playbook: 'new-customer'};

  it('shows below the user’s own, marked, and is nobody’s by what else is written', async () => {
    fake.reset({sync: {[first]: kept}});
    await notebookOf().updateRecord(12, tick('maintainers', 'mine'));
    expect(await notebookOf().record(12)).toMatchObject({
      ticks: {introduced: {note: 'old', isOwnerless: true}, maintainers: {note: 'mine'}},
      playbook: 'new-customer',
    });
    expect(fake.areas.sync.get(key)).toEqual({ticks: {maintainers: remark('mine')}});
    expect(fake.areas.sync.get(first)).toEqual(kept);
  });

  it('cannot be taken away', async () => {
    fake.reset({
      sync: {
        [first]: kept,
        'people:1:gitlab.com': {customer: [5], colleague: []},
        'brackets:1:gitlab.com': {placeholder: [], prose: ['a'], blanks: true},
      },
    });
    const notebook = notebookOf();
    const without = ({ticks: {introduced: _gone, ...ticks}, ...record}: CustomerRecord) => ({...record, ticks});
    await expect(notebook.updateRecord(12, without)).rejects.toThrow('didn’t keep users apart');
    await expect(notebook.setSide(5, null)).rejects.toThrow('didn’t keep users apart');
    await expect(notebook.updateBrackets(rules => ({...rules, decisions: new Map()}))).rejects.toThrow(
      'didn’t keep users apart',
    );
    await notebook.setSide(5, 'colleague');
    await notebook.updateBrackets(rules => ({...rules, blanks: false, decisions: new Map([['a', 'placeholder']])}));
    expect(await notebook.sides()).toEqual(new Map([[5, 'colleague']]));
    expect(await notebook.brackets()).toMatchObject({blanks: false, decisions: new Map([['a', 'placeholder']])});
  });

  it('is not taken over where what is said anew is the same', async () => {
    const older = {
      'brackets:1:gitlab.com': {placeholder: [], prose: [], aliases: {tam: 'csm'}},
      [first]: {ticks: {}, waivers: {}, waiting: {iid: 1, files: ['README.md']}},
    };
    fake.reset({sync: older});
    const notebook = notebookOf();
    await notebook.updateBrackets(rules => ({...rules, aliases: {...rules.aliases}}));
    await notebook.updateRecord(12, record => ({...record, waiting: record.waiting && {...record.waiting}}));
    expect(fake.all()).toEqual(older);
  });
});
