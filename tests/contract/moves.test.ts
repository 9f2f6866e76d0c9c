import {beforeEach, describe, expect, it} from 'vitest';
import {applyChange} from '../../src/apply/apply.ts';
import type {Means} from '../../src/apply/means.ts';
import {accessAfter, gainsOf} from '../../src/apply/move-access.ts';
import {planMove} from '../../src/apply/move-plan.ts';
import type {Change, Move} from '../../src/changes/change.ts';
import {problemOf} from '../../src/gitlab/errors.ts';
import {told} from '../told.ts';
import {checklistOf, meansOf} from './means.ts';
import {acme, initech, root, useSandbox} from './server.ts';

const server = useSandbox();
const world = () => server.sandbox.world;
const emea = `${root}/emea`;
const group = `${emea}/initech`;
const target = `${group}/initech-collaboration-project`;

let means: Means;
beforeEach(() => {
  means = meansOf(server);
});

const writes = () => server.sandbox.log.filter(({method}) => method !== 'GET').map(({method, path}) => method + path);

/** The move as it is planned and shown now. */
async function planned(by = means): Promise<{move: Move; fault: string | undefined}> {
  const project = await by.gitlab.project(initech);
  const wish = {
    kind: 'move',
    projectId: project.id,
    from: project.group.path,
    segment: emea,
    group: {path: 'initech', name: 'Initech'},
  } as const;
  const {id} = await by.pageUser();
  const {group: there, fault} = await planMove(by.gitlab, project, wish, id);
  return {move: {...wish, target: there ? {id: there.id, visibility: there.visibility} : null}, fault: told(fault)};
}

async function undone(move: Change): Promise<Change> {
  const {undo} = await applyChange(means, move);
  if (undo === undefined) throw new Error('A move has an undo');
  return undo;
}

/** Makes what lies above a group as visible as it is to be. */
function open(path: string): void {
  for (const place of [root, emea, path]) world().group(place).visibility = 'public';
}

describe('H4 a move goes only into what was shown', () => {
  const making = () => world().addGroup({path: group, name: 'Initech'});
  const cases: [string, () => unknown, () => unknown, RegExp][] = [
    [
      'a group that was made meanwhile',
      () => undefined,
      making,
      /Someone created a group with the path .*emea\/initech in the meantime, and it’s private\./,
    ],
    [
      'a stranger’s public group that was made meanwhile',
      () => undefined,
      () => {
        making();
        open(group);
      },
      /Someone created a group with the path .*emea\/initech in the meantime, and it’s public\./,
    ],
    [
      'a group that is another one',
      making,
      () => {
        world().scheduleDeletion(world().group(group));
        making();
      },
      /is now a different one/,
    ],
    ['a group that is gone', making, () => world().removeGroup(world().group(group)), /no longer exists\./],
    [
      'a group that waits for its deletion',
      making,
      () => {
        world().group(group).markedForDeletionOn = '2026-06-07';
      },
      /^On Jun 7, 2026, the group .*initech was scheduled for deletion\./,
    ],
    [
      'a group that was archived',
      making,
      () => {
        world().group(group).archived = true;
      },
      /initech is archived\./,
    ],
    ['a group that is public by now', making, () => open(group), /is public now\. It was private\./],
    [
      'a project of the same name in it',
      making,
      () => world().addProject({path: `${group}/other`, name: world().project(initech).name}),
      /A project already exists at .*initech\/other\./,
    ],
    [
      'a project of the same path in it',
      making,
      () => world().addProject({path: target, name: 'Other'}),
      /A project already exists at .*\./,
    ],
    [
      'a project that has the group’s path',
      () => undefined,
      () => world().addProject({path: group, name: 'Initech'}),
      /A project already has the path/,
    ],
    [
      'a segment that was archived',
      () => undefined,
      () => {
        world().group(emea).archived = true;
      },
      /emea is archived\./,
    ],
    [
      'a lower role in the segment',
      () => undefined,
      () => lowerRole(),
      /Requires the Maintainer role in .*emea to create a group there\. You’re a Developer\./,
    ],
    [
      'a lower role in the group',
      making,
      () => lowerRole(),
      /Requires the Maintainer role in .*initech to move a project there\. You’re a Developer\./,
    ],
  ];

  function lowerRole(): void {
    world().addMember(root, 'dana', 30);
    world().addMember(initech, 'dana', 50);
  }

  it.each(cases)('%s: nothing is moved, and it is said', async (_what, before, meanwhile, words) => {
    before();
    const {move, fault} = await planned();
    expect(fault).toBeUndefined();
    meanwhile();
    await expect(applyChange(means, move)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringMatching(words),
    });
    expect(world().findProject(initech)).toBeDefined();
    expect(writes()).toEqual([]);
  });

  it.each<[string, () => unknown, string]>([
    [
      'that was archived',
      () => {
        world().group(group).archived = true;
      },
      'Nothing was moved. Choose another path.',
    ],
    ['that is public by now', () => open(group), 'Nothing was moved. Review what will happen now, then try again.'],
  ])('a group %s: there is one advice', async (_what, meanwhile, advice) => {
    making();
    const {move} = await planned();
    meanwhile();
    const problem = await applyChange(means, move).catch(problemOf);
    expect(told(problem)).toMatchObject({words: expect.not.stringContaining('Choose'), advice});
  });

  it('and is made with the next click, once what is there by now was shown', async () => {
    const {move} = await planned();
    making();
    await expect(applyChange(means, move)).rejects.toMatchObject({kind: 'conflict'});
    const {goTo} = await applyChange(means, (await planned()).move);
    expect(goTo).toContain(target);
  });

  it('a path that GitLab gives to what it deletes is no customer’s', async () => {
    const project = await means.gitlab.project(initech);
    const plan = await planMove(
      means.gitlab,
      project,
      {
        kind: 'move',
        projectId: project.id,
        from: project.group.path,
        segment: emea,
        group: {path: 'initech-deletion_scheduled-7', name: 'Initech'},
      },
      world().user('dana').id,
    );
    expect(told(plan.fault)).toContain('to groups that are scheduled for deletion. Choose another path.');
  });

  it('is planned with the role in the target, as the guided flow is', async () => {
    world().addGroup({path: group, name: 'Initech'});
    lowerRole();
    expect((await planned()).fault).toMatch(/Requires the Maintainer role in .* Ask an Owner of the group to move it/);
  });
});

describe('H4 a move that is undone', () => {
  it('stays where more people would gain access than was shown', async () => {
    const {move} = await planned();
    const undo = (await undone(move)) as Extract<Change, {kind: 'move-back'}>;
    const access = await accessAfter(means.gitlab, undo.projectId, undo.to.id);
    world().addUser({username: 'spy', name: 'Sue Spy'});
    world().addMember(`${root}/pre-sales`, 'spy', 20);
    await expect(applyChange(means, {...undo, gains: gainsOf(access)})).rejects.toMatchObject({
      kind: 'conflict',
      message: 'Sue Spy (@spy) would now get access or a higher role too. Nothing was moved.',
    });
    expect(world().findProject(target)).toBeDefined();
    const now = await accessAfter(means.gitlab, undo.projectId, undo.to.id);
    await applyChange(means, {...undo, gains: gainsOf(now)});
    expect(world().findProject(initech)).toBeDefined();
  });

  it('gives those access again who lost it, and takes it from who gained it', async () => {
    world().addGroup({path: group, name: 'Initech'});
    world().addUser({username: 'hank', name: 'Hank Scorpio'});
    world().addMember(group, 'hank', 30);
    const {move} = await planned();
    const names = (members: readonly {username: string}[]) => members.map(({username}) => username).sort();
    const everybody = async () => names(await means.gitlab.everybody(move.projectId));
    const before = await everybody();
    const undo = (await undone(move)) as Extract<Change, {kind: 'move-back'}>;
    const between = await everybody();
    const access = await accessAfter(means.gitlab, undo.projectId, undo.to.id);
    if (access.state === 'failed') throw new Error(told(access.problem.words));
    const gaining = access.gaining.filter(({levelNow}) => levelNow === undefined);
    expect(names(gaining)).toEqual(before.filter(name => !between.includes(name)));
    expect(names(access.losing)).toEqual(between.filter(name => !before.includes(name)));
    expect([names(gaining), names(access.losing)]).toEqual([['toby'], expect.arrayContaining(['hank'])]);
    await applyChange(means, undo);
    expect(await everybody()).toEqual(before);
  });

  it('can be made again although GitLab keeps the group that was deleted', async () => {
    const first = await undone((await planned()).move);
    const {id} = world().group(group);
    expect(told((await applyChange(means, first)).left)).toEqual([]);
    expect(world().findGroup(`${group}-deletion_scheduled-${id}`)).toBeDefined();
    expect(world().project(initech).markedForDeletionOn).toBeNull();
    const again = await planned();
    expect(again).toMatchObject({fault: undefined, move: {target: null}});
    const second = await undone(again.move);
    expect(world().group(group).id).not.toBe(id);
    const {path} = world().project(target);
    const store = checklistOf(path, means);
    await store.refresh();
    const verdict = (row: string) => store.rows.value.find(({check}) => check.id === row)?.finding?.verdict;
    expect(verdict('location')).toBe('pass');
    expect(told((await applyChange(means, second)).left)).toEqual([]);
    expect(world().findProject(initech)).toBeDefined();
  });

  it('is in a group that is deleted meanwhile: that is no place for it', async () => {
    await undone((await planned()).move);
    const project = world().project(target);
    world().scheduleDeletion(world().group(group));
    const store = checklistOf(project.path, means);
    await store.refresh();
    const row = (id: string) => store.rows.value.find(({check}) => check.id === id)?.finding;
    expect(told(row('location'))).toMatchObject({
      verdict: 'fail',
      evidence: 'The group “Initech” is scheduled for deletion, and the project with it.',
    });
    expect(JSON.stringify(row('name')?.fix ?? {})).not.toContain('deletion_scheduled');
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      'the group keeps what came into it',
      () => world().addProject({path: `${group}/another`}),
      /^The project was moved back\. The group .*initech stays, because it’s no longer empty\.$/,
    ],
    [
      'the group keeps a group that came into it',
      () => world().addGroup({path: `${group}/team`}),
      /stays, because it’s no longer empty\.$/,
    ],
    [
      'the group was renamed',
      () => {
        const moved = world().group(group);
        const inner = world().project(target);
        moved.path = `${emea}/initech-corp`;
        inner.path = `${moved.path}/initech-collaboration-project`;
      },
      /emea\/initech-corp stays, because it was moved or renamed\.$/,
    ],
    [
      'the group was archived',
      () => {
        world().group(group).archived = true;
      },
      /stays, because it’s archived\.$/,
    ],
  ])('says what it could not do: %s', async (_what, meanwhile, words) => {
    const undo = await undone((await planned()).move);
    meanwhile();
    const {left, goTo} = await applyChange(means, undo);
    expect(goTo).toContain('/pre-sales/');
    expect(told(left)).toEqual([expect.stringMatching(words)]);
    expect(world().groups.filter(({markedForDeletionOn}) => markedForDeletionOn !== null)).toEqual([]);
  });

  it('says that the visibility stays where somebody changed it', async () => {
    for (const place of [root, `${root}/pre-sales`]) world().group(place).visibility = 'public';
    world().project(initech).visibility = 'public';
    const undo = await undone((await planned()).move);
    for (const place of [emea, group]) world().group(place).visibility = 'internal';
    world().project(target).visibility = 'internal';
    expect(told((await applyChange(means, undo)).left)).toEqual([
      'The project was moved back and stays internal, because its visibility was changed in the meantime.',
    ]);
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      'is archived',
      () => (world().group(`${root}/pre-sales`).archived = true),
      /can’t be moved back\. The group .* is arch/,
    ],
    [
      'has another project of its name',
      () => world().addProject({path: `${root}/pre-sales/new`, name: world().project(target).name}),
      /can’t be moved back\. A project already exists at .*pre-sales\/new\.$/,
    ],
  ])('stays where it is if the group that it came from %s', async (_what, meanwhile, words) => {
    const undo = await undone((await planned()).move);
    meanwhile();
    const before = writes();
    await expect(applyChange(means, undo)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringMatching(words),
    });
    expect(writes()).toEqual(before);
    expect(world().findProject(target)).toBeDefined();
  });
});

describe('H6 a group is deleted only by answers of the right form', () => {
  const page = '<html><body>Sign in</body></html>';
  const one = {id: 5, name: 'x', full_path: 'a/x', path_with_namespace: 'a/x', web_url: 'https://x', created_at: ''};
  const odd: [string, {text?: string; body?: unknown; headers?: Record<string, string>}][] = [
    ['{}', {body: {}}],
    ['null', {text: 'null'}],
    ['nothing', {text: ''}],
    ['a text', {text: '"[]"'}],
    ['a login page', {text: page}],
    ['half a list', {text: '[{"id": 1'}],
    ['an empty list of which GitLab counts more', {text: '[]', headers: {'x-total': '3'}}],
    ['a list that GitLab does not count', {text: '[]'}],
    ['items of another form', {text: '[{}]', headers: {'x-total': '1'}}],
    ['a list with items that GitLab does not count', {body: [one], headers: {'x-total': '0'}}],
  ];

  it.each(odd.flatMap(([name, answer]) => ['projects', 'subgroups'].map(list => [name, list, answer] as const)))(
    '%s in place of the list of %s',
    async (_name, list, answer) => {
      const undo = await undone((await planned()).move);
      const {id} = world().group(group);
      const path = new RegExp(`^/groups/${id}/${list}$`);
      server.sandbox.faults.add({path, status: 200, ...answer});
      await expect(means.gitlab.groupContents(id)).rejects.toMatchObject({
        kind: expect.stringMatching(/unavail|barred/),
      });
      const {left} = await applyChange(means, undo);
      expect(told(left)).toEqual([expect.stringContaining('still exists.')]);
      expect(world().group(group).markedForDeletionOn).toBeNull();
    },
  );

  it('and counts projects and groups at any depth, archived or not', async () => {
    const {id} = world().group(`${emea}/acme`);
    expect(await means.gitlab.groupContents(id)).toMatchObject({projectCount: 1, subgroupCount: 0});
    world().project(acme).archived = true;
    world().addGroup({path: `${emea}/acme/team`}).archived = true;
    world().addProject({path: `${emea}/acme/team/x`});
    expect(await means.gitlab.groupContents(id)).toMatchObject({
      projectCount: 2,
      subgroupCount: 1,
      projects: expect.arrayContaining([expect.objectContaining({path: acme})]),
    });
  });
});

describe('GitLab’s own clock', () => {
  it('is read from an answer', async () => {
    const time = Date.parse((await means.gitlab.time()) ?? '');
    expect(Math.abs(time - Date.now())).toBeLessThan(5_000);
  });

  it.each(['', 'yesterday'])('is not known by %j', async date => {
    server.sandbox.faults.add({path: /^\/user$/, headers: {date}});
    expect(await means.gitlab.time()).toBeUndefined();
  });
});

describe('H7 a picture', () => {
  it.each<[string, object]>([
    ['a page', {status: 200, text: '<html></html>', headers: {'content-type': 'text/html; charset=utf-8'}}],
    ['JSON', {status: 200, body: {}, headers: {'content-type': 'application/json'}}],
    ['nothing', {status: 200, text: '', headers: {'content-type': 'image/png'}}],
  ])('is none where %s came in its place', async (_what, answer) => {
    server.sandbox.faults.add({path: /\/avatar$/, ...answer});
    await expect(means.gitlab.avatar(acme)).rejects.toMatchObject({kind: 'unavailable'});
  });

  it('is taken as it was uploaded', async () => {
    expect((await means.gitlab.avatar(acme))?.size).toBeGreaterThan(0);
  });
});
