import {expect, it, vi} from 'vitest';
import type {Journal} from '../../src/changes/journal.ts';
import {controlOf} from '../../src/panel/flows/control.ts';
import type {Flow} from '../../src/panel/flows/flow.ts';
import {checklistOf, handsOf} from './hands.ts';
import {root, useSandbox} from './server.ts';

// Where the storage of a browser cannot be used, it is done without a look at other tabs.
vi.mock('webextension-polyfill', () => ({default: {storage: {local: {get: () => Promise.reject(new Error())}}}}));

const server = useSandbox();
const hooli = `${root}/apac/hooli/hooli-collaboration`;

it('is not taken back, and keeps its steps, while the same thing is being changed', async () => {
  const {world, faults} = server.sandbox;
  const projectId = world.project(hooli).id;
  const rename = {kind: 'project-name', projectId, from: 'Hooli Collaboration', to: 'Hooli'} as const;
  const entry = {
    id: 'e',
    at: '2026-11-20T10:00:00.000Z',
    by: 'Dana Reyes',
    where: hooli,
    check: 'name',
    what: 'Rename',
  };
  const entries: Journal = [{...entry, undone: false, undo: {...rename, from: rename.to, to: rename.from}}];
  const checklist = checklistOf(hooli, handsOf(server), {entries});
  const flow = {
    id: 'f',
    userId: world.user('dana').id,
    startedAt: '2026-11-20T10:00:00.000Z',
    stage: 'run' as const,
    kind: 'from-another-csm' as const,
    plan: {projectId, projectName: 'Hooli', address: '', replacements: []},
    steps: {name: {state: 'done' as const, made: true, entry: 'e'}},
  };
  let kept: Flow = flow;
  const put = async (next: Flow) => {
    kept = next;
  };
  const control = controlOf({...checklist, flows: {...checklist.flows, kept: async () => kept, put}}, flow);
  await checklist.refresh();
  const name = checklist.rows.value.find(({check}) => check.id === 'name');
  if (!name) throw new Error('There is no row for the name.');
  const release = faults.hold({method: 'PUT', path: /./});
  const renaming = checklist.make(name.check, rename);
  await control.takeBack();
  expect(control.problem.value?.words).toBe('The same thing is being changed already.');
  expect(kept).toMatchObject({stage: 'back', steps: flow.steps});
  release();
  expect(await renaming).toMatchObject({isMade: true});
});
