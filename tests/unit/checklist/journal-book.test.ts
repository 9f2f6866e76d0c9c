import {beforeEach, describe, expect, it, vi} from 'vitest';
import {notUnderstood} from '../../../src/browser/found-items.ts';
import {type JournalEntry, sentEntry, withEntry, withUndone} from '../../../src/changes/journal.ts';
import {createJournalBook, withoutLateUndo, withoutOld} from '../../../src/checklist/journal-book.ts';
import {said} from '../../../src/texts/said.ts';
import {fake} from '../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));

const entry = (id: string, at = '2026-11-20T10:00:00.000Z'): JournalEntry => ({
  id,
  at,
  by: 'Dana',
  where: 'a/b',
  check: 'labels',
  what: said('texts.asKept', 'Subscribe'),
  undone: false,
});
const undo = {kind: 'project-visibility', projectId: 1, from: 'private', to: 'public'} as const;
const of = (userId: number) => ({host: 'gitlab.com', userId: async () => userId});
const now = '2026-11-29T10:00:00.000Z';
const book = (project = 1, userId = 7) => createJournalBook(of(userId), `project-${project}`, () => now);
const key = 'journal:2:gitlab.com:7:project-1';
const first = 'journal:1:gitlab.com:project-1';

beforeEach(() => fake.reset());

describe('a journal', () => {
  it('has every change of those that were made at once', async () => {
    await Promise.all(['a', 'b', 'c'].map(id => book().update(journal => withEntry(journal, entry(id)))));
    expect((await book().read()).map(({id}) => id)).toEqual(['c', 'b', 'a']);
  });

  it('is each customer’s and each user’s own', async () => {
    await book().update(journal => withEntry(journal, entry('a')));
    expect(await book(2).read()).toEqual([]);
    expect(await book(1, 8).read()).toEqual([]);
  });

  it('of somebody who is not known is neither read nor written', async () => {
    const signedOut = createJournalBook(
      {host: 'gitlab.com', userId: () => Promise.reject(new Error('signed out'))},
      'project-1',
      () => now,
    );
    await expect(signedOut.read()).rejects.toThrow('signed out');
    await expect(signedOut.update(() => [entry('a')])).rejects.toThrow('signed out');
    expect(fake.all()).toEqual({});
  });

  it.each([
    ['an entry of another version', {id: 'odd', happened: 1}],
    ['no entry at all', null],
    ['a text', 'entry'],
  ])('keeps %s where it is, and says how many', async (_name, odd) => {
    fake.reset({local: {[key]: [entry('a'), odd, {...entry('b'), colour: 'green'}]}});
    expect((await book().read()).map(({id}) => id)).toEqual(['a', 'b']);
    expect(notUnderstood.value.get(key)).toBe(1);
    await book().update(journal => withEntry(withUndone(journal, 'b'), entry('c')));
    expect(fake.areas.local.get(key)).toEqual([
      entry('c'),
      entry('a'),
      odd,
      {...entry('b'), undone: true, colour: 'green'},
    ]);
  });

  it('shows an entry that another version takes back in a way that is not known here, without it', async () => {
    const kept = {...entry('a'), undo: {kind: 'paint', to: 'green'}};
    fake.reset({local: {[key]: [kept]}});
    expect(await book().read()).toEqual([entry('a')]);
    await book().update(journal => withEntry(journal, entry('b')));
    expect(fake.areas.local.get(key)).toEqual([entry('b'), kept]);
  });

  it.each([[{}], ['journal'], [null], [7]])('that is %j as a whole is never written over', async kept => {
    fake.reset({local: {[key]: kept}});
    expect(await book().read()).toEqual([]);
    await expect(book().update(journal => withEntry(journal, entry('a')))).rejects.toThrow(
      'Not saved: another version of CSM Checklist wrote what’s stored here, so it stays as it is.',
    );
    expect(fake.areas.local.get(key)).toEqual(kept);
  });
});

describe('entries that were kept before users were told apart', () => {
  const older = {...entry('old', '2026-11-19T10:00:00.000Z'), undo};

  it('show in their place and cannot be taken back', async () => {
    fake.reset({local: {[first]: [older], [key]: [entry('new'), entry('oldest', '2026-11-18T10:00:00.000Z')]}});
    const journal = await book().read();
    expect(journal.map(({id}) => id)).toEqual(['new', 'old', 'oldest']);
    expect(journal[1]).toMatchObject({isOwnerless: true});
    expect(journal[1]).not.toHaveProperty('undo');
  });

  it('are not made anybody’s by what else is written', async () => {
    fake.reset({local: {[first]: [older]}});
    const after = await book().update(journal => withUndone(withEntry(journal, entry('new')), 'old'));
    expect(after.map(({id, undone}) => [id, undone])).toEqual([
      ['new', false],
      ['old', false],
    ]);
    expect(fake.all()).toEqual({[first]: [older], [key]: [entry('new')]});
  });
});

describe('what takes a logo back', () => {
  const logo = (id: string, base64: string): JournalEntry => ({
    ...entry(id),
    check: 'avatar',
    undo: {kind: 'avatar', projectId: 1, from: null, to: {name: 'logo.png', base64}},
  });
  const inStorage = () => JSON.stringify([...fake.areas.local]);

  it('is kept in the database, comes back with its entry, and goes with it', async () => {
    const added = await book().update(journal => withEntry(journal, logo('a', 'QUJD')));
    expect(added).toEqual([logo('a', 'QUJD')]);
    expect(inStorage()).not.toContain('QUJD');
    expect([...fake.pictures.values()]).toEqual(['QUJD']);
    await book().update(journal => withEntry(journal, entry('b')));
    expect(await book().read()).toEqual([entry('b'), logo('a', 'QUJD')]);
    expect(fake.pictures.size).toBe(1);
    await book().update(journal => journal.filter(({id}) => id !== 'a'));
    expect(fake.pictures.size).toBe(0);
  });

  it('goes once it is taken back', async () => {
    await book().update(journal => withEntry(journal, logo('a', 'QUJD')));
    const {undo: _undo, ...words} = logo('a', 'QUJD');
    expect(await book().update(journal => withUndone(journal, 'a'))).toEqual([{...words, undone: true}]);
    expect(fake.pictures.size).toBe(0);
  });

  it('moves to the database where it stood in the journal', async () => {
    fake.reset({local: {[key]: [logo('a', 'QUJD')]}});
    expect(await book().read()).toEqual([logo('a', 'QUJD')]);
    await book().update(journal => journal);
    expect(inStorage()).not.toContain('QUJD');
    expect(await book().read()).toEqual([logo('a', 'QUJD')]);
  });

  it('is not offered where it is gone', async () => {
    await book().update(journal => withEntry(journal, logo('a', 'QUJD')));
    fake.pictures.clear();
    expect((await book().read())[0]).not.toHaveProperty('undo');
    await book().update(journal => withEntry(journal, entry('b')));
    expect(await book().read()).toHaveLength(2);
  });

  it('leaves no picture behind where the entry is not kept', async () => {
    fake.full.add('local');
    await expect(book().update(journal => withEntry(journal, logo('a', 'QUJD')))).rejects.toThrow(
      'Not saved: the extension’s storage is full',
    );
    expect(fake.pictures.size).toBe(0);
  });

  it('is kept before its change is sent: without it the entry is not kept either', async () => {
    let isFirst = true;
    fake.wait = async what => {
      if (what !== 'message' || !isFirst) return;
      isFirst = false;
      throw new Error('The disk is full');
    };
    const sent = sentEntry(logo('a', 'QUJD'), {kind: 'avatar', projectId: 1, from: null, to: null});
    await expect(book().update(journal => withEntry(journal, sent))).rejects.toThrow('didn’t store a logo');
    expect(await book().read()).toEqual([]);
  });

  it('is another user’s nowhere', async () => {
    await book().update(journal => withEntry(journal, logo('a', 'QUJD')));
    fake.reset({local: {'journal:2:gitlab.com:8:project-1': fake.areas.local.get(key)}});
    fake.pictures.set('gitlab.com 7 x', 'QUJD');
    expect((await book(1, 8).read())[0]).not.toHaveProperty('undo');
  });
});

describe('what is old', () => {
  const latest = Array.from({length: 100}, (_, index) => entry(`latest ${index}`));

  it.each([
    ['2026-11-20T10:00:00.000Z', true, true],
    ['2026-10-31T10:00:00.000Z', true, true],
    ['2026-10-29T10:00:00.000Z', true, false],
    ['2025-10-26T10:00:00.000Z', true, false],
    ['2025-10-24T10:00:00.000Z', false, false],
    ['some day', true, true],
  ])('of %s the entry stays: %s; it can be taken back: %s', (at, stays, canUndo) => {
    const after = withoutLateUndo(withoutOld([...latest, {...entry('a', at), undo}], now), now);
    expect(after.length === 101).toBe(stays);
    expect(after[100]?.undo !== undefined).toBe(canUndo);
  });

  it('goes with the next change, but not from the latest hundred', async () => {
    const old = [{...entry('b'), undo}, entry('a', '2024-11-20T10:00:00.000Z')];
    fake.reset({local: {[key]: old}});
    await book().update(journal => withEntry(journal, entry('c')));
    expect(fake.areas.local.get(key)).toEqual([entry('c'), ...old]);
    for (const each of latest) await book().update(journal => withEntry(journal, each));
    expect((await book().read()).map(({id}) => id)).toEqual([...latest.map(({id}) => id).reverse(), 'c', 'b']);
  });

  it('by a clock that was ahead is there again when the clock is right', async () => {
    fake.reset({local: {[key]: [{...entry('b'), undo}]}});
    const ahead = createJournalBook(of(7), 'project-1', () => '2029-11-20T10:00:00.000Z');
    await ahead.update(journal => withEntry(journal, entry('c', '2029-11-20T10:00:00.000Z')));
    expect((await ahead.read()).find(({id}) => id === 'b')).not.toHaveProperty('undo');
    expect((await book().read()).find(({id}) => id === 'b')).toHaveProperty('undo', undo);
  });
});
