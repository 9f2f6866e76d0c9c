import {beforeEach, describe, expect, it} from 'vitest';
import {applyChange} from '../../src/apply/apply.ts';
import type {Means} from '../../src/apply/means.ts';
import {planMove} from '../../src/apply/move-plan.ts';
import type {Change, MoveWish} from '../../src/changes/change.ts';
import {gatherGroup, gatherProject} from '../../src/customer/reading/gather.ts';
import type {ProjectFacts} from '../../src/facts/facts.ts';
import type {GitLab} from '../../src/gitlab/gitlab.ts';
import {doorOf, meansOf, sourcesOf} from './means.ts';
import {acme, globex, initech, root, useSandbox} from './server.ts';

const server = useSandbox();
let gitlab: GitLab;
let means: Means;

beforeEach(() => {
  means = meansOf(server);
  gitlab = means.gitlab;
});

const names: ReadonlySet<keyof ProjectFacts> = new Set([
  'project',
  'readme',
  'members',
  'invitations',
  'colleagues',
  'inheritedTeamRole',
  'notifications',
  'user',
  'role',
  'labels',
  'issueTemplates',
  'group',
  'record',
  'sides',
  'today',
]);

async function facts(path: string, door = gitlab) {
  const gathering = gatherProject(path, sourcesOf(door), names);
  return Object.fromEntries(
    await Promise.all(Object.entries(gathering).map(async ([name, fact]) => [name, await fact] as const)),
  );
}

describe('facts', () => {
  it('of a project come in one round, the user included', async () => {
    const {project, readme, members, invitations, inheritedTeamRole, notifications, user} = await facts(acme);
    expect(project).toMatchObject({state: 'known', value: {path: acme, visibility: 'private', avatar: 'uploaded'}});
    expect(readme).toMatchObject({state: 'known', value: {kind: 'text', path: 'README.md'}});
    expect(members).toMatchObject({state: 'known', value: [{username: 'wile.coyote', accessLevel: 30}]});
    expect(invitations).toMatchObject({value: [{email: 'road.runner@acme.example', accessLevel: 30}]});
    expect(inheritedTeamRole).toMatchObject({value: {accessLevel: 40}});
    expect(notifications).toMatchObject({value: {project: {level: 'watch'}, inherited: undefined}});
    expect(user).toMatchObject({value: {username: 'dana', mails: ['dana@gitlab.com', 'dana@example.com']}});
    expect(server.sandbox.log).toHaveLength(18);
  });

  it('that are denied say so, and leave the others alone', async () => {
    const {project, invitations} = await facts(globex, doorOf(server, 'robin'));
    expect(project).toMatchObject({state: 'known'});
    expect(invitations).toMatchObject({state: 'denied', problem: {kind: 'denied'}});
  });

  it('of a project that is not visible are missing', async () => {
    const {project, readme} = await facts(acme, doorOf(server, 'kim'));
    expect(project).toMatchObject({state: 'failed', problem: {kind: 'missing'}});
    expect(readme).toMatchObject({state: 'failed', problem: {kind: 'missing'}});
  });

  it('find colleagues beyond the first page of a large team group with one more request', async () => {
    const {world} = server.sandbox;
    for (let index = 0; index < 250; index += 1) {
      world.addUser({username: `colleague-${index}`, name: `Colleague ${index}`});
      world.addMember('gitlab-com/timtams', `colleague-${index}`, 30);
    }
    world.addMember(acme, 'colleague-249', 40);
    const {colleagues} = await facts(acme);
    expect(colleagues).toMatchObject({state: 'known'});
    const known = colleagues?.state === 'known' ? (colleagues.value as ReadonlySet<number>) : new Set();
    expect(known.has(world.user('colleague-249').id)).toBe(true);
    expect(known.has(world.user('wile.coyote').id)).toBe(false);
    expect(server.sandbox.log.filter(({path}) => path.includes('/groups/3174702/'))).toHaveLength(2);
  });

  it('of a group are the group and its projects', async () => {
    const gathering = gatherGroup(`${root}/emea`, sourcesOf(gitlab), new Set(['group', 'projects']));
    expect(await gathering.group).toMatchObject({value: {name: 'EMEA', visibility: 'public'}});
    expect(await gathering.projects).toMatchObject({
      value: {items: [{name: 'Acme Collaboration Project'}, {name: 'Collaboration Project'}], nextPage: undefined},
    });
  });
});

describe('issues', () => {
  it('come from all pages, those of the wanted state', async () => {
    const {world} = server.sandbox;
    const {id, issues} = world.project(globex);
    while (issues.length < 201) world.addIssue(globex, `Issue ${issues.length + 1}`);
    const iids = async (state: 'opened' | 'all') => new Set((await gitlab.issues(id, state)).map(({iid}) => iid));
    expect(await iids('opened')).toEqual(new Set(issues.map(({iid}) => iid)));
    expect(server.sandbox.log).toHaveLength(3);
    await gitlab.setIssueState(id, 7, 'close');
    expect((await iids('opened')).has(7)).toBe(false);
    expect((await iids('all')).has(7)).toBe(true);
  });
});

describe('changes', () => {
  it('custom notifications with new issues can be set and taken back', async () => {
    const project = server.sandbox.world.project(globex);
    const change: Change = {
      kind: 'notifications',
      projectId: project.id,
      from: {level: 'global', newIssue: false},
      to: {level: 'custom', newIssue: true},
    };
    const {undo} = await applyChange(means, change);
    expect(await gitlab.notificationSetting(project.id)).toEqual({level: 'custom', newIssue: true});
    if (!undo) throw new Error('There is no undo');
    await applyChange(means, undo);
    expect(await gitlab.notificationSetting(project.id)).toEqual({level: 'global', newIssue: false});
  });

  it('that are there already are not made, and so not undone', async () => {
    const {id} = server.sandbox.world.project(acme);
    const outcome = await applyChange(means, {
      kind: 'project-visibility',
      projectId: id,
      from: 'public',
      to: 'private',
    });
    expect(outcome.undo).toBeUndefined();
    expect(server.sandbox.log.every(({method}) => method === 'GET')).toBe(true);
  });

  it('in GitLab’s words of each shape end in one kind of error', async () => {
    const group = server.sandbox.world.group(`${root}/emea`);
    await expect(gitlab.createSubgroup(group.id, 'Acme', 'acme')).rejects.toMatchObject({
      kind: 'taken',
      message: expect.stringContaining('path has already been taken'),
    });
    await expect(doorOf(server, 'robin').setGroupVisibility(group.id, 'private')).rejects.toMatchObject({
      kind: 'denied',
    });
    await expect(gitlab.shareProject(server.sandbox.world.project(globex).id, 1, 30)).rejects.toMatchObject({
      kind: 'missing',
    });
  });
});

describe('the plan of a move', () => {
  const plan = async (name: string) => {
    const project = await gitlab.project(initech);
    const wish: MoveWish = {
      kind: 'move',
      projectId: project.id,
      from: project.group.path,
      segment: `${root}/emea`,
      group: {path: name.toLowerCase(), name},
    };
    return planMove(gitlab, project, wish, server.sandbox.world.user('dana').id);
  };

  it('names who gains access, by the group that is there', async () => {
    const {world} = server.sandbox;
    world.addGroup({path: `${root}/emea/initech`, name: 'Initech'});
    world.addMember(`${root}/emea/initech`, 'wile.coyote', 50);
    expect(await plan('Initech')).toMatchObject({
      group: {visibility: 'private'},
      fault: undefined,
      access: {state: 'known', losing: [{username: 'toby'}], gaining: [{username: 'wile.coyote', accessLevel: 50}]},
    });
  });

  it('names who loses access, and nobody else', async () => {
    const {group, access} = await plan('Initech');
    expect(group).toBeUndefined();
    expect(access).toMatchObject({state: 'known', losing: [{username: 'toby'}], gaining: []});
    expect(server.sandbox.log.every(({method}) => method === 'GET')).toBe(true);
  });
});
