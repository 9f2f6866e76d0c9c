import {beforeEach, expect, it, vi} from 'vitest';
import type {Change} from '../../src/changes/change.ts';
import type {Journal} from '../../src/changes/journal.ts';
import type {Checklist} from '../../src/checklist/checklist.ts';
import {controlOf, type FlowControl} from '../../src/flows/controller.ts';
import type {Flow, StepState} from '../../src/flows/flow.ts';
import {said} from '../../src/texts/said.ts';
import {told} from '../told.ts';
import {checklistOf, meansOf, memoryFlows, pageOf, signIn} from './means.ts';
import {root, useSandbox} from './server.ts';

// Where the storage of a browser cannot be used, it is done without a look at other tabs.
vi.mock('webextension-polyfill', () => ({default: {storage: {local: {get: () => Promise.reject(new Error())}}}}));

const server = useSandbox();
const hooli = `${root}/apac/hooli/hooli-collaboration`;
const at = '2026-11-20T10:00:00.000Z';

let projectId = 0;
let count = 0;

beforeEach(() => {
  projectId = server.sandbox.world.project(hooli).id;
});

const named = (from: string, to: string): Change => ({kind: 'project-name', projectId, from, to});
const leveled = (from: 'watch' | 'mention', to: 'watch' | 'mention'): Change => ({
  kind: 'notifications',
  projectId,
  from: {level: from, newIssue: false},
  to: {level: to, newIssue: false},
});

/** A handover of which these rows were changed, each with what takes it back. @param more what else is kept of its steps */
async function handedOver(
  undos: Readonly<Record<string, Change>>,
  more: Readonly<Record<string, StepState>> = {},
): Promise<{control: FlowControl; checklist: Checklist; kept: () => Flow}> {
  const entries: Journal = Object.entries(undos).map(([check, undo]) => ({
    id: `entry of ${check}`,
    at,
    by: 'Dana Reyes',
    where: hooli,
    check,
    what: said('texts.asKept', 'Changed'),
    undone: false,
    undo,
  }));
  const checklist = checklistOf(hooli, meansOf(server), {entries});
  const steps = Object.keys(undos).map((check): [string, StepState] => [
    check,
    {state: 'done', made: true, entry: `entry of ${check}`},
  ]);
  count += 1;
  const flow = {
    id: `flow ${count}`,
    userId: server.sandbox.world.user('dana').id,
    startedAt: at,
    stage: 'run' as const,
    kind: 'from-another-csm' as const,
    plan: {projectId, projectName: 'Hooli', address: '', replacements: []},
    steps: {...Object.fromEntries(steps), ...more},
  };
  let kept: Flow = flow;
  const put = async (next: Flow) => {
    kept = next;
    return undefined;
  };
  await checklist.refresh();
  const flows = {...memoryFlows(), kept: async () => kept, put};
  return {control: controlOf({...pageOf(checklist), flows}, flow), checklist, kept: () => kept};
}

const checkOf = ({rows}: Checklist, id: string) => {
  const row = rows.value.find(({check}) => check.id === id);
  if (!row) throw new Error(`There is no row ${id}.`);
  return row.check;
};

it('is not taken back, and keeps its steps, while the same thing is being changed', async () => {
  const {control, checklist, kept} = await handedOver({name: named('Hooli', 'Hooli Collaboration')});
  const release = server.sandbox.faults.hold({method: 'PUT', path: /./});
  const renaming = checklist.make(checkOf(checklist, 'name'), named('Hooli Collaboration', 'Hooli'));
  await control.takeBack();
  expect(told(control.problem.value)?.words).toBe('This is already being changed.');
  expect(kept()).toMatchObject({stage: 'back', steps: {name: {state: 'done'}}});
  release();
  expect(await renaming).toMatchObject({isMade: true});
});

it('is taken back but for what was changed since, which it names', async () => {
  const {world} = server.sandbox;
  world.setNotification('dana', hooli, 'disabled');
  world.project(hooli).name = 'Hooli';
  const {control, kept} = await handedOver({
    name: named('Hooli', 'Hooli Collaboration'),
    notifications: leveled('watch', 'mention'),
  });
  await control.takeBack();
  expect(world.project(hooli).name).toBe('Hooli Collaboration');
  expect(world.notification(world.user('dana'), world.project(hooli)).level).toBe('disabled');
  expect(told(control.left.value)).toEqual([
    '“Turn on your notifications for new issues” wasn’t undone. The notification level was changed in the meantime.',
  ]);
  expect(control.problem.value).toBeUndefined();
  expect(kept()).toMatchObject({stage: 'form', steps: {}});
});

it.each([
  ['GitLab is down', {status: 500}],
  ['GitLab limits requests for long', {status: 429, headers: {'retry-after': '3600'}}],
])('is not taken back where %s, and goes on with the next try', async (_what, fault) => {
  const {world, faults} = server.sandbox;
  world.project(hooli).name = 'Hooli';
  const {control, kept} = await handedOver({name: named('Hooli', 'Hooli Collaboration')});
  const end = faults.add({method: 'PUT', path: /./, ...fault});
  await control.takeBack();
  expect(control.problem.value).toBeDefined();
  expect(kept()).toMatchObject({stage: 'back', steps: {name: {state: 'done'}}});
  end();
  await control.takeBack();
  expect(world.project(hooli).name).toBe('Hooli Collaboration');
  expect(kept()).toMatchObject({stage: 'form', steps: {}});
});

it('knows what was taken back in its row', async () => {
  server.sandbox.world.project(hooli).name = 'Hooli';
  const {control, checklist} = await handedOver({name: named('Hooli', 'Hooli Collaboration')});
  await control.open();
  expect([...control.undone.value]).toEqual([]);
  const [entry] = checklist.journal.value ?? [];
  if (!entry) throw new Error('The journal is empty.');
  expect(await checklist.undoEntry(entry)).toMatchObject({isMade: true});
  expect([...control.undone.value]).toEqual(['entry of name']);
});

it.each([
  ['somebody else is signed in', () => signIn(server, 'robin')],
  ['nobody is signed in', () => server.sandbox.world.expireSessions()],
])('fails no step because %s, and goes on once the user is back', async (_what, leave) => {
  const {world} = server.sandbox;
  world.setNotification('dana', hooli, 'mention');
  const {control} = await handedOver({});
  leave();
  await control.goOn();
  expect(Object.values(control.flow.value.steps).map(({state}) => state)).not.toContain('failed');
  signIn(server, 'dana');
  await control.goOn();
  expect(Object.values(control.flow.value.steps).map(({state}) => state)).toEqual(
    control.steps.value.map(() => 'done'),
  );
  expect(world.notification(world.user('dana'), world.project(hooli)).level).toBe('watch');
});
