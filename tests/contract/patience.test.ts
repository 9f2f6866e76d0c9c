import {afterEach, describe, expect, it, vi} from 'vitest';
import {applyChange} from '../../src/apply/apply.ts';
import type {Checklist} from '../../src/checklist/checklist.ts';
import {problemOf} from '../../src/gitlab/errors.ts';
import {eventually} from '../eventually.ts';
import {told} from '../told.ts';
import {checklistOf, meansOf, sourcesOf} from './means.ts';
import {acme, globex, useSandbox} from './server.ts';

const server = useSandbox();
const world = () => server.sandbox.world;

/** A clock that stands still until the test moves it, for pauses and for what ends requests. */
function handClock() {
  let now = 0;
  let waiting: {readonly at: number; readonly go: () => void}[] = [];
  const after = (milliseconds: number, go: () => void) => void waiting.push({at: now + milliseconds, go});
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(milliseconds => {
    const controller = new AbortController();
    after(milliseconds, () => controller.abort(new DOMException('late', 'TimeoutError')));
    return controller.signal;
  });
  return {
    pause: (milliseconds: number) => new Promise<void>(resolve => after(milliseconds, resolve)),
    pass(milliseconds: number) {
      now += milliseconds;
      const due = waiting.filter(({at}) => at <= now);
      waiting = waiting.filter(({at}) => at > now);
      for (const {go} of due) go();
    },
  };
}

afterEach(() => {
  vi.restoreAllMocks();
});

/** Turns of the event loop: whatever comes of something that is over has come. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(resolve => setImmediate(resolve));
}

const busy = (store: Checklist) => store.rows.value.filter(row => row.busy).map(({check}) => check.id);
const verdicts = (store: Checklist) =>
  Object.fromEntries(store.rows.value.map(({check, finding}) => [check.id, finding?.verdict]));

async function usualVerdicts() {
  const store = checklistOf(acme, meansOf(server));
  await store.refresh();
  return verdicts(store);
}

describe('W14 a request that hangs', () => {
  it('is given up after 20 seconds and asked once more; then its items alone say so, with Retry', async () => {
    const usual = await usualVerdicts();
    const clock = handClock();
    const store = checklistOf(acme, meansOf(server));
    const held = server.sandbox.faults.hold({path: /\/invitations$/});
    const reading = store.refresh();
    await eventually(() => expect(busy(store)).toEqual(['members']));
    clock.pass(19_999);
    await turns();
    expect(held.arrived()).toBe(1);
    clock.pass(1);
    await eventually(() => expect(held.arrived()).toBe(2));
    expect(busy(store)).toEqual(['members']);
    clock.pass(20_000);
    await reading;
    expect(verdicts(store)).toEqual({...usual, members: 'unknown'});
    expect(store.rows.value.filter(({canRetry}) => canRetry).map(({check}) => check.id)).toEqual(['members']);
    held();
    const members = store.rows.value.find(({check}) => check.id === 'members');
    if (members === undefined) throw new Error('There is no such row');
    await store.retry(members.check);
    expect(verdicts(store)).toEqual(usual);
  });

  it('and writes is given up after a minute, and not sent again', async () => {
    const clock = handClock();
    const held = server.sandbox.faults.hold({method: 'PUT', path: /^\/projects\/\d+$/});
    const {id} = world().project(globex);
    let refused: unknown;
    const making = applyChange(meansOf(server), {
      kind: 'project-visibility',
      projectId: id,
      from: 'public',
      to: 'private',
    }).catch(error => {
      refused = problemOf(error);
    });
    await eventually(() => expect(held.arrived()).toBe(1));
    clock.pass(59_999);
    await turns();
    expect(refused).toBeUndefined();
    clock.pass(1);
    await making;
    expect(told(refused)).toMatchObject({kind: 'unavailable'});
    expect(held.arrived()).toBe(1);
  });

  it('and tells most of a page leaves the others’ items waiting for two seconds, and its own for eight', async () => {
    const usual = await usualVerdicts();
    const clock = handClock();
    const means = meansOf(server);
    const pageUser = {...world().user('dana')};
    const sources = {...sourcesOf(means.gitlab, pageUser), notebook: means.notebook, pause: clock.pause};
    const store = checklistOf(acme, means, undefined, undefined, pageUser, {sources});
    const held = server.sandbox.faults.hold({path: /^\/graphql$/});
    server.sandbox.log.length = 0;
    const reading = store.refresh();
    await eventually(() => expect(held.waiting()).toBe(1));
    await turns();
    const all = busy(store);
    expect(server.sandbox.log.filter(({path}) => path === '/user')).toEqual([]);
    clock.pass(2_000);
    await eventually(() => expect(busy(store)).not.toEqual(all));
    await turns();
    expect(busy(store)).toEqual([
      'location',
      'group-visibility',
      'readme',
      'issue-templates',
      'members',
      'team-access',
    ]);
    for (const {check, finding} of store.rows.value.filter(row => !row.busy)) {
      expect(finding?.verdict, check.id).toBe(usual[check.id]);
    }
    clock.pass(6_000);
    await reading;
    expect(verdicts(store)).toEqual(usual);
    held();
  });
});
