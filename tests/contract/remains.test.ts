import {describe, expect, it} from 'vitest';
import type {Journal} from '../../src/changes/journal.ts';
import {kinds} from '../kill/kinds.ts';
import {told} from '../told.ts';
import {checklistOf, meansOf} from './means.ts';
import {useSandbox} from './server.ts';

const server = useSandbox();

/** The first requests of kinds that make something before what they are for, and what is said of that. */
const firsts: readonly (readonly [string, RegExp, RegExp])[] = [
  [
    'a move to a new group',
    /^\/groups$/,
    /^The project wasn’t moved\. The group .*emea\/initech may have been created for the move and is still there\.$/,
  ],
  [
    'a merge request',
    /\/repository\/commits$/,
    /^The merge request wasn’t created\. Its branch “.+” was created and is still there\.$/,
  ],
];

/**
 * Leaves the page while the first request of a change is under way, and loads it anew.
 *
 * @param isDone whether GitLab does what it is asked for
 * @param wasRemoved takes away again what it made
 */
async function leftAt(name: string, path: RegExp, isDone: boolean, wasRemoved = () => undefined as unknown) {
  const kind = kinds[name];
  if (kind === undefined) throw new Error(`There is no ${name}`);
  const journal: {entries: Journal} = {entries: []};
  let isLeft = false;
  const open = async (means: ReturnType<typeof meansOf>, at: string) => {
    const store = checklistOf(kind.path, means, journal, at);
    await store.refresh();
    return store;
  };
  const store = await open(
    meansOf(server, 'dana', () => isLeft),
    '2026-11-20T10:00:00.000Z',
  );
  const change = await kind.change(server.sandbox.world, meansOf(server).gitlab);
  const row = store.rows.value.find(({check}) => check.id === kind.row);
  if (row === undefined) throw new Error(`There is no row ${kind.row}`);
  await new Promise<void>(resolve => {
    const meanwhile = () => {
      isLeft = true;
      resolve();
    };
    server.sandbox.faults.add({method: 'POST', path, times: 1, drop: true, after: isDone, meanwhile});
    void store.make(row.check, change);
  });
  // Carried out in the same turn in which it arrived.
  await new Promise(resolve => setImmediate(resolve));
  expect(journal.entries, 'it is kept before it is sent').toMatchObject([{sent: {kind: change.kind}}]);
  wasRemoved();
  const anew = await open(meansOf(server), '2026-11-20T11:10:00.000Z');
  await anew.loadJournal();
  return told(journal.entries);
}

describe.each(firsts)('%s that was left after its first request', (name, path, words) => {
  it('is told as not done, with what is there', async () => {
    const [entry, ...others] = await leftAt(name, path, true);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({undone: true, left: [expect.stringMatching(words)]});
    expect(entry).not.toHaveProperty('undo');
    expect(entry).not.toHaveProperty('sent');
  });

  it('is no entry where GitLab made nothing', async () => {
    expect(await leftAt(name, path, false)).toEqual([]);
  });

  it('is no entry where what was made is gone', async () => {
    const {world} = server.sandbox;
    const gone = () => {
      const group = world.findGroup('gitlab-com/account-management/emea/initech');
      if (group) world.removeGroup(group);
      for (const {repository} of world.projects) repository.branches.clear();
    };
    expect(await leftAt(name, path, true, gone)).toEqual([]);
  });
});
