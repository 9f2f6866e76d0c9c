import {describe, expect, it} from 'vitest';
import type {Fault} from '../../sandbox/faults.ts';
import {NotKept, StorageFull} from '../../src/browser/storage-error.ts';
import type {Journal} from '../../src/changes/journal.ts';
import {said} from '../../src/texts/said.ts';
import {told} from '../told.ts';
import {checklistOf, meansOf} from './means.ts';
import {acme, useSandbox} from './server.ts';

const server = useSandbox();

async function readChecklist() {
  const store = checklistOf(acme, meansOf(server));
  await store.refresh();
  const row = (id: string) => {
    const found = store.rows.value.find(({check}) => check.id === id);
    if (!found) throw new Error(`There is no row ${id}`);
    return found;
  };
  return {store, row};
}

describe('a refresh', () => {
  it.each<[string, Omit<Fault, 'path'>]>([
    ['429', {status: 429, headers: {'retry-after': '900'}}],
    ['500', {status: 500}],
    ['503', {status: 503}],
    ['a page of a browser check, as 403', {status: 403, text: '<!DOCTYPE html><html>Checking your browser</html>'}],
  ])('that GitLab answers with %s keeps what is known, and says so', async (_name, fault) => {
    const {store, row} = await readChecklist();
    expect(row('notifications').finding?.verdict).toBe('pass');
    const end = server.sandbox.faults.add({path: /notification_settings$/, ...fault});
    await store.refresh();
    expect(row('notifications')).toMatchObject({finding: {verdict: 'pass'}, canRetry: true});
    expect(row('notifications').unconfirmed).toBeDefined();
    expect(row('visibility')).toMatchObject({unconfirmed: undefined, canRetry: false});
    end();
    server.sandbox.log.length = 0;
    await store.retry(row('notifications').check);
    expect(row('notifications')).toMatchObject({finding: {verdict: 'pass'}, unconfirmed: undefined, canRetry: false});
    const asked = server.sandbox.log.map(({path}) => path.replace(/\?.*/, ''));
    expect(asked).toEqual(expect.arrayContaining(['/user']));
    expect(asked.filter(path => !/\/user$|notification_settings$/.test(path))).toEqual([]);
  });

  it('that says something else overwrites what was known', async () => {
    const {store, row} = await readChecklist();
    server.sandbox.faults.add({path: /notification_settings$/, status: 403, body: {message: '403 Forbidden'}});
    await store.refresh();
    expect(row('notifications').finding?.verdict).toBe('unknown');
  });

  it('as somebody else leaves nothing standing, and says who', async () => {
    const {store, row} = await readChecklist();
    const {id} = server.sandbox.world.user('robin');
    for (const [cookie, session] of server.sandbox.world.sessions) {
      server.sandbox.world.sessions.set(cookie, {...session, userId: id});
    }
    await store.refresh();
    expect(told(store.endedBy.value)).toMatchObject({kind: 'other-user', words: expect.stringContaining('robin')});
    expect(store.rows.value.every(({finding}) => finding?.verdict === 'unknown')).toBe(true);
    expect(row('notifications').unconfirmed).toBeUndefined();
  });

  it('is not over before it is known who was signed in at its end: none begins before, to be ended by it', async () => {
    const {store} = await readChecklist();
    let times = 0;
    let answer: () => void = () => undefined;
    const held = new Promise<void>(resolve => {
      answer = resolve;
    });
    const until = async () => {
      times += 1;
      if (times > 1) await held;
    };
    server.sandbox.world.graphql.isOn = false;
    server.sandbox.faults.add({path: /^\/user$/, until});
    const reading = store.refresh();
    await expect.poll(() => times).toBe(2);
    await expect.poll(() => store.rows.value.some(({busy}) => busy)).toBe(false);
    expect(store.reading.value).toBe(true);
    answer();
    await reading;
    expect(store.reading.value).toBe(false);
  });

  it('one read that hangs leaves the other items as they are (W14)', async () => {
    const {store, row} = await readChecklist();
    const answer = server.sandbox.faults.hold({path: /\/invitations$/});
    const reading = store.refresh();
    await expect.poll(() => row('visibility').busy).toBe(false);
    expect(row('members').busy).toBe(true);
    expect(store.rows.value.filter(({busy}) => busy).map(({check}) => check.id)).toEqual(['members']);
    answer();
    await reading;
    expect(row('members').busy).toBe(false);
  });
});

describe('after a change', () => {
  it('what was known before it does not stand where it could not be read again', async () => {
    const {store, row} = await readChecklist();
    const {check} = row('notifications');
    const {id} = server.sandbox.world.project(acme);
    const answer = server.sandbox.faults.add({method: 'GET', path: /projects\/.*notification_settings$/, status: 503});
    await store.make(check, {
      kind: 'notifications',
      projectId: id,
      from: {level: 'watch', newIssue: false},
      to: {level: 'disabled', newIssue: false},
    });
    expect(row('notifications').finding?.verdict).toBe('unknown');
    answer();
    await store.retry(check);
    expect(row('notifications').finding?.verdict).toBe('pass');
  });
});

describe('a journal that is forgotten while its page is open', () => {
  const ticked = async (journal: {entries: Journal}) => {
    const store = checklistOf(acme, meansOf(server), journal);
    await store.refresh();
    const row = () => store.rows.value.find(({check}) => check.id === 'introduced');
    const check = row()?.check;
    if (check === undefined) throw new Error('There is a row to tick off.');
    await store.note(check, 'tick', '');
    expect(row()?.undo).toBeDefined();
    return {store, row};
  };

  it('takes the undo away that its row offers', async () => {
    const journal: {entries: Journal} = {entries: []};
    const {store, row} = await ticked(journal);
    await store.loadJournal();
    expect(row()?.undo).toBeDefined();
    journal.entries = [];
    await store.loadJournal();
    expect(store.journal.value).toEqual([]);
    expect(row()).toMatchObject({undo: undefined, done: undefined, finding: {verdict: 'pass'}});
  });

  it('leaves the undo of a change that the full storage never took', async () => {
    let isFull = true;
    let kept: Journal = [];
    const {store, row} = await ticked({
      get entries() {
        return kept;
      },
      set entries(next) {
        if (isFull) throw new StorageFull();
        kept = next;
      },
    });
    expect(told(store.notKept.value)).toMatchObject({
      words:
        'Couldn’t save the journal: the extension’s storage is full. You can undo what you do now only until you leave this page.',
      advice: 'Free up space: select “Stored in this browser” in the header’s menu ⋮.',
    });
    isFull = false;
    await store.loadJournal();
    expect(store.journal.value).toEqual([]);
    expect(row()?.undo).toBeDefined();
    expect(store.notKept.value?.kind, 'the entry is still missing').toBe('not-kept');
  });

  it('tells that it could not be loaded until it can be', async () => {
    let isBroken = false;
    const {store} = await ticked({
      get entries() {
        if (isBroken) throw new NotKept(said('browser.cannotRead'));
        return [];
      },
      set entries(_next) {
        // Forgotten at once.
      },
    });
    isBroken = true;
    await store.loadJournal();
    expect(told(store.notKept.value)?.words).toContain('Couldn’t read the browser’s storage.');
    isBroken = false;
    await store.loadJournal();
    expect(store.notKept.value).toBeUndefined();
  });
});
