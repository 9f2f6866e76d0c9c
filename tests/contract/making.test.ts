import {beforeEach, describe, expect, it} from 'vitest';
import {NotKept} from '../../src/browser/storage-error.ts';
import type {Change} from '../../src/changes/change.ts';
import type {Journal} from '../../src/changes/journal.ts';
import {journalAsMarkdown} from '../../src/changes/journal-markdown.ts';
import type {Checklist} from '../../src/checklist/checklist.ts';
import type {Check} from '../../src/customer/checks/check.ts';
import {said} from '../../src/texts/said.ts';
import {told} from '../told.ts';
import {checklistOf, meansOf} from './means.ts';
import {acme, initech, useSandbox} from './server.ts';

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

it('of two tabs in the same millisecond are two entries', async () => {
  const other = checklistOf(acme, meansOf(server), journal);
  await other.refresh();
  const [one, two] = [rowOf('visibility'), rowOf('notifications')];
  await checklist.make(one.check, one.change);
  await other.make(two.check, two.change);
  expect(journal.entries.map(({at, check}) => ({at, check}))).toEqual([
    {at: '2026-11-20T10:00:00.000Z', check: 'notifications'},
    {at: '2026-11-20T10:00:00.000Z', check: 'visibility'},
  ]);
});

describe('an undo of another tab', () => {
  const rowHere = (id: string) => told(checklist.rows.value.find(({check}) => check.id === id));
  const reads = () => server.sandbox.log.filter(({method}) => method === 'GET').length;

  it('is seen in the row once the journal tells of it, and the row offers no undo any more', async () => {
    const {check, change} = rowOf('notifications');
    await checklist.make(check, change);
    expect(rowHere('notifications')).toMatchObject({finding: {verdict: 'pass'}, undo: {kind: 'notifications'}});
    const other = checklistOf(acme, meansOf(server), journal);
    await other.refresh();
    const [entry] = journal.entries;
    if (entry === undefined) throw new Error('Nothing was made');
    expect(await other.undoEntry(entry)).toMatchObject({isMade: true, left: []});
    await checklist.loadJournal();
    await expect.poll(() => rowHere('notifications')?.finding?.verdict).toBe('fail');
    expect(rowHere('notifications')).toMatchObject({undo: undefined});
    const before = reads();
    await checklist.loadJournal();
    expect(reads()).toBe(before);
  });

  it('is none where it was made here: nothing is read twice', async () => {
    const {check, change} = rowOf('notifications');
    await checklist.make(check, change);
    await checklist.undo(check);
    const before = reads();
    await checklist.loadJournal();
    expect(rowHere('notifications')).toMatchObject({finding: {verdict: 'fail'}, busy: false});
    expect(reads()).toBe(before);
  });
});

describe('a change of another tab', () => {
  const verdictHere = (id: string) => checklist.rows.value.find(({check}) => check.id === id)?.finding?.verdict;
  const reads = () => server.sandbox.log.filter(({method}) => method === 'GET').length;

  it('is seen in the row once the journal tells of it, and read once', async () => {
    expect(verdictHere('notifications')).toBe('fail');
    const other = checklistOf(acme, meansOf(server), journal);
    await other.refresh();
    const {check, change} = rowOf('notifications');
    expect(await other.make(check, change)).toMatchObject({isMade: true});
    await checklist.loadJournal();
    await expect.poll(() => verdictHere('notifications')).toBe('pass');
    const before = reads();
    await checklist.loadJournal();
    expect(reads()).toBe(before);
  });

  it('is not read again where this page made it', async () => {
    const {check, change} = rowOf('notifications');
    await checklist.make(check, change);
    const before = reads();
    await checklist.loadJournal();
    expect(reads()).toBe(before);
  });
});

it('a tick is an entry although nothing is sent', async () => {
  const row = checklist.rows.value.find(({finding}) => finding?.fix?.kind === 'tick');
  if (row === undefined) throw new Error('No row is ticked off');
  await checklist.note(row.check, 'tick', 'Done');
  expect(journal.entries).toMatchObject([{check: row.check.id, undo: {kind: 'tick'}}]);
});

describe('what people say of a row', () => {
  /** A checklist whose notebook keeps nothing until it is let. */
  async function withSlowNotebook() {
    const means = meansOf(server);
    const {notebook} = means;
    const waiting: (() => void)[] = [];
    let refusal: Error | undefined;
    const slow = {
      ...notebook,
      async updateRecord(...[projectId, step]: Parameters<typeof notebook.updateRecord>) {
        await new Promise<void>(resolve => waiting.push(resolve));
        if (refusal) throw refusal;
        await notebook.updateRecord(projectId, step);
      },
    };
    checklist = checklistOf(acme, {...means, notebook: slow}, journal);
    await checklist.refresh();
    const found = () => checklist.rows.value.find(({check}) => check.id === 'introduced');
    const row = () => {
      const known = found();
      if (known === undefined) throw new Error('There is a row to tick off.');
      return known;
    };
    const shown = () => ({verdict: row().finding?.verdict, busy: row().busy});
    return {
      row,
      shown,
      notebook,
      refuse: (error: Error) => {
        refusal = error;
      },
      async keepNext() {
        await expect.poll(() => waiting.length).toBeGreaterThan(0);
        waiting.shift()?.();
      },
    };
  }

  it('shows at once and is kept behind; what is said next waits for it, and GitLab is asked nothing', async () => {
    const {row, shown, keepNext} = await withSlowNotebook();
    const before = server.sandbox.log.length;
    const ticked = checklist.note(row().check, 'tick', '');
    await expect.poll(shown).toEqual({verdict: 'pass', busy: false});
    expect(journal.entries).toEqual([]);
    const unticked = checklist.note(row().check, 'tick', undefined);
    await expect.poll(shown).toEqual({verdict: 'todo', busy: false});
    await keepNext();
    expect(await ticked).toMatchObject({isMade: true});
    expect(shown()).toEqual({verdict: 'todo', busy: false});
    await keepNext();
    expect(await unticked).toMatchObject({isMade: true});
    expect(shown()).toEqual({verdict: 'todo', busy: false});
    expect(journal.entries).toMatchObject([{undo: {kind: 'tick', to: {note: ''}}}, {undo: {kind: 'tick', to: null}}]);
    expect(server.sandbox.log).toHaveLength(before);
  });

  it('comes back with the reason where it could not be kept', async () => {
    const {row, shown, keepNext, refuse} = await withSlowNotebook();
    refuse(new NotKept(said('browser.cannotWrite'), said('browser.cannotWrite advice')));
    const waived = checklist.note(row().check, 'waiver', 'None');
    await expect.poll(shown).toEqual({verdict: 'waived', busy: false});
    await keepNext();
    expect(await waived).toMatchObject({isMade: false, problem: {kind: 'not-kept'}});
    expect(shown()).toEqual({verdict: 'todo', busy: false});
    expect(row().problem?.kind).toBe('not-kept');
  });

  it('is taken back as quickly', async () => {
    const {row, shown, keepNext} = await withSlowNotebook();
    const ticked = checklist.note(row().check, 'tick', '');
    await keepNext();
    await ticked;
    const undone = checklist.undo(row().check);
    await expect.poll(shown).toEqual({verdict: 'todo', busy: false});
    await keepNext();
    expect(await undone).toMatchObject({isMade: true});
    expect(shown()).toEqual({verdict: 'todo', busy: false});
  });

  it('a merge request that is waited for elsewhere meanwhile is looked up', async () => {
    const {row, notebook} = await withSlowNotebook();
    const {id} = world().project(acme);
    await notebook.updateRecord(id, record => ({...record, waiting: {iid: 1, files: ['README.md']}}));
    server.sandbox.log.length = 0;
    await checklist.follow(new Set(['record']));
    expect(server.sandbox.log.map(({path}) => path)).toContainEqual(expect.stringMatching(/merge_requests\/1$/));
    expect(row().finding?.verdict).toBe('todo');
  });
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

  it('is made by us where it is tried again, and nothing is sent', async () => {
    const {check, change} = rowOf('visibility');
    server.sandbox.faults.add({
      ...lost,
      times: 9,
      drop: true,
      meanwhile: () => server.sandbox.faults.add({path: /./, drop: true}),
    });
    expect(await checklist.make(check, change)).toMatchObject({isMade: false});
    server.sandbox.faults.clear();
    server.sandbox.log.length = 0;
    expect(await checklist.make(check, change)).toMatchObject({isMade: true, entry: {undo: {to: 'public'}}});
    expect(writes()).toEqual([]);
    expect(journal.entries).toHaveLength(1);
    expect(told(checklist.rows.value.find(row => row.check === check))).toMatchObject({left: [], undo: {to: 'public'}});
  });

  it('in part is told, where what is left is made then', async () => {
    const project = world().project(acme);
    for (const label of ['agenda', 'bug', 'support']) world().addLabel(acme, label);
    await checklist.refresh();
    const {check, change} = rowOf('labels');
    if (change.kind !== 'subscriptions') throw new Error('It subscribes to labels');
    const [first, ...others] = change.labels;
    const deaf = () => server.sandbox.faults.add({method: 'GET', path: /./, drop: true});
    const lose = (id: string, after: boolean) =>
      server.sandbox.faults.add({
        method: 'POST',
        path: new RegExp(`/labels/${id}/subscribe$`),
        drop: true,
        after,
        meanwhile: deaf,
      });
    lose(`${first?.id}`, false);
    lose('\\d+', true);
    expect(await checklist.make(check, change)).toMatchObject({isMade: false});
    server.sandbox.faults.clear();
    await checklist.reread(new Set(check.facts));
    const rest = rowOf('labels').change;
    expect(rest).toMatchObject({labels: [first]});
    const made = await checklist.make(check, rest);
    expect(made).toMatchObject({
      isMade: true,
      left: [],
      entry: {undo: {labels: [first]}},
      earlier: {undo: {labels: others}},
    });
    expect(journal.entries).toMatchObject([{undo: {labels: [first]}}, {undo: {labels: others}}]);
    expect(
      world()
        .labelsOf(project, false)
        .every(label => world().isSubscribed(world().user('dana'), label, project)),
    ).toBe(true);
  });

  it('is none where the first try was answered', async () => {
    const {check, change} = rowOf('visibility');
    server.sandbox.faults.add(denied);
    expect(await checklist.make(check, change)).toMatchObject({isMade: false, problem: {kind: 'denied'}});
    expect(journal.entries).toEqual([]);
  });
});

describe('a change of many parts of which only some were done', () => {
  type Issues = Extract<Change, {kind: 'issues'}>;
  const issues = [
    {iid: 1, title: 'One'},
    {iid: 2, title: 'Two'},
  ];
  const change = (action: Issues['action']): Issues => ({
    kind: 'issues',
    projectId: world().project(initech).id,
    action,
    issues,
  });
  const of = (action: Issues['action'], iid: number) =>
    ({method: action === 'delete' ? 'DELETE' : 'PUT', path: new RegExp(`/issues/${iid}$`)}) as const;
  const denied = {status: 403, body: {message: '403 Forbidden'}};

  async function makeIt(made: Change, id = 'issues-reviewed', path = initech) {
    checklist = checklistOf(path, meansOf(server), journal);
    await checklist.refresh();
    const row = checklist.rows.value.find(({check}) => check.id === id);
    if (row === undefined) throw new Error(`There is no ${id}`);
    return {row, made: await checklist.make(row.check, made)};
  }
  const left = () => told(checklist.rows.value.find(({check}) => check.id === 'issues-reviewed'))?.left;

  it.each([
    ['close', 'Close 1 issue', 'Closed 1 issue'],
    ['delete', 'Delete 1 issue', 'Deleted 1 issue'],
  ] as const)(
    '%s: the journal and its copy name only those, where GitLab refuses another',
    async (action, what, made) => {
      server.sandbox.faults.add({...of(action, 1), ...denied});
      await makeIt(change(action));
      expect(told(journal.entries)).toMatchObject([
        {what, each: ['#2 Two'], left: [expect.stringContaining('#1 One')]},
      ]);
      expect(journalAsMarkdown(journal.entries)).toContain(`| ${made} | `);
    },
  );

  it.each([
    ['close', 'Close 1 issue'],
    ['delete', 'Delete 1 issue'],
  ] as const)('%s: the journal names only those, where another was deleted by somebody else', async (action, what) => {
    server.sandbox.faults.add({...of(action, 1), status: 404, body: {message: '404 Not found'}});
    await makeIt(change(action));
    expect(told(journal.entries)).toMatchObject([{what, each: ['#2 Two']}]);
  });

  it.each(['close', 'delete'] as const)('%s: no entry where somebody else deleted all of them', async action => {
    server.sandbox.faults.add({
      ...of(action, 1),
      path: /\/issues\/\d+$/,
      status: 404,
      body: {message: '404 Not found'},
    });
    expect((await makeIt(change(action))).made).toMatchObject({isMade: true, entry: undefined});
    expect(journal.entries).toEqual([]);
    expect(left()).toEqual(['Already done. Nothing was changed.']);
  });

  it('no entry where one is refused and another gone: the row says why, not that all was done', async () => {
    server.sandbox.faults.add({...of('delete', 1), ...denied});
    server.sandbox.faults.add({...of('delete', 2), status: 404, body: {message: '404 Not found'}});
    await makeIt(change('delete'));
    expect(journal.entries).toEqual([]);
    expect(left()).toEqual([expect.stringContaining('#1 One')]);
  });

  it('the journal names the only label that was not subscribed to already', async () => {
    for (const label of ['agenda', 'bug']) world().addLabel(initech, label);
    const [agenda, bug] = await meansOf(server).gitlab.projectLabels(world().project(initech).id);
    if (agenda === undefined || bug === undefined) throw new Error('There are no labels');
    const projectId = world().project(initech).id;
    await meansOf(server).gitlab.setSubscription(projectId, agenda.id, true);
    await makeIt({kind: 'subscriptions', projectId, subscribed: true, labels: [agenda, bug]}, 'labels');
    expect(told(journal.entries)).toMatchObject([{each: [bug.name], undo: {labels: [{id: bug.id}]}}]);
  });

  it.each([
    ['cut off', {drop: true}],
    ['given by a proxy', {status: 502, text: '<html>'}],
  ])(
    'a label whose first answer was %s counts as subscribed to here, although GitLab says that it is already',
    async (_how, fault) => {
      world().addLabel(initech, 'agenda');
      const projectId = world().project(initech).id;
      const labels = await meansOf(server).gitlab.projectLabels(projectId);
      server.sandbox.faults.add({method: 'POST', path: /\/subscribe$/, times: 1, after: true, ...fault});
      await makeIt({kind: 'subscriptions', projectId, subscribed: true, labels: labels.slice(0, 1)}, 'labels');
      expect(told(journal.entries)).toMatchObject([
        {what: 'Subscribe to 1 label', undo: {labels: [{id: labels[0]?.id}]}},
      ]);
    },
  );

  it('delete: a later look names only those, where the page was left', async () => {
    let isLeft = false;
    const means = meansOf(server, 'dana', () => isLeft);
    checklist = checklistOf(initech, means, journal);
    await checklist.refresh();
    const row = checklist.rows.value.find(({check}) => check.id === 'issues-reviewed');
    if (row === undefined) throw new Error('There is no row');
    server.sandbox.faults.add({...of('delete', 1), ...denied});
    const {arrived} = server.sandbox.faults.hold(of('delete', 2));
    void checklist.make(row.check, change('delete'));
    await expect.poll(arrived).toBe(1);
    isLeft = true;
    expect(told(journal.entries)).toMatchObject([{what: 'Delete 2 issues', sent: {kind: 'issues'}}]);
    await checklistOf(initech, meansOf(server), journal).refresh();
    expect(told(journal.entries)).toMatchObject([{what: 'Delete 1 issue', each: ['#2 Two']}]);
    expect(journal.entries[0]).not.toHaveProperty('sent');
  });
});
