import {beforeEach, expect, it} from 'vitest';
import type {Means} from '../../src/apply/means.ts';
import {createPlan} from '../../src/checklist/plan.ts';
import {lookAtRemark} from '../../src/checklist/plan-remarks.ts';
import {projectChecks} from '../../src/customer/checks/index.ts';
import {told} from '../told.ts';
import {checklistOf, meansOf} from './means.ts';
import {root, useSandbox} from './server.ts';

const server = useSandbox();
const world = () => server.sandbox.world;
const names = ['Stark', 'Wayne', 'Tyrell'];
const pathOf = (name: string) => `${root}/emea/${name.toLowerCase()}/collaboration`;

let means: Means;
beforeEach(() => {
  means = meansOf(server);
  for (const name of names) {
    world().addGroup({path: `${root}/emea/${name.toLowerCase()}`, name});
    world().addProject({path: pathOf(name), name: `${name} Collaboration`, files: {'README.md': '# [NAME]\n'}});
  }
});

const checkOf = (id: string) => {
  const check = projectChecks.find(one => one.id === id);
  if (check === undefined) throw new Error(`There is no check ${id}.`);
  return check;
};
const recordOf = (name: string) => means.notebook.record(world().project(pathOf(name)).id);

/** Looks what is to be said of an item of all of them, each by a checklist of its own. */
async function preview(kind: 'tick' | 'waiver', id: string, note: string) {
  const plan = createPlan();
  const targets = names.map(title => ({checklist: checklistOf(pathOf(title), means), title}));
  await plan.previewMany(targets, target => lookAtRemark(target, {kind, check: checkOf(id), note}));
  return plan;
}

it.each([
  ['tick', 'introduced', 'ticks', 'Mark as done'],
  ['waiver', 'readme', 'waivers', 'Mark as not applicable'],
] as const)('a %s of %s is shown for each, given with one reason, and undone', async (kind, id, kept, words) => {
  const plan = await preview(kind, id, '  Agreed in the call ');
  expect(plan.items.value.map(({title, check}) => `${title} ${check.id}`)).toEqual(names.map(name => `${name} ${id}`));
  expect(told(plan.items.value.map(item => item.words))).toEqual(
    names.map(() => ({what: words, after: 'Agreed in the call'})),
  );
  for (const name of names) expect((await recordOf(name))[kept]).toEqual({});
  server.sandbox.log.length = 0;
  await plan.run();
  expect(plan.items.value.map(({outcome}) => outcome.value.result)).toEqual(['done', 'done', 'done']);
  for (const name of names)
    expect((await recordOf(name))[kept]).toEqual({
      [id]: {by: 'Dana Reyes', at: expect.any(String), note: 'Agreed in the call'},
    });
  expect(
    server.sandbox.log.filter(({method}) => method !== 'GET'),
    'it is kept in the browser',
  ).toEqual([]);
  await plan.undo();
  expect(plan.items.value.map(({outcome}) => outcome.value.result)).toEqual(['undone', 'undone', 'undone']);
  for (const name of names) expect((await recordOf(name))[kept]).toEqual({});
});

it('what is done meanwhile, or cannot be read, is left alone and said', async () => {
  const {id} = world().project(pathOf('Stark'));
  const remark = {by: 'Sam', at: '2026-11-01T00:00:00.000Z', note: 'Before'};
  await means.notebook.updateRecord(id, record => ({...record, ticks: {introduced: remark}}));
  world().projects.splice(world().projects.indexOf(world().project(pathOf('Wayne'))), 1);
  const plan = await preview('tick', 'introduced', '');
  expect(plan.items.value.map(({title}) => title)).toEqual(['Tyrell']);
  expect(told(plan.left.value)).toEqual([
    expect.stringMatching(/^Wayne: Couldn’t check this customer\. /),
    'No changes needed for 1 customer.',
  ]);
  await plan.run();
  expect((await recordOf('Stark')).ticks).toEqual({introduced: remark});
});

it('what somebody says in the meantime is not replaced', async () => {
  const plan = await preview('waiver', 'readme', 'None here');
  const remark = {by: 'Sam', at: '2026-11-20T11:00:00.000Z', note: 'Mine'};
  await means.notebook.updateRecord(world().project(pathOf('Wayne')).id, record => ({
    ...record,
    waivers: {readme: remark},
  }));
  await plan.run();
  expect(plan.items.value.map(({outcome}) => outcome.value.result)).toEqual(['done', 'failed', 'done']);
  expect((await recordOf('Wayne')).waivers).toEqual({readme: remark});
});

it('that an item is done is said only of those that wait for a person', async () => {
  const plan = await preview('tick', 'readme', '');
  expect(plan.items.value).toEqual([]);
  expect(told(plan.left.value)).toEqual(['No changes needed for 3 customers.']);
});
