import {beforeEach, describe, expect, it} from 'vitest';
import {applyChange} from '../../src/apply/apply.ts';
import {findGroup} from '../../src/apply/customer-group.ts';
import {type Means, unwatched} from '../../src/apply/means.ts';
import {planMove} from '../../src/apply/move-plan.ts';
import type {Change, Move} from '../../src/changes/change.ts';
import type {JournalEntry} from '../../src/changes/journal.ts';
import type {Checklist} from '../../src/checklist/checklist.ts';
import type {Row} from '../../src/checklist/row.ts';
import {similarGroups} from '../../src/flows/similar.ts';
import {defaultWorkspace as workspace} from '../../src/workspace/workspace.ts';
import {eventually} from '../eventually.ts';
import {told} from '../told.ts';
import {checklistOf, meansOf} from './means.ts';
import {acme, globex, initech, root, useSandbox} from './server.ts';

const server = useSandbox();
const world = () => server.sandbox.world;
const idOf = (path: string) => world().project(path).id;

let means: Means;
beforeEach(() => {
  means = meansOf(server);
});

function row(store: Checklist, id: string): Row {
  const found = store.rows.value.find(({check}) => check.id === id);
  if (found === undefined) throw new Error(`There is no row ${id}`);
  return found;
}

/** Makes the change that a row offers. */
async function fix(store: Checklist, id: string): Promise<boolean> {
  const {check, finding} = row(store, id);
  if (finding?.fix?.kind !== 'change') throw new Error(`${id} offers no change`);
  return (await store.make(check, finding.fix.change)).isMade;
}

async function checklist(path: string): Promise<Checklist> {
  const store = checklistOf(path, means);
  await store.refresh();
  return store;
}

/** The move as it is shown now. */
function toEmea(): Move {
  const group = world().findGroup(`${root}/emea/initech`);
  return {
    kind: 'move',
    projectId: idOf(initech),
    from: `${root}/pre-sales`,
    segment: `${root}/emea`,
    group: {path: 'initech', name: 'Initech'},
    target: group ? {id: group.id, visibility: group.visibility} : null,
  };
}
const planned = async () =>
  planMove(means.gitlab, await means.gitlab.project(initech), toEmea(), world().user('dana').id);

/** Answers that pass say nothing of the role, and nothing of somebody else. */
describe('what passes is no matter of the role, for each kind of fix', () => {
  it.each<[string, {status: number; text?: string; body?: unknown}, RegExp]>([
    ['W7 a browser check', {status: 403, text: '<html>Checking your browser</html>'}, /browser check/],
    ['W13 a blocked network', {status: 403, text: 'Forbidden\n'}, /a block/],
    [
      'W13 a read-only instance',
      {status: 403, body: {message: 'You cannot perform write operations on a read-only instance'}},
      /doesn’t accept changes/,
    ],
    ['W13 a stale CSRF token', {status: 401, body: {message: '401 Unauthorized'}}, /signed in again/],
  ])('%s', async (_name, fault, words) => {
    server.sandbox.faults.add({method: 'PUT', path: /^\/projects\/\d+$/, ...fault});
    server.sandbox.faults.add({method: 'POST', path: /\/(share|subscribe)$/, ...fault});
    const store = await checklist(globex);
    for (const id of ['visibility', 'name', 'labels']) {
      expect(await fix(store, id)).toBe(false);
      expect(told(row(store, id).problem?.words)).toMatch(words);
      expect(told(row(store, id).problem?.advice)).not.toMatch(/role/);
    }
  });
});

describe('W5 a lock', () => {
  const lock = {status: 409, body: {message: '409 Conflict: Resource lock'}};

  it('is tried again where that is safe', async () => {
    server.sandbox.faults.add({method: 'PUT', path: /^\/projects\/\d+$/, times: 2, ...lock});
    const store = await checklist(globex);
    expect(await fix(store, 'visibility')).toBe(true);
    expect(world().project(globex).visibility).toBe('private');
  });

  it('is told as GitLab’s, not as somebody’s', async () => {
    server.sandbox.faults.add({method: 'PUT', path: /^\/projects\/\d+$/, ...lock});
    const store = await checklist(globex);
    expect(await fix(store, 'visibility')).toBe(false);
    expect(told(row(store, 'visibility').problem)).toMatchObject({
      kind: 'busy',
      words: expect.stringContaining('busy'),
    });
  });
});

describe('W11 after a write whose answer was lost the touched facts are read again', () => {
  it.each<[string, string, RegExp, {drop?: boolean; status?: number; text?: string}]>([
    ['visibility', 'PUT', /^\/projects\/\d+$/, {drop: true}],
    ['visibility', 'PUT', /^\/projects\/\d+$/, {status: 500, text: '<html>'}],
    ['name', 'PUT', /^\/projects\/\d+$/, {drop: true}],
    ['notifications', 'PUT', /\/notification_settings$/, {drop: true}],
    ['labels', 'POST', /\/subscribe$/, {drop: true}],
  ])('%s', async (id, method, path, fault) => {
    server.sandbox.faults.add({method, path, after: true, ...fault});
    const store = await checklist(globex);
    await fix(store, id);
    expect(row(store, id).finding?.verdict).toBe('pass');
  });

  it('an invitation whose mails went out', async () => {
    server.sandbox.faults.add({method: 'POST', path: /\/invitations$/, after: true, drop: true});
    const store = await checklist(globex);
    const change: Change = {
      kind: 'invite',
      projectId: idOf(globex),
      mails: ['hank@globex.example'],
      users: [],
      accessLevel: 30,
    };
    expect((await store.make(row(store, 'members').check, change)).isMade).toBe(true);
    expect(row(store, 'members').undo).toMatchObject({kind: 'remove', mails: ['hank@globex.example']});
    const {invitations} = store.facts.value;
    expect(invitations).toMatchObject({state: 'known', value: [{email: 'hank@globex.example'}]});
  });
});

describe('W15 a success that changed nothing is said', () => {
  const label = () => world().labelsOf(world().project(globex), false)[0];
  const cases: readonly [string, RegExp, () => Change, RegExp][] = [
    [
      'PUT',
      /^\/projects\/\d+$/,
      () => ({kind: 'project-visibility', projectId: idOf(globex), from: 'public', to: 'private'}),
      /reported no error, but the visibility is still public\./,
    ],
    [
      'PUT',
      /^\/projects\/\d+$/,
      () => ({kind: 'project-name', projectId: idOf(globex), from: 'Collaboration Project', to: 'Globex'}),
      /but the name is still “Collaboration Project”\./,
    ],
    [
      'PUT',
      /^\/groups\/\d+$/,
      () => ({
        kind: 'group-visibility',
        groupId: world().group(`${root}/emea/globex`).id,
        from: 'public',
        to: 'private',
      }),
      /but the visibility is still public\./,
    ],
    [
      'PUT',
      /\/notification_settings$/,
      () => ({
        kind: 'notifications',
        projectId: idOf(globex),
        from: {level: 'global', newIssue: false},
        to: {level: 'watch', newIssue: false},
      }),
      /but the notification level is still Global\./,
    ],
    [
      'POST',
      /\/share$/,
      () => ({kind: 'share', projectId: idOf(globex), groupId: 3174702, groupName: 'timtams', accessLevel: 40}),
      /but the project still isn’t shared with timtams\./,
    ],
    [
      'PUT',
      /\/members\/\d+$/,
      () => ({
        kind: 'roles',
        projectId: idOf(acme),
        people: [{userId: world().user('wile.coyote').id, name: 'Wile', from: 30, to: 40}],
      }),
      /but the role of Wile is still Developer\./,
    ],
    [
      'POST',
      /\/subscribe$/,
      () => ({
        kind: 'subscriptions',
        projectId: idOf(globex),
        labels: [{id: label()?.id ?? 0, name: label()?.name ?? ''}],
        subscribed: true,
      }),
      /but you’re still not subscribed\./,
    ],
  ];

  it.each(cases)('%s %s', async (method, path, changeOf, words) => {
    if (path.source.includes('groups')) world().project(globex).visibility = 'private';
    const change = changeOf();
    server.sandbox.faults.add({method, path, status: 201, body: {subscribed: false}});
    await expect(applyChange(means, change)).rejects.toThrow(words);
    server.sandbox.faults.clear();
    expect((await applyChange(means, change)).undo, 'a second try does it').toBeDefined();
  });

  it('and takes no late reading for it', async () => {
    server.sandbox.faults.add({
      method: 'GET',
      path: /^\/projects\/\d+$/,
      times: 2,
      status: 200,
      body: await (async () => {
        const {id} = world().project(globex);
        const answer = await fetch(`${server.sandbox.origin}/api/v4/projects/${id}`);
        return answer.json() as unknown;
      })(),
    });
    const change: Change = {kind: 'project-visibility', projectId: idOf(globex), from: 'public', to: 'private'};
    expect((await applyChange(means, change)).undo).toBeDefined();
  });
});

describe('W4 a transfer that is a job', () => {
  const target = `${root}/emea/initech/initech-collaboration-project`;

  it('is waited for, with words, through a time in which the project is not found', async () => {
    world().asyncTransfers = {polls: 6};
    server.sandbox.faults.add({method: 'PUT', path: /\/transfer$/, times: 1});
    const said: string[] = [];
    const end = server.sandbox.faults.add({method: 'GET', path: /^\/projects\/\d+$/, times: 3});
    server.sandbox.faults.add({
      method: 'GET',
      path: /^\/projects\/\d+$/,
      times: 2,
      status: 404,
      body: {message: '404 Project Not Found'},
    });
    const outcome = await applyChange(means, toEmea(), {
      ...unwatched,
      onProgress: (_done, _all, words) => said.push(words ?? ''),
      isStopped: () => false,
    });
    end();
    expect(outcome.goTo).toContain(target);
    expect(outcome.undo).toMatchObject({kind: 'move-back'});
    expect(said[0]).toBe('GitLab is moving the project (1 s)');
  });

  it.each<[string, {status?: number; text?: string; drop?: boolean; body?: unknown}]>([
    ['a gateway', {status: 502, text: '<html>'}],
    ['a browser check', {status: 403, text: '<html>'}],
    ['a lock', {status: 409, body: {message: '409 Conflict: Resource lock'}}],
    ['a lost connection', {drop: true}],
  ])('is waited for through %s', async (_name, fault) => {
    world().asyncTransfers = {polls: 3};
    const change = toEmea();
    server.sandbox.faults.add({method: 'GET', path: /^\/projects\/\d+$/, times: 1});
    server.sandbox.faults.add({method: 'GET', path: /^\/projects\/\d+$/, times: 5, ...fault});
    expect((await applyChange(means, change)).goTo).toContain(target);
  });

  it('that takes longer is told as not finished, and its undo is there when it is done', async () => {
    world().asyncTransfers = {polls: Number.POSITIVE_INFINITY};
    const journal: {entries: readonly JournalEntry[]} = {entries: []};
    const store = checklistOf(initech, means, journal);
    await store.refresh();
    const {check} = row(store, 'location');
    expect((await store.make(check, toEmea())).isMade).toBe(false);
    expect(told(row(store, 'location'))).toMatchObject({
      undo: undefined,
      problem: {
        kind: 'running',
        words: expect.stringContaining('still moving'),
        advice: expect.stringMatching(/continues by itself/),
      },
    });
    expect(journal.entries).toMatchObject([{check: 'location', undo: {kind: 'move-back'}}]);
    const {project} = world().project(initech).transfer ? {project: world().project(initech)} : {project: undefined};
    if (project?.transfer) project.transfer.polls = 1;
    const later = checklistOf(target, means, journal);
    await means.gitlab.project(idOf(initech));
    await later.refresh();
    await later.recallMove();
    expect(row(later, 'location').undo).toBeDefined();
    world().asyncTransfers = undefined;
    expect((await later.undo(check)).isMade).toBe(true);
    expect(world().findProject(initech)).toBeDefined();
    expect(world().findGroup(`${root}/emea/initech`)).toBeUndefined();
  });

  it.each([
    ['has its undo when it is done, however often its page was visited before', '10:59', 'done'],
    ['that ended without moving anything leaves only its group, which is told', '11:01', 'failed'],
  ] as const)('%s', async (_name, time, end) => {
    world().asyncTransfers = {polls: Number.POSITIVE_INFINITY, end};
    const journal: {entries: readonly JournalEntry[]} = {entries: []};
    const store = checklistOf(initech, means, journal);
    await store.refresh();
    await store.make(row(store, 'location').check, toEmea());
    const project = world().project(initech);
    for (const visit of ['10:01', time]) {
      const later = checklistOf(initech, means, journal, `2026-11-20T${visit}:00.000Z`);
      await later.refresh();
      await later.recallMove();
      // The last visit before the job ends, or after it ended as it was.
      if (visit === '10:01') expect(journal.entries).toHaveLength(1);
    }
    expect(journal.entries).toHaveLength(1);
    if (end === 'failed') {
      const words = expect.stringMatching(
        /^The project wasn’t moved\. The group .*emea\/initech may have been created/,
      );
      expect(told(journal.entries)).toMatchObject([{undone: true, left: [words]}]);
      return;
    }
    if (project.transfer) project.transfer.polls = 1;
    await means.gitlab.project(project.id);
    const there = checklistOf(target, means, journal, '2026-11-20T11:30:00.000Z');
    await there.refresh();
    expect(journal.entries).toMatchObject([{undo: {kind: 'move-back'}}]);
    expect(journal.entries[0]).not.toHaveProperty('sent');
  });

  it('is there with its undo on the same page too, when that is refreshed', async () => {
    world().asyncTransfers = {polls: Number.POSITIVE_INFINITY};
    const journal: {entries: readonly JournalEntry[]} = {entries: []};
    const store = checklistOf(initech, means, journal);
    await store.refresh();
    await store.make(row(store, 'location').check, toEmea());
    const project = world().project(initech);
    if (project.transfer) project.transfer.polls = 1;
    await means.gitlab.project(project.id);
    await store.refresh();
    expect(told(row(store, 'location'))).toMatchObject({undo: {kind: 'move-back'}, problem: undefined});
  });

  it('is left when that is asked for, and waited for again with the next try', async () => {
    world().asyncTransfers = {polls: Number.POSITIVE_INFINITY};
    const watch = {...unwatched, onProgress: () => undefined, isStopped: () => true};
    await expect(applyChange(means, toEmea(), watch)).rejects.toMatchObject({kind: 'running'});
    const project = world().project(initech);
    if (project.transfer) project.transfer.polls = 3;
    expect((await applyChange(means, toEmea())).goTo).toContain(target);
  });

  it('that goes back is finished by the next undo, the group that was made included', async () => {
    const {undo} = await applyChange(means, toEmea());
    if (undo === undefined) throw new Error('A move has an undo');
    world().asyncTransfers = {polls: Number.POSITIVE_INFINITY};
    await expect(applyChange(means, undo)).rejects.toMatchObject({kind: 'running'});
    const project = world().project(target);
    if (project.transfer) project.transfer.polls = 1;
    await means.gitlab.project(project.id);
    expect(told((await applyChange(means, undo)).left)).toEqual([]);
    expect(world().findProject(initech)).toBeDefined();
    expect(world().findGroup(`${root}/emea/initech`)).toBeUndefined();
  });

  it('whose answer was lost is told by where the project lies', async () => {
    server.sandbox.faults.add({method: 'PUT', path: /\/transfer$/, after: true, drop: true});
    expect((await applyChange(means, toEmea())).undo).toMatchObject({kind: 'move-back'});
  });
});

describe('W6 what was made a moment ago is waited for', () => {
  it('a group that the transfer does not find yet', async () => {
    server.sandbox.faults.add({
      method: 'PUT',
      path: /\/transfer$/,
      times: 3,
      status: 404,
      body: {message: '404 Namespace Not Found'},
    });
    expect((await applyChange(means, toEmea())).undo).toBeDefined();
  });

  it('but not for ever, and not what was there before', async () => {
    const notFound = {method: 'PUT', path: /\/transfer$/, status: 404, body: {message: '404 Namespace Not Found'}};
    server.sandbox.faults.add(notFound);
    await expect(applyChange(means, toEmea())).rejects.toMatchObject({kind: 'missing'});
    const sent = () => server.sandbox.log.filter(({path}) => path.endsWith('/transfer')).length;
    expect(sent()).toBe(5);
    await expect(applyChange(means, toEmea())).rejects.toMatchObject({kind: 'missing'});
    expect(sent()).toBe(6);
  });
});

describe('W9 what is found under an old path is not there', () => {
  const doomed = `${root}/emea/initech`;

  it('a group that waits for its deletion is not offered', async () => {
    world().addGroup({path: `${doomed}-deletion_scheduled-7`, name: 'Initech-deletion_scheduled-7'});
    world().group(`${doomed}-deletion_scheduled-7`).archived = true;
    expect(await similarGroups(means.gitlab, workspace, 'Initech')).toEqual([]);
  });

  it('a group that GitLab leads on to is none', async () => {
    const other = world().group(`${root}/emea/acme`);
    server.sandbox.faults.add({
      path: /^\/groups\/.*emea\/initech$/,
      status: 200,
      body: {
        id: other.id,
        name: 'x',
        full_path: `${doomed}-deletion_scheduled-7`,
        web_url: 'https://x',
        visibility: 'private',
      },
    });
    expect(await findGroup(means.gitlab, {name: 'Initech', segment: `${root}/emea`, path: 'initech'})).toBeUndefined();
  });

  it('a project that was there does not stand in the way of a move', async () => {
    world().addGroup({path: doomed, name: 'Initech'});
    const old = world().addProject({path: `${doomed}/initech-collaboration-project`, name: 'Old'});
    const path = old.path.toLowerCase();
    world().scheduleDeletion(old);
    world().redirects.set(path, old.id);
    expect(told((await planned()).fault)).toBeUndefined();
  });

  it('a group that is archived is not moved into', async () => {
    world().addGroup({path: doomed, name: 'Initech'}).archived = true;
    expect(told((await planned()).fault)).toMatch(/initech is archived\. Choose another path\.$/);
    await expect(applyChange(means, toEmea())).rejects.toMatchObject({kind: 'conflict'});
    expect(world().findProject(initech)).toBeDefined();
  });
});

describe('W13 the preview of a move', () => {
  it.each([
    ['path', {path: `${root}/emea/initech/initech-collaboration-project`, name: 'Other'}],
    ['name', {path: `${root}/emea/initech/other`, name: 'Initech collaboration project'}],
  ])('looks for a project of the same %s', async (_what, other) => {
    world().addGroup({path: `${root}/emea/initech`, name: 'Initech'});
    const project = await means.gitlab.project(initech);
    expect(told((await planned()).fault)).toBeUndefined();
    world().addProject({...other, name: other.name === 'Other' ? 'Other' : project.name});
    const words = `A project already exists at ${other.path}.`;
    expect(told((await planned()).fault)).toContain(words);
    await expect(applyChange(means, toEmea())).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining(words),
    });
  });

  it('looks for a project where the group would be', async () => {
    world().addProject({path: `${root}/emea/initech`, name: 'Initech'});
    expect(told((await planned()).fault)).toContain('A project already has the path');
  });
});

describe('W8 a push rule', () => {
  const rule = "Commit message does not follow the pattern '^ABC-'";
  /** Refuses messages as GitLab's push rules do. */
  const refuse = () =>
    server.sandbox.faults.add({
      method: 'POST',
      path: /\/repository\/commits$/,
      status: 400,
      body: {message: rule},
    });

  it('is told as one, and the undo that it refuses can be made with another message', async () => {
    const store = await checklist(globex);
    const {check} = row(store, 'readme');
    const {lastCommitId} = await means.gitlab.file(idOf(globex), 'README.md');
    const commit: Change = {
      kind: 'commit',
      projectId: idOf(globex),
      branch: 'main',
      message: 'Fill in',
      files: [{path: 'README.md', to: '# Globex\n', lastCommitId}],
    };
    const end = refuse();
    expect((await store.make(check, commit)).isMade).toBe(false);
    expect(told(row(store, 'readme').problem)).toMatchObject({kind: 'rule', words: expect.stringContaining('^ABC-')});
    end();
    expect((await store.make(check, {...commit, message: 'ABC-1 Fill in'})).isMade).toBe(true);
    const again = refuse();
    expect((await store.undo(check)).isMade).toBe(false);
    again();
    const {undo, done} = row(store, 'readme');
    if (undo?.kind !== 'restore') throw new Error('There is no undo of the commit');
    expect(undo.message).toBe('Undo: ABC-1 Fill in');
    const withOther = {...undo, message: 'ABC-1 Undo'};
    expect((await store.undoEntry({check: 'readme', id: done?.id ?? '', undo: withOther})).isMade).toBe(true);
    expect(row(store, 'readme').undo).toBeUndefined();
    expect(world().project(globex).repository.commits[0]?.message).toBe('ABC-1 Undo');
  });
});

describe('W10 issue templates in an empty repository', () => {
  it('are made with the first commit, on the branch that GitLab will have', async () => {
    const path = `${root}/emea/acme/empty`;
    world().addProject({path, name: 'Acme Empty'});
    const project = await means.gitlab.project(path);
    expect(project).toMatchObject({defaultBranch: null, firstBranch: 'main'});
    const change: Change = {
      kind: 'commit',
      projectId: project.id,
      branch: project.firstBranch ?? '',
      message: 'Add templates',
      files: [{path: '.gitlab/issue_templates/Meeting Agenda.md', to: 'Agenda\n', lastCommitId: undefined}],
    };
    expect((await applyChange(means, change)).undo).toMatchObject({kind: 'restore'});
    expect(world().readFile(path, '.gitlab/issue_templates/Meeting Agenda.md')).toBeDefined();
  });
});

describe('W12 the labels that a transfer copies', () => {
  it('have lost their subscriptions, and are offered anew at the new address', async () => {
    const group = world().addLabel(`${root}/pre-sales`, 'proof of value');
    world().setSubscription(world().user('dana'), group, null, true);
    world().addIssue(initech, 'PoV', 'dana', {labels: ['proof of value']});
    const store = await checklist(initech);
    await store.make(row(store, 'location').check, toEmea());
    const moved = await checklist(`${root}/emea/initech/initech-collaboration-project`);
    const {finding} = row(moved, 'labels');
    expect(finding).toMatchObject({verdict: 'fail', details: expect.arrayContaining(['proof of value'])});
    expect(await fix(moved, 'labels')).toBe(true);
    expect(row(moved, 'labels').finding?.verdict).toBe('pass');
  });
});

describe('W14 a read that hangs', () => {
  it.each<[RegExp, readonly string[]]>([
    [/acme-collaboration\/members$/, ['members']],
    [/\/notification_settings$/, ['notifications']],
    [/acme-collaboration\/labels$/, ['labels']],
    [/README\.md$/, ['readme']],
    [/\/invitations$/, ['members']],
  ])('%s leaves only its own items busy', async (path, expected) => {
    // With GraphQL the README comes with all that it tells.
    server.sandbox.world.graphql.isOn = path.source !== 'README\\.md$';
    const store = checklistOf(acme, means);
    const answer = server.sandbox.faults.hold({path});
    const reading = store.refresh();
    const busy = () => store.rows.value.filter(each => each.busy).map(({check}) => check.id);
    await eventually(() => expect(busy()).toEqual(expected));
    answer();
    await reading;
    expect(busy()).toEqual([]);
  });
});
