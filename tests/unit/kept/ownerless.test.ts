import {beforeEach, describe, expect, it, vi} from 'vitest';
import {listedOf} from '../../../src/browser/list-items.ts';
import {createJournalBook} from '../../../src/checklist/journal-book.ts';
import {createNotebook} from '../../../src/checklist/notebook.ts';
import {errorOfKind} from '../../../src/gitlab/errors.ts';
import {createOwnerless, type Ownerless} from '../../../src/kept/ownerless.ts';
import {told} from '../../told.ts';
import {fake, fakeBrowser} from '../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));

let isStillSignedIn = true;
const whoseOf = (userId = 7) => ({
  host: 'gitlab.com',
  userId: async () => userId,
  async assertSignedIn() {
    if (!isStillSignedIn) throw errorOfKind('other-user');
  },
});
const ownerlessOf = (userId = 7) => createOwnerless(whoseOf(userId), () => '2026-11-29T10:00:00.000Z');
const look = async (ownerless: Ownerless) =>
  ownerless.look(listedOf(await fakeBrowser.runtime.sendMessage({type: 'list-kept'})));
const remark = (note: string) => ({by: 'Dana', at: '2026-11-20T10:00:00.000Z', note});
const undo = {kind: 'project-visibility', projectId: 12, from: 'private', to: 'public'};
const entry = {
  id: 'a',
  at: '2026-11-20T10:00:00.000Z',
  by: 'Dana',
  where: 'a/b',
  check: 'visibility',
  what: 'Set',
  undone: false,
  undo,
};

/** What 0.1 kept. */
const local = {
  'journal:1:gitlab.com:project-12': [entry, {id: 'odd'}],
  'filled:1:gitlab.com': [{project: 12, meaning: 'goal', value: 'Grow'}],
  'draft:1:gitlab.com:12': {values: [['goal', 'Grow']], left: []},
  'panel-open:1': true,
};
const sync = {
  'customer:1:gitlab.com:12': {ticks: {introduced: remark('old'), maintainers: remark('old')}, waivers: {}, health: 1},
  'people:1:gitlab.com': {customer: [5], colleague: [6]},
  'brackets:1:gitlab.com': {placeholder: ['a'], prose: [], blanks: true},
};

beforeEach(() => {
  isStillSignedIn = true;
  fake.reset({local, sync});
});

describe('what was kept before users were told apart', () => {
  it.each([
    ['nothing', {}, {}, false],
    ['all that 0.1 kept', local, sync, true],
    ['another host’s', {'filled:1:other.com': local['filled:1:gitlab.com']}, {}, false],
    ['what the browser alone has', {'panel-open:1': true}, {}, false],
    ['a flow, which has its owner', {'flow:1:gitlab.com:f': {id: 'f'}, 'flows:1:gitlab.com': ['f']}, {}, false],
    [
      'nothing that is understood',
      {'journal:1:gitlab.com:project-12': [{id: 'odd'}], 'draft:1:gitlab.com:12': 7},
      {},
      false,
    ],
    ['what has an owner', {'filled:2:gitlab.com:7': local['filled:1:gitlab.com']}, {}, false],
  ])('is asked for where there is %s', async (_name, hereLocal, hereSync, isThere) => {
    fake.reset({local: hereLocal, sync: hereSync});
    const ownerless = ownerlessOf();
    await look(ownerless);
    expect(ownerless.isThere.value).toBe(isThere);
  });

  it('is the user’s own once they say so, below what they have themselves; nothing of it is lost', async () => {
    const notebook = createNotebook(whoseOf());
    await notebook.updateRecord(12, record => ({...record, ticks: {...record.ticks, maintainers: remark('mine')}}));
    const ownerless = ownerlessOf();
    await look(ownerless);
    await ownerless.accept();
    expect(ownerless.isThere.value).toBe(false);
    expect(ownerless.problem.value).toBeUndefined();
    expect(fake.all()).toEqual({
      'panel-open:1': true,
      'journal:2:gitlab.com:7:project-12': [entry, {id: 'odd'}],
      'filled:2:gitlab.com:7': local['filled:1:gitlab.com'],
      'draft:2:gitlab.com:7:12': local['draft:1:gitlab.com:12'],
      'customer:2:gitlab.com:7:12': {
        ticks: {introduced: remark('old'), maintainers: remark('mine')},
        waivers: {},
        health: 1,
      },
      'people:2:gitlab.com:7': sync['people:1:gitlab.com'],
      'brackets:2:gitlab.com:7': sync['brackets:1:gitlab.com'],
    });
    expect(
      (await createJournalBook(whoseOf(), 'project-12', () => '2026-11-29T10:00:00.000Z').read())[0],
    ).toMatchObject({undo});
  });

  it('of a draft, is the user’s own beside what they typed since', async () => {
    const typed = {values: [['topic', 'Plan']], left: [], lines: []};
    fake.reset({local: {'draft:1:gitlab.com:12': local['draft:1:gitlab.com:12'], 'draft:2:gitlab.com:7:12': typed}});
    await ownerlessOf().accept();
    expect(fake.all()).toEqual({
      'draft:2:gitlab.com:7:12': {
        values: [
          ['goal', 'Grow'],
          ['topic', 'Plan'],
        ],
        left: [],
        lines: [],
      },
    });
  });

  it('is never shown again to who says that it is not theirs, and stays for others', async () => {
    const ownerless = ownerlessOf();
    await ownerless.decline();
    await look(ownerless);
    expect(ownerless.isThere.value).toBe(false);
    expect((await createNotebook(whoseOf()).record(12)).ticks).toEqual({});
    expect(await createJournalBook(whoseOf(), 'project-12', () => '2026-11-29T10:00:00.000Z').read()).toEqual([]);
    const other = ownerlessOf(8);
    await look(other);
    expect(other.isThere.value).toBe(true);
    await other.accept();
    expect(Object.keys((await createNotebook(whoseOf(8)).record(12)).ticks)).toEqual(['introduced', 'maintainers']);
    expect((await createNotebook(whoseOf()).record(12)).ticks).toEqual({});
  });

  it.each(['accept', 'decline'] as const)('%s in one tab: the other one asks no more', async answer => {
    const [here, there] = [ownerlessOf(), ownerlessOf()];
    await look(here);
    await look(there);
    expect(there.isThere.value).toBe(true);
    await here[answer]();
    await expect.poll(() => there.isThere.value).toBe(false);
  });

  it.each(['accept', 'decline'] as const)(
    'is not for somebody else to say who signed in meanwhile: %s',
    async answer => {
      const ownerless = ownerlessOf();
      await look(ownerless);
      isStillSignedIn = false;
      await ownerless[answer]();
      expect(told(ownerless.problem.value)?.words).toBe('Someone else is signed in to GitLab now.');
      expect(ownerless.isThere.value).toBe(true);
      expect(fake.all()).toEqual({...local, ...sync});
    },
  );

  it('goes away only once it is kept anew', async () => {
    const ownerless = ownerlessOf();
    fake.full.add('local').add('sync');
    await ownerless.accept();
    expect(told(ownerless.problem.value)?.words).toContain('Not saved: the extension’s storage is full');
    expect(fake.all()).toEqual({...local, ...sync});
    fake.full.clear();
    await ownerless.accept();
    expect(ownerless.problem.value).toBeUndefined();
    expect(Object.keys(fake.all()).filter(key => key.includes(':1:'))).toEqual([]);
  });

  it('stays where it is where the user’s own is of another version', async () => {
    fake.reset({local: {...local, 'journal:2:gitlab.com:7:project-12': {entries: []}}});
    const ownerless = ownerlessOf();
    await ownerless.accept();
    expect(fake.areas.local.get('journal:2:gitlab.com:7:project-12')).toEqual({entries: []});
    expect(fake.areas.local.get('journal:1:gitlab.com:project-12')).toEqual(local['journal:1:gitlab.com:project-12']);
  });
});
