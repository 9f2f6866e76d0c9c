import {beforeEach, describe, expect, it} from 'vitest';
import type {Means} from '../../src/apply/means.ts';
import type {Journal} from '../../src/changes/journal.ts';
import type {Checklist} from '../../src/checklist/checklist.ts';
import {createPlan, type Plan} from '../../src/checklist/plan.ts';
import {takenOver} from '../../src/customers/from-checklist.ts';
import type {CustomerResult} from '../../src/customers/result.ts';
import {titlesOf} from '../../src/customers/titles.ts';
import type {FactName} from '../../src/facts/facts.ts';
import {createGitLab} from '../../src/gitlab/gitlab.ts';
import {said} from '../../src/texts/said.ts';
import {defaultWorkspace} from '../../src/workspace/workspace.ts';
import {told} from '../told.ts';
import {createGate} from './gate.ts';
import {checklistOf, meansOf, signInInstead, transportOf} from './means.ts';
import {acme, root, useSandbox} from './server.ts';

const server = useSandbox();
const world = () => server.sandbox.world;
const dana = () => world().user('dana');
const segment = `${root}/emea`;

/** A project of a customer that needs all of the five fixes; a group that is there already is kept. */
function needy(name: string, project = 'collaboration'): CustomerResult {
  const group = `${segment}/${name.toLowerCase()}`;
  if (world().findGroup(group) === undefined) world().addGroup({path: group, name, visibility: 'public'});
  const path = `${group}/${project}`;
  const {id} = world().addProject({path, name: `${name} ${project}`, visibility: 'public'});
  world().setNotification('dana', path, 'mention');
  for (const label of ['agenda', 'bug', 'support']) world().addLabel(path, label);
  return customerAt(path, id, name);
}

function customerAt(path: string, id = world().project(path).id, customer = path): CustomerResult {
  return {id, name: world().project(path).name, customer, path, webUrl: `https://gitlab.com/${path}`, findings: {}};
}

const groupOf = ({path}: CustomerResult) => world().group(path.slice(0, path.lastIndexOf('/')));
const projectOf = ({path}: CustomerResult) => world().project(path);

/** What GitLab has of a customer's five rows. */
const stateOf = (customer: CustomerResult) => ({
  project: projectOf(customer).visibility,
  group: groupOf(customer).visibility,
  shared: projectOf(customer).shares.map(({groupId}) => groupId),
  level: world().notification(dana(), projectOf(customer)).level,
  subscribed: world()
    .labelsOf(projectOf(customer), false)
    .filter(label => world().isSubscribed(dana(), label, projectOf(customer))).length,
});
const wrong = {project: 'public', group: 'public', shared: [], level: 'mention', subscribed: 0};
const right = {project: 'private', group: 'private', shared: [3174702], level: 'watch', subscribed: 3};

const writes = () =>
  server.sandbox.log
    .filter(({method, path}) => method !== 'GET' && path !== '/graphql')
    .map(({method, path}) => `${method} ${path}`);

let means: Means;
let heard: {id: number; checklist: Checklist}[];
let fix: Plan;
let customersOf: Map<Checklist, number>;
beforeEach(() => {
  // No group above gives colleagues access.
  world().group(root).shares.length = 0;
  means = meansOf(server);
  heard = [];
  customersOf = new Map();
  fix = createPlan({onChanged: checklist => heard.push({id: customersOf.get(checklist) ?? 0, checklist})});
});

/** Looks what customers need, each by a checklist of its own. */
function preview(customers: readonly CustomerResult[]): Promise<void> {
  const titles = titlesOf(customers);
  const targets = customers.map(({id, path}) => {
    const checklist = checklistOf(path, means);
    customersOf.set(checklist, id);
    return {checklist, title: titles.get(id) ?? ''};
  });
  return fix.previewMany(targets);
}

/** Each change as “customer check result”. */
const results = () => fix.items.value.map(({title, check, outcome}) => `${title} ${check.id} ${outcome.value.result}`);
const result = (check: string) => told(fix.items.value.find(item => item.check.id === check)?.outcome.value);
const waitFor = (state: string) => expect.poll(() => fix.state.value).toBe(state);
/** Does something when the first request of a kind comes. */
const when = (method: string, path: RegExp, meanwhile: () => void) =>
  server.sandbox.faults.add({method, path, times: 1, meanwhile});

/** The change of a row, as it is listed. */
function item(check: string, customer?: string) {
  const found = fix.items.value.find(one => one.check.id === check && (!customer || one.title === customer));
  if (found === undefined) throw new Error(`There is no ${check}.`);
  return found;
}

const busy = ({rows}: Checklist) => rows.value.filter(row => row.busy).map(({check}) => check.id);

describe('the fixes of the one customer in sight', () => {
  it('are made in one tab at a time: another one says so, sends nothing, and can do it afterwards', async () => {
    const customer = needy('Stark');
    let held: string | undefined;
    const hold = async (name: string, work: (signal: AbortSignal) => Promise<void>) => {
      if (held !== undefined) return false;
      held = name;
      await work(new AbortController().signal);
      held = undefined;
      return true;
    };
    const [one, other] = await Promise.all(
      [1, 2].map(async () => {
        const checklist = checklistOf(customer.path, means);
        await checklist.refresh();
        const plan = createPlan({hold});
        plan.previewOne(checklist);
        return plan;
      }),
    );
    if (!one || !other) throw new Error('There are two plans.');
    server.sandbox.log.length = 0;
    const running = one.run();
    await other.run();
    expect(held).toMatch(/^changes:https?:.*stark/);
    expect(other.state.value).toBe('preview');
    expect(told(other.left.value)).toEqual([
      'Another tab is making changes here. Nothing was done in this one. Try again when the other tab is done.',
    ]);
    await running;
    const {length} = writes();
    expect(new Set(writes()).size, 'nothing was sent twice').toBe(length);
    server.sandbox.log.length = 0;
    await other.run();
    expect(told(other.left.value)).toEqual([]);
    expect(other.items.value.map(({outcome}) => outcome.value.result)).toEqual(other.items.value.map(() => 'as-was'));
    // To subscribe again changes nothing; GitLab answers so.
    expect(writes().filter(request => !request.endsWith('/subscribe'))).toEqual([]);
  });

  it('send nothing when they are stopped while it is looked whether another tab is at it', async () => {
    const customer = needy('Stark');
    const checklist = checklistOf(customer.path, means);
    await checklist.refresh();
    let letGo: () => void = () => undefined;
    const free = new Promise<void>(resolve => {
      letGo = resolve;
    });
    const plan = createPlan({
      async hold(_name, work) {
        await free;
        await work(new AbortController().signal);
      },
    });
    plan.previewOne(checklist);
    server.sandbox.log.length = 0;
    const running = plan.run();
    plan.stop();
    letGo();
    await running;
    expect(plan.state.value).toBe('ended');
    expect(plan.items.value.map(({outcome}) => outcome.value.result)).toEqual(plan.items.value.map(() => 'stopped'));
    expect(writes()).toEqual([]);
  });

  it('are those of its rows as they stand: shown at once, paused, stopped, and all taken back', async () => {
    const customer = needy('Stark');
    const checklist = checklistOf(customer.path, means);
    await checklist.refresh();
    server.sandbox.log.length = 0;
    fix.previewOne(checklist);
    const ids = ['visibility', 'group-visibility', 'team-access', 'notifications', 'labels'];
    expect(fix.items.value.map(({check, title}) => [title, check.id])).toEqual(ids.map(id => [undefined, id]));
    expect(told(fix.left.value)).toEqual([]);
    expect(server.sandbox.log).toEqual([]);
    when('PUT', /^\/projects\/\d+$/, () => fix.pause());
    await fix.run();
    expect(fix.state.value).toBe('paused');
    // What rests on nothing was begun beside it; what rests on it was not.
    expect(result('visibility')).toEqual({result: 'done'});
    expect(stateOf(customer)).toEqual({...right, group: 'public'});
    expect(busy(checklist)).toEqual([]);
    when('PUT', /^\/groups\/\d+$/, () => fix.stop());
    await fix.run();
    expect(fix.state.value).toBe('ended');
    expect(stateOf(customer)).toEqual(right);
    expect(fix.undos.value).toHaveLength(5);
    await fix.undo();
    expect(stateOf(customer)).toEqual(wrong);
    expect(heard).toHaveLength(10);
    expect(heard.every(other => other.checklist === checklist)).toBe(true);
  });

  it('are stopped after those under way: what rests on them is not begun', async () => {
    const customer = needy('Stark');
    const checklist = checklistOf(customer.path, means);
    await checklist.refresh();
    fix.previewOne(checklist);
    when('PUT', /^\/projects\/\d+$/, () => fix.stop());
    await fix.run();
    expect(fix.state.value).toBe('ended');
    expect(result('group-visibility')).toEqual({result: 'stopped'});
    expect(groupOf(customer).visibility).toBe('public');
    expect(busy(checklist)).toEqual([]);
  });

  it('take ten round trips, and one reading of what all of them touched', async () => {
    const customer = needy('Stark');
    const gate = createGate();
    const gated = {
      ...means,
      gitlab: createGitLab(server.sandbox.origin, transportOf(server, 'dana', undefined, gate.pass)),
    };
    const checklist = checklistOf(customer.path, gated);
    await gate.through(checklist.refresh());
    fix.previewOne(checklist);
    server.sandbox.log.length = 0;
    const busyAtLast: string[][] = [];
    const rounds = await gate.through(fix.run(), () => busyAtLast.push(busy(checklist)));
    expect(stateOf(customer)).toEqual(right);
    expect(rounds).toBeLessThanOrEqual(10);
    // Each change asks once who is signed in, and so does the one reading.
    expect(server.sandbox.log.filter(({path}) => path === '/user')).toHaveLength(6);
    // Rows show their work until all of it was read.
    expect(busyAtLast.at(-1)).toHaveLength(5);
    expect(busy(checklist)).toEqual([]);
  });

  it('are none where nothing is left that needs no answer', async () => {
    const checklist = checklistOf(acme, means);
    await checklist.refresh();
    fix.previewOne(checklist);
    await fix.run();
    fix.close();
    fix.previewOne(checklist);
    expect(fix.items.value.map(({check}) => check.id)).toEqual([]);
    expect(fix.state.value).toBe('preview');
  });
});

describe('the fixes of selected customers', () => {
  it('count as made, and can be taken back, where somebody else signs in before they can be looked at', async () => {
    const customer = needy('Stark');
    await preview([customer]);
    const until = async () => signInInstead(server, 'robin');
    server.sandbox.faults.add({method: 'PUT', path: /\/notification_settings$/, times: 1, until});
    await fix.run();
    expect(stateOf(customer)).toEqual({...right, subscribed: 0});
    expect(result('notifications')).toEqual({result: 'done'});
    expect(fix.undos.value).toHaveLength(4);
    expect(result('labels')).not.toEqual({result: 'done'});
  });

  it('are not begun any more once nobody is signed in', async () => {
    const customers = [needy('Stark'), needy('Wayne')];
    await preview(customers);
    server.sandbox.log.length = 0;
    world().expireSessions();
    await fix.run();
    expect(fix.state.value).toBe('ended');
    expect(writes()).toEqual([]);
    const all = fix.items.value.map(({outcome}) => outcome.value);
    // What was under way by then says why; the rest was not begun.
    expect(all.filter(one => one.result === 'failed').length).toBeLessThanOrEqual(2);
    expect(all.filter(one => one.result === 'stopped').length).toBeGreaterThanOrEqual(8);
    expect(all[0]?.reason).toContain('You’re signed out of GitLab.');
  });

  it('are shown first, done one by one, and taken back', async () => {
    const customer = needy('Stark');
    server.sandbox.log.length = 0;
    await preview([customer]);
    expect(results()).toEqual([
      'Stark visibility waiting',
      'Stark group-visibility waiting',
      'Stark team-access waiting',
      'Stark notifications waiting',
      'Stark labels waiting',
    ]);
    expect(writes()).toEqual([]);
    expect(stateOf(customer)).toEqual(wrong);
    await fix.run();
    expect(fix.items.value.map(({outcome}) => outcome.value)).toEqual(Array(5).fill({result: 'done'}));
    expect(stateOf(customer)).toEqual(right);
    expect(fix.progress.value).toEqual({of: 'changes', done: 5, all: 5});
    expect(heard).toHaveLength(5);
    await fix.undo();
    expect(fix.items.value.map(({outcome}) => outcome.value)).toEqual(Array(5).fill({result: 'undone'}));
    expect(fix.progress.value).toEqual({of: 'undos', done: 5, all: 5});
    expect(stateOf(customer)).toEqual(wrong);
    expect(fix.undos.value).toEqual([]);
  });

  it('leave a waived row alone', async () => {
    const customer = needy('Stark');
    const remark = {by: 'Dana Reyes', at: '2026-11-19T10:00:00.000Z', note: 'Public on purpose.'};
    await means.notebook.updateRecord(customer.id, record => ({
      ...record,
      waivers: {visibility: remark, 'group-visibility': remark},
    }));
    await preview([customer]);
    expect(results()).toEqual(['Stark team-access waiting', 'Stark notifications waiting', 'Stark labels waiting']);
    await fix.run();
    expect(stateOf(customer)).toEqual({...right, project: 'public', group: 'public'});
    const before = {
      ...customer,
      findings: {visibility: {verdict: 'waived', evidence: said('texts.asKept', 'Not applicable.')}},
    } as const;
    const facts = heard.at(-1)?.checklist.facts.value ?? {};
    const after = takenOver(before, facts, undefined, defaultWorkspace, '2026-11-20T10:00:00.000Z');
    expect(after.findings).toMatchObject({visibility: {verdict: 'waived'}, labels: {verdict: 'pass'}});
  });

  it('overwrite nothing that is known while it is not known what people said', async () => {
    const before = {
      ...customerAt(acme),
      findings: {visibility: {verdict: 'waived', evidence: said('texts.asKept', 'As agreed.')}},
    } as const;
    const checklist = checklistOf(acme, means);
    await checklist.reread(new Set(['project']));
    expect(takenOver(before, checklist.facts.value, undefined, defaultWorkspace, '2026-11-20T10:00:00.000Z')).toBe(
      before,
    );
  });

  it('know nothing of a customer’s age where they did not ask for the day', async () => {
    const now = '2026-11-20T10:00:00.000Z';
    const path = `${segment}/stark/new`;
    needy('Stark');
    const {id} = world().addProject({path, name: 'New', createdAt: now});
    const isOld = async (at: string, ...names: FactName[]) => {
      const checklist = checklistOf(at, means);
      await checklist.reread(new Set(['project', 'record', ...names]));
      const settled = {...customerAt(at), isSettled: true};
      return takenOver(settled, checklist.facts.value, undefined, defaultWorkspace, now).isSettled;
    };
    expect([await isOld(acme), await isOld(acme, 'today')]).toEqual([true, true]);
    expect([await isOld(path), await isOld(path, 'today')]).toEqual([true, false]);
    await means.notebook.updateRecord(id, record => ({...record, playbook: 'new-customer'}));
    expect(await isOld(path)).toBe(false);
  });

  it('stop after the changes under way; what was not begun says so', async () => {
    const customers = ['Stark', 'Umbrella'].map(name => needy(name));
    await preview(customers);
    when('PUT', /notification_settings$/, () => fix.stop());
    await fix.run();
    expect(fix.state.value).toBe('ended');
    const ends = results();
    expect(ends.filter(end => end.endsWith('notifications done')).length).toBeGreaterThan(0);
    expect(ends.filter(end => /labels/.test(end))).toEqual(['Stark labels stopped', 'Umbrella labels stopped']);
    expect(customers.map(customer => stateOf(customer).subscribed)).toEqual([0, 0]);
    await fix.undo();
    expect(customers.map(stateOf)).toEqual([wrong, wrong]);
    expect(results()).toContain('Stark labels stopped');
  });

  it('stop in the middle of a change with many parts, which is then done in part and can be taken back', async () => {
    const customer = needy('Stark');
    for (let index = 0; index < 20; index += 1) world().addLabel(customer.path, `more ${index}`);
    await preview([customer]);
    when('POST', /subscribe$/, () => fix.stop());
    await fix.run();
    expect(result('labels')).toEqual({
      result: 'partly',
      reason: expect.stringMatching(/^Stopped before the last \d+\.$/),
    });
    expect(stateOf(customer).subscribed).toBeGreaterThan(0);
    expect(stateOf(customer).subscribed).toBeLessThan(23);
    await fix.undo();
    expect(stateOf(customer)).toEqual(wrong);
    expect(result('labels')).toEqual({result: 'undone'});
  });

  it('count as through only what was done, and as to be taken back only what was made', async () => {
    const customer = needy('Stark');
    for (let index = 0; index < 20; index += 1) world().addLabel(customer.path, `more ${index}`);
    await preview([customer]);
    server.sandbox.faults.add({method: 'POST', path: /\/subscribe$/, status: 403, meanwhile: () => fix.stop()});
    await fix.run();
    expect(result('labels')).toMatchObject({result: 'stopped'});
    expect(fix.progress.value).toEqual({of: 'changes', done: 4, all: 5});
    await fix.undo();
    expect(fix.progress.value).toEqual({of: 'undos', done: 4, all: 4});
  });

  it('pause after the changes under way, and go on only then, each done once', async () => {
    const customers = ['Stark', 'Umbrella'].map(name => needy(name));
    await preview(customers);
    server.sandbox.log.length = 0;
    const goneOn: Promise<void>[] = [];
    when('PUT', /^\/projects\/\d+$/, () => {
      fix.pause();
      expect(fix.state.value).toBe('pausing');
      // A click that comes too early.
      goneOn.push(fix.run());
    });
    await fix.run();
    await Promise.all(goneOn);
    expect(fix.state.value).toBe('paused');
    expect(
      results()
        .filter(end => end.endsWith('done'))
        .every(end => end.includes(' visibility ')),
    ).toBe(true);
    expect(writes().every(write => /^PUT \/projects\/\d+$/.test(write))).toBe(true);
    await fix.run();
    expect(fix.state.value).toBe('ended');
    expect(fix.progress.value).toEqual({of: 'changes', done: 10, all: 10});
    expect(customers.map(stateOf)).toEqual([right, right]);
    expect(new Set(writes()).size).toBe(writes().length);
    await fix.undo();
    expect(customers.map(stateOf)).toEqual([wrong, wrong]);
  });

  it('are over where they were paused at the last, and stop from a pause', async () => {
    const customer = needy('Stark');
    await preview([customer]);
    when('POST', /subscribe$/, () => fix.pause());
    await fix.run();
    expect(fix.state.value).toBe('ended');
    await fix.undo();
    fix.close();
    await preview([customer]);
    when('PUT', /^\/projects\/\d+$/, () => fix.pause());
    await fix.run();
    expect(fix.state.value).toBe('paused');
    fix.stop();
    expect(fix.state.value).toBe('ended');
    expect(results().filter(end => end.endsWith('stopped'))).toHaveLength(4);
  });

  it('are taken back once, however often that is asked, and the taking back can be stopped', async () => {
    const customer = needy('Stark');
    await preview([customer]);
    await fix.run();
    server.sandbox.log.length = 0;
    when('PUT', /notification_settings$/, () => fix.stop());
    const first = fix.undo();
    expect(fix.state.value).toBe('undoing');
    await Promise.all([first, fix.undo(), fix.run()]);
    expect(fix.state.value).toBe('ended');
    expect(fix.progress.value).toEqual({of: 'undos', done: 2, all: 5});
    expect(results()).toEqual([
      'Stark visibility done',
      'Stark group-visibility done',
      'Stark team-access done',
      'Stark notifications undone',
      'Stark labels undone',
    ]);
    await fix.undo();
    expect(stateOf(customer)).toEqual(wrong);
    expect(new Set(writes()).size).toBe(writes().length);
  });

  it('say what was refused of many, also when that is taken back', async () => {
    const customer = needy('Stark');
    await preview([customer]);
    const refuse = (path: RegExp) =>
      server.sandbox.faults.add({method: 'POST', path, times: 1, status: 403, body: {message: '403 Forbidden'}});
    refuse(/\/subscribe$/);
    await fix.run();
    expect(result('labels')).toEqual({
      result: 'partly',
      reason: expect.stringMatching(/: Your role doesn’t allow this\.$/),
    });
    refuse(/\/unsubscribe$/);
    await fix.undo();
    expect(result('labels')).toMatchObject({
      result: 'partly-undone',
      reason: expect.stringContaining('doesn’t allow'),
    });
    expect(stateOf(customer).subscribed).toBe(1);
    expect(fix.undos.value).not.toEqual([]);
    await fix.undo();
    expect(result('labels')).toEqual({result: 'undone'});
    expect(stateOf(customer)).toEqual(wrong);
  });

  it('say why one failed, and leave the others alone; one that cannot be taken back any more too', async () => {
    const customer = needy('Stark');
    await preview([customer]);
    projectOf(customer).visibility = 'internal';
    await fix.run();
    expect(result('visibility')).toEqual({
      result: 'failed',
      reason:
        'The visibility was changed in the meantime. Nothing was overwritten. Check what’s there now, then try again.',
    });
    expect(result('group-visibility')?.result).toBe('failed');
    expect(result('labels')).toEqual({result: 'done'});
    world().setNotification('dana', customer.path, 'disabled');
    await fix.undo();
    expect(result('notifications')).toEqual({
      result: 'done',
      reason:
        'Couldn’t undo this. The notification level was changed in the meantime. Nothing was overwritten. Check what’s there now, then try again.',
    });
    expect(result('labels')).toEqual({result: 'undone'});
  });

  it('are tried again one at a time where they failed, as they are shown by then, and counted anew', async () => {
    const customer = needy('Stark');
    await preview([customer]);
    projectOf(customer).visibility = 'internal';
    server.sandbox.faults.add({method: 'PUT', path: /\/notification_settings$/, times: 1, status: 500, body: {}});
    await fix.run();
    expect(['visibility', 'notifications', 'labels'].map(check => fix.canRetry(item(check)))).toEqual([
      true,
      true,
      false,
    ]);
    expect(item('visibility').change).toMatchObject({from: 'internal', to: 'private'});
    server.sandbox.log.length = 0;
    const answers = server.sandbox.faults.hold({method: 'PUT', path: /^\/projects\/\d+$/});
    const again = fix.retry(item('visibility'));
    await expect.poll(answers.arrived).toBe(1);
    expect(fix.state.value).toBe('running');
    expect(fix.canRetry(item('notifications')), 'not while it works').toBe(false);
    await fix.retry(item('notifications'));
    answers();
    await again;
    expect(fix.state.value).toBe('ended');
    expect(writes()).toEqual([expect.stringMatching(/^PUT \/projects\/\d+$/)]);
    expect(result('visibility')).toEqual({result: 'done'});
    expect(result('notifications')?.result).toBe('failed');
    await fix.retry(item('group-visibility'));
    await fix.retry(item('notifications'));
    expect(stateOf(customer)).toEqual(right);
    expect(fix.progress.value).toEqual({of: 'changes', done: 5, all: 5});
    await fix.undo();
    expect(stateOf(customer)).toEqual({...wrong, project: 'internal'});
  });

  it('are not tried again once the rest was taken back', async () => {
    const refused = {method: 'PUT', path: /\/notification_settings$/, status: 403, body: {message: '403 Forbidden'}};
    server.sandbox.faults.add(refused);
    await preview([needy('Stark')]);
    await fix.run();
    const retriable = () => fix.items.value.filter(fix.canRetry).map(({check}) => check.id);
    expect(retriable()).toEqual(['notifications']);
    await fix.undo();
    expect(retriable()).toEqual([]);
  });

  it('are not tried again once nobody is signed in', async () => {
    server.sandbox.faults.add({method: 'PUT', path: /\/notification_settings$/, times: 1, status: 500, body: {}});
    await preview([needy('Stark')]);
    await fix.run();
    const [item] = fix.items.value.filter(fix.canRetry);
    expect(item?.check.id).toBe('notifications');
    if (item === undefined) return;
    world().expireSessions();
    await fix.retry(item);
    expect(fix.items.value.filter(fix.canRetry)).toEqual([]);
    expect(result('notifications')?.reason).toContain('You’re signed out of GitLab.');
  });

  it('have nothing to take back of what was so already', async () => {
    const customer = needy('Stark');
    await preview([customer]);
    projectOf(customer).visibility = 'private';
    await fix.run();
    expect(result('visibility')).toEqual({result: 'as-was'});
    await fix.undo();
    expect(stateOf(customer)).toEqual({...wrong, project: 'private'});
  });

  it('make both projects of one group private before the group, once, and tell both customers', async () => {
    const customers = [needy('Stark'), needy('Stark', 'second')];
    await preview(customers);
    expect(fix.items.value.map(({title}) => title)).toContain('Stark (Stark second)');
    expect(fix.items.value.filter(({check}) => check.id === 'group-visibility')).toHaveLength(1);
    server.sandbox.log.length = 0;
    await fix.run();
    expect(fix.items.value.every(({outcome}) => outcome.value.result === 'done')).toBe(true);
    expect(customers.map(stateOf)).toEqual([right, right]);
    const order = writes().map(write => write.split('/')[1] + (/\d+$/.test(write) ? '' : ' else'));
    expect(order.slice(0, 3)).toEqual(['projects', 'projects', 'groups']);
    const last = heard.filter(({id}) => id === customers[1]?.id).at(-1)?.checklist;
    expect(last?.rows.value.find(({check}) => check.id === 'group-visibility')?.finding?.verdict).toBe('pass');
    await fix.undo();
    expect(customers.map(stateOf)).toEqual([wrong, wrong]);
  });

  it('name what a role does not allow, who could not be read, and how many need nothing', async () => {
    const customer = needy('Stark');
    const away = needy('Umbrella');
    world().projects.splice(world().projects.indexOf(projectOf(away)), 1);
    const fine = needy('Wayne');
    await preview([fine]);
    await fix.run();
    fix.close();
    world().group(root).members.clear();
    world().addMember(root, 'dana', 40);
    await preview([customer, away, fine]);
    expect(results().map(end => end.split(' ')[1])).toEqual(['notifications', 'labels']);
    expect(told(fix.left.value)).toEqual([
      'Stark: Make the project private. Requires the Owner role.',
      'Stark: Make the customer group private. Requires the Owner role.',
      'Stark: Give your team access. Requires the Owner role.',
      expect.stringMatching(/^Umbrella: Couldn’t check this customer\. .*GitLab/),
      'No changes needed for 1 customer.',
    ]);
  });

  it('W9: leave what GitLab leads on to from the address of a deleted project', async () => {
    const customer = needy('Stark');
    const project = projectOf(customer);
    world().scheduleDeletion(project);
    world().redirects.set(customer.path.toLowerCase(), project.id);
    await preview([customer]);
    expect(fix.items.value).toEqual([]);
    expect(told(fix.left.value)).toEqual(['Stark: The project is scheduled for deletion.']);
  });

  it('W16 leave a group alone whose project cannot be made private before it', async () => {
    const customer = needy('Stark');
    const project = projectOf(customer);
    world().group(root).members.clear();
    world().group(root).shares.splice(0);
    world().addMember(root, 'dana', 40);
    world().addMember(project.path.slice(0, project.path.lastIndexOf('/')), 'dana', 50);
    await preview([customer]);
    const planned = fix.items.value.map(({check}) => check.id);
    expect(planned.indexOf('visibility'), 'an Owner of the group does both').toBeLessThan(
      planned.indexOf('group-visibility'),
    );
    fix.close();
    const waived = {by: 'Dana', at: '2026-11-20T10:00:00.000Z', note: 'agreed'};
    await means.notebook.updateRecord(project.id, record => ({...record, waivers: {visibility: waived}}));
    await preview([customer]);
    expect(fix.items.value.map(({check}) => check.id)).not.toContain('group-visibility');
    expect(told(fix.left.value)).toContainEqual(
      expect.stringMatching(
        /^Stark: Make the customer group private\. .*GitLab requires the project to be private first/,
      ),
    );
  });

  it('name a row that GitLab does not tell', async () => {
    const customer = needy('Stark');
    server.sandbox.faults.add({path: /\/notification_settings$/, status: 403, body: {message: '403 Forbidden'}});
    await preview([customer]);
    expect(told(fix.left.value)).toEqual([
      expect.stringMatching(/^Stark: Couldn’t check “You’re notified of new issues”\. /),
    ]);
    expect(results()).not.toContain('Stark notifications waiting');
  });

  it('forget a preview that was called off while it looked', async () => {
    const customers = ['Stark', 'Umbrella', 'Wayne', 'Tyrell', 'Cyberdyne'].map(name => needy(name));
    const [first = customerAt(acme)] = customers;
    const old = preview(customers);
    await expect.poll(() => fix.state.value).toBe('looking');
    fix.close();
    const now = preview([first]);
    await Promise.all([old, now]);
    await waitFor('preview');
    expect(new Set(fix.items.value.map(({title}) => title))).toEqual(new Set(['Stark']));
    expect(fix.items.value).toHaveLength(5);
    expect(fix.progress.value).toEqual({of: 'looks', done: 1, all: 1});
  });

  it('stop after the changes under way when they are closed', async () => {
    const customer = needy('Stark');
    await preview([customer]);
    when('PUT', /^\/projects\/\d+$/, () => fix.close());
    await fix.run();
    expect(fix.state.value).toBe('ended');
    expect(stateOf(customer)).toEqual({...wrong, project: 'private'});
    fix.close();
    expect(fix.state.value).toBe('none');
  });
});

describe('a change of which neither the answer nor the look after it came, tried again', () => {
  const settings = /\/notification_settings$/;
  /** @param isMade whether GitLab carries out what it does not answer */
  const lose = (method: string, path: RegExp, looked: RegExp, isMade: boolean) =>
    server.sandbox.faults.add({
      method,
      path,
      drop: true,
      after: isMade,
      meanwhile: () => server.sandbox.faults.add({method: 'GET', path: looked, drop: true}),
    });
  let journals: Map<string, {entries: Journal}>;
  const entriesOf = ({path}: CustomerResult, check: string) =>
    journals.get(path)?.entries.filter(entry => entry.check === check);

  /** Has what one customer or several need made, while the answers to something are lost. */
  async function runLosing(customers: readonly CustomerResult[], isOne: boolean, losing: () => void) {
    journals = new Map(customers.map(({path}) => [path, {entries: []}]));
    const targets = customers.map(({path, name}) => ({
      checklist: checklistOf(path, means, journals.get(path)),
      title: name,
    }));
    const [first] = targets;
    if (isOne && first) {
      await first.checklist.refresh();
      fix.previewOne(first.checklist);
    } else await fix.previewMany(targets);
    losing();
    await fix.run();
    server.sandbox.faults.clear();
    server.sandbox.log.length = 0;
  }

  describe.each([
    ['one customer', true, ['Stark']],
    ['many', false, ['Stark', 'Umbrella']],
  ] as const)('of %s', (_of, isOne, names) => {
    it.each([
      ['is done by us where it was made: nothing is sent again, and Undo all takes it back too', true],
      ['is sent again where it was not made, and is one entry', false],
    ])('%s', async (_what, isMade) => {
      const customers = names.map(name => needy(name));
      await runLosing(customers, isOne, () => lose('PUT', settings, settings, isMade));
      const [customer] = customers;
      if (customer === undefined) return;
      for (const {outcome} of fix.items.value.filter(({check}) => check.id === 'notifications'))
        expect(outcome.value).toEqual({
          result: 'failed',
          reason: expect.stringContaining('The change may have been made.'),
        });
      expect(entriesOf(customer, 'notifications')).toMatchObject([{sent: {kind: 'notifications'}}]);
      for (const one of fix.items.value.filter(({check}) => check.id === 'notifications')) await fix.retry(one);
      expect(fix.items.value.map(({outcome}) => outcome.value)).toEqual(fix.items.value.map(() => ({result: 'done'})));
      expect(writes()).toHaveLength(isMade ? 0 : customers.length);
      expect(customers.map(stateOf)).toEqual(customers.map(() => right));
      const entries = entriesOf(customer, 'notifications');
      expect(entries).toMatchObject([{undo: {to: {level: 'mention'}}, undone: false}]);
      expect(entries?.[0]).not.toHaveProperty('sent');
      expect(fix.undos.value).toHaveLength(5 * customers.length);
      await fix.undo();
      expect(customers.map(stateOf)).toEqual(customers.map(() => wrong));
    });
  });

  it('is done by us where the project could not be read either', async () => {
    const customer = needy('Stark');
    await runLosing([customer], true, () => lose('PUT', /^\/projects\/\d+$/, /^\/projects\/[^/]+$/, true));
    expect(result('visibility')?.reason).toContain('The change may have been made.');
    await fix.retry(item('visibility'));
    expect(result('visibility')).toEqual({result: 'done'});
    for (const one of fix.items.value.filter(fix.canRetry)) await fix.retry(one);
    expect(stateOf(customer)).toEqual(right);
    expect(entriesOf(customer, 'visibility')).toHaveLength(1);
    await fix.undo();
    expect(stateOf(customer)).toEqual(wrong);
  });

  it('is done by us where a refresh looked meanwhile', async () => {
    const customer = needy('Stark');
    await runLosing([customer], true, () => lose('PUT', settings, settings, true));
    await item('notifications').checklist.refresh();
    await fix.retry(item('notifications'));
    expect(result('notifications')).toEqual({result: 'done'});
    await fix.undo();
    expect(stateOf(customer)).toEqual(wrong);
    expect(entriesOf(customer, 'notifications')).toMatchObject([{undone: true}]);
  });

  it('is done by us where GitLab made it after the first look', async () => {
    const customer = needy('Stark');
    await runLosing([customer], true, () => lose('PUT', settings, settings, false));
    server.sandbox.faults.add({method: 'GET', path: settings, times: 1});
    when('GET', settings, () => world().setNotification('dana', customer.path, 'watch'));
    await fix.retry(item('notifications'));
    expect(writes()).toEqual([]);
    expect(result('notifications')).toEqual({result: 'done'});
    await fix.undo();
    expect(stateOf(customer)).toEqual(wrong);
  });

  it('is not done by us where it was undone meanwhile, and somebody else made it', async () => {
    const customer = needy('Stark');
    await runLosing([customer], true, () => lose('PUT', settings, settings, true));
    const {checklist} = item('notifications');
    await checklist.refresh();
    const [entry] = entriesOf(customer, 'notifications') ?? [];
    if (entry) await checklist.undoEntry(entry);
    world().setNotification('dana', customer.path, 'watch');
    await fix.retry(item('notifications'));
    expect(result('notifications')).toEqual({result: 'as-was'});
    await fix.undo();
    expect(stateOf(customer)).toEqual({...wrong, level: 'watch'});
  });

  it('stays open where it is refused: GitLab can have made the first', async () => {
    const customer = needy('Stark');
    await runLosing([customer], true, () => lose('PUT', settings, settings, false));
    const before = entriesOf(customer, 'notifications');
    server.sandbox.faults.add({method: 'PUT', path: settings, status: 403, body: {message: '403 Forbidden'}});
    await fix.retry(item('notifications'));
    expect(result('notifications')).toMatchObject({result: 'failed', reason: expect.stringContaining('role')});
    expect(entriesOf(customer, 'notifications')).toEqual(before);
    server.sandbox.faults.clear();
    world().setNotification('dana', customer.path, 'watch');
    await fix.retry(item('notifications'));
    expect(result('notifications')).toEqual({result: 'done'});
  });

  it('of which a part was made is done in part, and then wholly; Undo all takes back both', async () => {
    const customer = needy('Stark');
    const [agenda] = world().labelsOf(projectOf(customer), false);
    await runLosing([customer], true, () => {
      lose('POST', new RegExp(`/labels/${agenda?.id}/subscribe$`), /\/labels/, false);
      lose('POST', /\/subscribe$/, /\/labels/, true);
    });
    expect(result('labels')).toMatchObject({result: 'failed', reason: expect.stringContaining('may have been made')});
    await fix.retry(item('labels'));
    expect(result('labels')).toEqual({result: 'partly', reason: 'Not done: agenda.'});
    await fix.retry(item('labels'));
    expect(result('labels')).toEqual({result: 'done'});
    expect(writes()).toEqual([expect.stringMatching(new RegExp(`/labels/${agenda?.id}/subscribe$`))]);
    expect(fix.undos.value).toHaveLength(6);
    await fix.undo();
    expect(stateOf(customer)).toEqual(wrong);
  });
});

describe('a change that was done in part', () => {
  it('says each reason once, is tried again with what is left, and is taken back as a whole', async () => {
    const customer = needy('Stark');
    for (const label of ['more', 'other', 'third']) world().addLabel(customer.path, label);
    const ids = world()
      .labelsOf(projectOf(customer), false)
      .map(({id}) => id);
    const refuse = (which: readonly number[], fault: {status: number; body: unknown}) =>
      server.sandbox.faults.add({
        method: 'POST',
        path: new RegExp(`/labels/(${which.join('|')})/subscribe$`),
        ...fault,
      });
    await preview([customer]);
    refuse(ids.slice(0, 3), {status: 403, body: {message: '403 Forbidden'}});
    refuse(ids.slice(3, 4), {status: 422, body: {message: 'It is locked.'}});
    await fix.run();
    expect(result('labels')).toEqual({
      result: 'partly',
      reason: expect.stringMatching(/^3 labels: Your role doesn’t allow this\. \S+: .*It is locked\.$/),
    });
    expect(stateOf(customer).subscribed).toBe(2);
    const {words} = item('labels');
    expect(fix.items.value.filter(fix.canRetry).map(({check}) => check.id)).toEqual(['labels']);
    server.sandbox.faults.clear();
    refuse(ids.slice(0, 1), {status: 403, body: {message: '403 Forbidden'}});
    server.sandbox.log.length = 0;
    await fix.retry(item('labels'));
    expect(writes(), 'only what is left').toHaveLength(4);
    expect(result('labels')).toMatchObject({result: 'partly'});
    await fix.retry(item('labels'));
    expect(result('labels'), 'what was done stays so').toMatchObject({result: 'partly'});
    server.sandbox.faults.clear();
    await fix.retry(item('labels'));
    expect(result('labels')).toEqual({result: 'done'});
    expect(item('labels').words, 'it is still called as the whole').toEqual(words);
    expect(fix.items.value.filter(fix.canRetry)).toEqual([]);
    const undos = fix.undos.value.flatMap(({change}) =>
      change.kind === 'subscriptions' ? [change.labels.length] : [],
    );
    expect(undos).toEqual([1, 3, 2]);
    await fix.undo();
    expect(result('labels')).toEqual({result: 'undone'});
    expect(stateOf(customer)).toEqual(wrong);
  });

  it('is made anew where what was done of it was undone meanwhile, without what was not shown', async () => {
    const customer = needy('Stark');
    server.sandbox.faults.add({method: 'POST', path: /\/subscribe$/, times: 1, status: 403, body: {}});
    await preview([customer]);
    await fix.run();
    const {checklist, check} = item('labels');
    await checklist.undo(check);
    expect(fix.undos.value.map(undo => undo.check.id)).not.toContain('labels');
    world().addLabel(customer.path, 'new');
    await checklist.refresh();
    await fix.retry(item('labels'));
    expect(result('labels')).toEqual({result: 'done'});
    expect(stateOf(customer).subscribed).toBe(3);
    expect(fix.undos.value.filter(undo => undo.check.id === 'labels')).toHaveLength(1);
  });
});

describe('a change that is tried again', () => {
  it('holds what its plan holds: no other tab begins the plan, or tries another one again', async () => {
    const held = new Set<string>();
    const hold = async (name: string, work: (signal: AbortSignal) => Promise<void>) => {
      if (held.has(name)) return false;
      held.add(name);
      await work(new AbortController().signal);
      held.delete(name);
      return true;
    };
    const customers = ['Stark', 'Umbrella'].map(name => needy(name));
    server.sandbox.faults.add({method: 'PUT', path: /\/notification_settings$/, status: 403, body: {}});
    const [one, other] = await Promise.all(
      [1, 2].map(async () => {
        const plan = createPlan({hold});
        await plan.previewMany(customers.map(({path, name}) => ({checklist: checklistOf(path, means), title: name})));
        return plan;
      }),
    );
    const [first] = one?.items.value.filter(({check}) => check.id === 'notifications') ?? [];
    if (!one || !other || !first) throw new Error('There are two plans.');
    await one.run();
    server.sandbox.faults.clear();
    const answers = server.sandbox.faults.hold({method: 'PUT', path: /\/notification_settings$/});
    const again = one.retry(first);
    await expect.poll(answers.arrived).toBe(1);
    server.sandbox.log.length = 0;
    const others = other.run();
    await expect
      .poll(() => told(other.left.value))
      .toEqual([expect.stringMatching(/^Another tab is making changes here\./)]);
    await others;
    expect(other.state.value).toBe('preview');
    expect(writes()).toEqual([]);
    answers();
    await again;
  });
});
