import {Gitlab} from '@gitbeaker/rest';
import {expect, it} from 'vitest';
import {globex, initech, root, useSandbox} from './server.ts';

const server = useSandbox();

it('an independent client does the main job', async () => {
  const {world, origin} = server.sandbox;
  const api = new Gitlab({host: origin, token: world.addToken('dana')});

  const project = await api.Projects.show(globex);
  expect(project.visibility).toBe('public');
  await api.Projects.edit(project.id, {visibility: 'private'});
  expect(world.project(globex).visibility).toBe('private');

  const file = await api.RepositoryFiles.show(project.id, 'README.md', 'HEAD');
  const text = Buffer.from(file.content, 'base64').toString().replaceAll('[CUSTOMER NAME]', 'Globex');
  await api.RepositoryFiles.edit(project.id, 'README.md', 'main', text, 'Fill in', {lastCommitId: file.last_commit_id});
  const again = api.RepositoryFiles.edit(project.id, 'README.md', 'main', 'x', 'Late', {
    lastCommitId: file.last_commit_id,
  });
  await expect(again).rejects.toThrow(/has changed since/);

  await api.NotificationSettings.edit({projectId: project.id, level: 'watch'});
  expect(await api.NotificationSettings.show({projectId: project.id})).toMatchObject({level: 'watch'});

  const segment = await api.Groups.show(`${root}/emea`);
  const group = await api.Groups.create('Initech', 'initech', {parentId: segment.id, visibility: 'private'});
  const moved = await api.Projects.transfer(initech, group.id);
  expect(moved.path_with_namespace).toBe(`${root}/emea/initech/initech-collaboration-project`);
  expect((await api.ProjectMembers.all(moved.id)).map(({username}) => username)).toContain('peter.gibbons');
  expect(await api.Groups.allProjects(root, {includeSubgroups: true, perPage: 5})).toHaveLength(
    world.projects.filter(({path}) => path.startsWith(`${root}/`)).length,
  );
});
