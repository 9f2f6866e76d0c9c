import {beforeEach, describe, expect, it} from 'vitest';
import type {Change} from '../../src/changes/change.ts';
import type {Journal} from '../../src/changes/journal.ts';
import type {Checklist} from '../../src/checklist/checklist.ts';
import type {Check} from '../../src/customer/checks/check.ts';
import {told} from '../told.ts';
import {checklistOf, meansOf} from './means.ts';
import {acme, useSandbox} from './server.ts';

const server = useSandbox();
const world = () => server.sandbox.world;
let journal: {entries: Journal};
let checklist: Checklist;

beforeEach(async () => {
  journal = {entries: []};
  world().project(acme).visibility = 'public';
  world().setNotification('dana', acme, 'mention');
  checklist = checklistOf(acme, meansOf(server), journal);
  await checklist.refresh();
});

function rowOf(id: string): {readonly check: Check; readonly change: Change} {
  const row = checklist.rows.value.find(({check}) => check.id === id);
  if (row?.finding?.fix?.kind !== 'change') throw new Error(`${id} has no change`);
  return {check: row.check, change: row.finding.fix.change};
}
const writes = () => server.sandbox.log.filter(({method}) => method !== 'GET');

describe('a change that somebody else made meanwhile', () => {
  it.each([
    ['visibility', 'private'],
    ['notifications', 'watch'],
  ] as const)('of %s is no entry of the journal, and the row says that nothing was done', async (id, wanted) => {
    const {check, change} = rowOf(id);
    if (wanted === 'private') world().project(acme).visibility = wanted;
    else world().setNotification('dana', acme, wanted);
    server.sandbox.log.length = 0;
    expect(await checklist.make(check, change)).toEqual({isMade: true, entry: undefined, left: []});
    expect(writes()).toEqual([]);
    expect(journal.entries).toEqual([]);
    expect(told(checklist.rows.value.find(row => row.check === check))).toMatchObject({
      finding: {verdict: 'pass'},
      left: ['Already done. Nothing was changed.'],
      undo: undefined,
    });
  });

  it('of two who make it at once is an entry of the one whose request made it', async () => {
    const other = checklistOf(acme, meansOf(server), journal, '2026-11-20T10:00:01.000Z');
    await other.refresh();
    const {check, change} = rowOf('visibility');
    await checklist.make(check, change);
    await other.make(check, change);
    expect(journal.entries).toHaveLength(1);
  });
});

it('a tick is an entry although nothing is sent', async () => {
  const row = checklist.rows.value.find(({finding}) => finding?.fix?.kind === 'tick');
  if (row === undefined) throw new Error('No row is ticked off');
  await checklist.note(row.check, 'tick', 'Done');
  expect(journal.entries).toMatchObject([{check: row.check.id, undo: {kind: 'tick'}}]);
});

describe('a change that was made, whose answer was lost, and whose repetition is refused', () => {
  const lost = {method: 'PUT', path: /\/projects\/\d+$/, times: 1, after: true};
  const denied = {method: 'PUT', path: /\/projects\/\d+$/, status: 403, body: {message: '403 Forbidden'}};

  it.each([
    ['cut off', {...lost, drop: true}],
    ['given by a proxy', {...lost, status: 502, text: '<html>'}],
  ])('%s: stays in the journal with its undo', async (_how, first) => {
    const {check, change} = rowOf('visibility');
    server.sandbox.faults.add(first);
    server.sandbox.faults.add(denied);
    expect(await checklist.make(check, change)).toMatchObject({isMade: true});
    expect(world().project(acme).visibility).toBe('private');
    expect(journal.entries).toMatchObject([{undo: {from: 'private', to: 'public'}, undone: false}]);
    expect(journal.entries[0]).not.toHaveProperty('sent');
  });

  it('stays in the journal where a look can tell nothing either, and the row does not say that nothing was changed', async () => {
    const {check, change} = rowOf('visibility');
    const until = async () => server.sandbox.faults.add({path: /./, status: 401, body: {message: '401 Unauthorized'}});
    server.sandbox.faults.add({...lost, drop: true, until});
    const made = await checklist.make(check, change);
    expect(told(made)).toEqual({
      isMade: false,
      problem: {
        kind: 'unavailable',
        words:
          'You’re signed out of GitLab. GitLab didn’t respond to an earlier try, so the change may have been made.',
        advice: 'Reload this page to check, then try again.',
      },
    });
    expect(journal.entries).toMatchObject([{sent: {kind: 'project-visibility'}, undo: {to: 'public'}}]);
    server.sandbox.faults.clear();
    await checklistOf(acme, meansOf(server), journal).refresh();
    expect(journal.entries).toMatchObject([{undo: {to: 'public'}, undone: false}]);
    expect(journal.entries[0]).not.toHaveProperty('sent');
  });

  it('is none where the first try was answered', async () => {
    const {check, change} = rowOf('visibility');
    server.sandbox.faults.add(denied);
    expect(await checklist.make(check, change)).toMatchObject({isMade: false, problem: {kind: 'denied'}});
    expect(journal.entries).toEqual([]);
  });
});
