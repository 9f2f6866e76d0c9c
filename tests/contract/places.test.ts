import {describe, expect, it} from 'vitest';
import {planMove} from '../../src/apply/move-plan.ts';
import type {Checklist} from '../../src/checklist/checklist.ts';
import {createPlan} from '../../src/checklist/plan.ts';
import type {Row} from '../../src/checklist/row.ts';
import {gatherGroup, gatherProject} from '../../src/customer/reading/gather.ts';
import {searchPreSales} from '../../src/customer/search-pre-sales.ts';
import {scan} from '../../src/customers/scan.ts';
import {look} from '../../src/flows/new-customer.ts';
import {similarGroups} from '../../src/flows/similar.ts';
import {createDetailsReader} from '../../src/gitlab/batch/details.ts';
import {createWaitingReader} from '../../src/gitlab/batch/waiting.ts';
import {defaultWorkspace} from '../../src/workspace/workspace.ts';
import {told} from '../told.ts';
import {checklistOf, doorOf, meansOf, sourcesOf, transportOf} from './means.ts';
import {acme, root, useSandbox} from './server.ts';

const server = useSandbox();
const world = () => server.sandbox.world;
const door = () => doorOf(server, 'dana');

/** Makes groups of a segment and a project in the last one. */
function addBelow(segment: string, groups: readonly string[], project: string, more: object = {}): string {
  let path = `${root}/${segment}`;
  for (const group of groups) {
    path += `/${group}`;
    if (world().findGroup(path) === undefined) world().addGroup({path, name: group});
  }
  world().addProject({path: `${path}/${project}`, name: project, ...more});
  return `${path}/${project}`;
}

async function checklist(path: string): Promise<Checklist> {
  const store = checklistOf(path, meansOf(server));
  await store.refresh();
  return store;
}

const row = (store: Checklist, id: string): Row | undefined => store.rows.value.find(({check}) => check.id === id);
const fixOf = (store: Checklist, id: string) => row(store, id)?.finding?.fix;

describe('pre-sales in a segment', () => {
  it('is searched like the root’s; segments without one are no error', async () => {
    const nested = addBelow('commercial', ['pre-sales'], 'initech-poc');
    const deeper = addBelow('apac', ['pre-sales', 'govtech'], 'initech-pov');
    addBelow('emea', ['initech'], 'initech-collaboration');
    const found = await searchPreSales(door(), defaultWorkspace, 'initech');
    expect(found.map(({path}) => path).sort()).toEqual(
      [deeper, nested, `${root}/pre-sales/initech-collaboration-project`].sort(),
    );
  });

  it('that is nowhere to be seen is an error, as one that cannot be read', async () => {
    const elsewhere = {...defaultWorkspace, preSales: ['*/nowhere', 'nowhere']};
    await expect(searchPreSales(door(), elsewhere, 'x')).rejects.toMatchObject({kind: 'missing'});
    server.sandbox.faults.add({path: /pre-sales\/projects/, status: 403, body: {message: '403 Forbidden'}});
    await expect(searchPreSales(door(), defaultWorkspace, 'x')).rejects.toMatchObject({kind: 'denied'});
    server.sandbox.faults.clear();
  });

  it('lists the oldest first, to be taken over', async () => {
    addBelow('commercial', ['pre-sales'], 'a-newer', {createdAt: '2026-05-02T00:00:00.000Z'});
    const old = addBelow('commercial', ['pre-sales', 'part'], 'z-older', {createdAt: '2025-05-02T00:00:00.000Z'});
    const {projects} = gatherGroup(`${root}/commercial/pre-sales`, sourcesOf(door()), new Set(['projects']));
    const fact = await projects;
    expect(fact?.state === 'known' && fact.value.items.map(({path}) => path)[0]).toBe(old);
  });

  it('has the playbook and the way out of pre-sales, and no name of a customer', async () => {
    const store = await checklist(addBelow('commercial', ['pre-sales'], 'acme-poc'));
    expect(store.playbook.value).toMatchObject({book: {id: 'from-pre-sales'}});
    expect(told(row(store, 'location')?.finding)).toMatchObject({
      verdict: 'fail',
      evidence: `Still in pre-sales: ${root}/commercial/pre-sales.`,
      fix: {form: 'move'},
    });
    expect(fixOf(store, 'name')).toBeUndefined();
    expect(row(store, 'name')?.finding).toMatchObject({waitsFor: 'location', others: [{kind: 'form', form: 'name'}]});
    expect(fixAll(store)).not.toContain('name');
  });
});

/** Ids of the rows that “Fix all” lists. */
function fixAll(checklist: Checklist): string[] {
  const plan = createPlan();
  plan.previewOne(checklist);
  return plan.items.value.map(({check}) => check.id);
}

describe('the reading of all customers', () => {
  it('has those of pre-sales in a segment, and none that is left out', async () => {
    const there = [
      addBelow('commercial', ['pre-sales'], 'acme-poc'),
      addBelow('apac', ['pre-sales', 'govtech'], 'x'),
      addBelow('emea', ['pre-salesforce'], 'x'),
      addBelow('emea', ['templates-inc'], 'x'),
    ];
    const out = [
      addBelow('commercial', ['templates'], 'x'),
      addBelow('emea', ['internal-tam-orga'], 'x'),
      addBelow('emea', ['internal-tam-orga', 'more'], 'y'),
      addBelow('emea', ['continuous-planning-and-success-plan-blueprint'], 'x'),
      addBelow('commercial', ['triage'], 'x'),
      addBelow('apac', ['internal'], 'x'),
      addBelow('emea', ['acme-deletion_scheduled-77', 'team'], 'x'),
    ];
    const sources = sourcesOf(door());
    let listed: readonly string[] = [];
    const told: (readonly string[])[] = [];
    await scan({
      sources,
      readDetails: createDetailsReader(server.sandbox.origin, transportOf(server, 'dana')),
      readWaiting: createWaitingReader(server.sandbox.origin, transportOf(server, 'dana')),
      path: root,
      known: new Map(),
      readAgainBefore: '2026-01-01T00:00:00.000Z',
      now: () => '2026-11-20T10:00:00.000Z',
      clock: () => 0,
      breathe: async () => undefined,
      watch: {
        onListed(customers) {
          listed = customers.map(({path}) => path);
          told.push(listed);
        },
        onResults: () => undefined,
        isStopped: () => false,
      },
    });
    expect(listed).toEqual(expect.arrayContaining(there));
    for (const paths of told) expect(paths.filter(path => out.includes(path))).toEqual([]);
  });
});

describe('names', () => {
  it('of projects without a customer group are asked for, not changed with one click', async () => {
    const path = addBelow('commercial', ['pre-sales'], 'pmi', {
      name: 'Collaboration with Project Management Institute',
    });
    const store = await checklist(path);
    expect(fixOf(store, 'name')).toBeUndefined();
    expect(row(store, 'name')?.finding).toMatchObject({waitsFor: 'location', others: [{kind: 'form', form: 'name'}]});
    expect(fixAll(store)).not.toContain('name');
  });

  it('of a group that is scheduled for deletion are no customer’s', async () => {
    const path = addBelow('emea', ['stark-deletion_scheduled-9'], 'notes', {name: 'Notes'});
    world().group(`${root}/emea/stark-deletion_scheduled-9`).name = 'Stark-deletion_scheduled-9';
    const store = await checklist(path);
    expect(fixOf(store, 'name')).toMatchObject({change: {to: 'Stark Notes'}});
    expect(told(row(store, 'location')?.finding)).toMatchObject({
      verdict: 'fail',
      evidence: 'The group “Stark” is scheduled for deletion, and the project with it.',
      fix: {form: 'move'},
    });
  });

  it('that are similar are those of customers’ own groups that stay', async () => {
    world().addGroup({path: `${root}/emea/stark`, name: 'Stark'});
    world().addGroup({path: `${root}/emea/stark/stark-team`, name: 'Stark team'});
    world().addGroup({path: `${root}/emea/stark-deletion_scheduled-9`, name: 'Stark-deletion_scheduled-9'});
    world().addGroup({path: `${root}/apac/stark`, name: 'Stark'}).archived = true;
    world().addGroup({path: `${root}/apac/pre-sales`, name: 'Pre-sales'});
    world().addGroup({path: `${root}/apac/pre-sales/stark`, name: 'Stark'});
    world().addGroup({path: `${root}/apac/internal-stark`, name: 'Stark'});
    const similar = await similarGroups(door(), defaultWorkspace, 'Stark Industries');
    expect(similar.map(({path}) => path)).toEqual([`${root}/emea/stark`]);
  });
});

it('a group that is written in plain letters is found by the name that is not', async () => {
  world().addGroup({path: `${root}/emea/orsted`, name: 'Orsted A/S'});
  const similar = await similarGroups(door(), defaultWorkspace, 'Ørsted');
  expect(similar.map(({path}) => path)).toEqual([`${root}/emea/orsted`]);
});

describe('a path that a project has', () => {
  it('is told before a group is made under it', async () => {
    const path = addBelow('emea', [], 'stark');
    const gitlab = door();
    const project = await gitlab.project(path);
    const move = {kind: 'move', projectId: project.id, from: project.group.path, segment: `${root}/emea`} as const;
    const {id: me} = world().user('dana');
    const plan = await planMove(gitlab, project, {...move, group: {path: 'Stark', name: 'Stark'}}, me);
    expect(told(plan)).toMatchObject({
      group: undefined,
      fault: expect.stringContaining(`A project already has the path ${path}`),
    });
    const wish = {...move, group: {path: 'stark-customer', name: 'Stark'}};
    expect(await planMove(gitlab, project, wish, me)).toMatchObject({fault: undefined});
    const customer = {name: 'Stark', segment: 'emea', people: '', values: [], takesGroup: false};
    const looked = await look(gitlab, customer, defaultWorkspace, me);
    expect(looked).toMatchObject({group: undefined, taken: path});
  });
});

describe('a project in an archived group', () => {
  const group = `${root}/emea/acme`;
  const arrange = () => {
    world().group(group).archived = true;
    world().group(group).visibility = 'public';
    world().project(acme).visibility = 'public';
    world().commitFile(acme, 'README.md', '# [CUSTOMER NAME]\n');
  };

  it('is offered nothing that GitLab refuses', async () => {
    arrange();
    const store = await checklist(acme);
    expect(told(row(store, 'readme')?.finding)).toMatchObject({
      verdict: 'fail',
      evidence: expect.stringContaining('placeholder'),
    });
    expect(fixOf(store, 'readme')).toBeUndefined();
    expect(row(store, 'group-visibility')?.finding?.verdict).toBe('fail');
    expect(fixOf(store, 'group-visibility')).toBeUndefined();
    expect(fixOf(store, 'visibility')).toMatchObject({kind: 'change'});
    expect(fixAll(store)).toEqual(['visibility']);
  });

  it('is offered all of it once the group is taken out of the archive', async () => {
    arrange();
    const store = await checklist(acme);
    world().group(group).archived = false;
    await store.refresh();
    expect(fixOf(store, 'readme')).toMatchObject({form: 'files'});
    expect(fixOf(store, 'group-visibility')).toMatchObject({kind: 'change'});
  });

  it('is said of in the fixes of many', async () => {
    arrange();
    const fix = createPlan();
    await fix.previewMany([{checklist: checklistOf(acme, meansOf(server)), title: 'Acme'}]);
    expect(fix.items.value.map(({check}) => check.id)).toEqual(['visibility']);
    expect(fix.left.value).toEqual([
      'Acme: Make the customer group private. The group or a parent group is archived or scheduled for deletion.',
    ]);
  });

  it('reads the group as one that goes, as it does one in a group that is scheduled for deletion', async () => {
    const doomed = addBelow('emea', ['stark-deletion_scheduled-9', 'team'], 'x');
    world().group(group).archived = true;
    for (const path of [acme, doomed]) {
      const {group: fact} = gatherProject(path, sourcesOf(door()), new Set(['group']));
      expect(await fact).toMatchObject({value: {isGoing: true}});
    }
  });
});
