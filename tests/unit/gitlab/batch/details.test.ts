import {describe, expect, it} from 'vitest';
import {createDetailsReader, type ProjectDetails} from '../../../../src/gitlab/batch/details.ts';
import {GitLabError} from '../../../../src/gitlab/errors.ts';
import type {Transport} from '../../../../src/gitlab/transport.ts';

const path = 'gitlab-com/account-management/emea/acme/Collaboration';

/** A member as GitLab tells of one, with some of it told otherwise. */
const member = (id: number, more: Record<string, unknown> = {}) => ({
  accessLevel: {integerValue: 30},
  expiresAt: null,
  user: {
    id: `gid://gitlab/User/${id}`,
    username: `user${id}`,
    name: `User ${id}`,
    state: 'active',
    publicEmail: '',
    bot: false,
  },
  ...more,
});

const list = (nodes: readonly unknown[], hasNextPage = false) => ({nodes, pageInfo: {hasNextPage}});

const answering =
  (body: unknown): Transport =>
  async () => ({status: 200, headers: {}, body});

function read(...nodes: readonly unknown[]) {
  const transport = answering({data: {projects: {nodes}}});
  return createDetailsReader('https://gitlab.com', transport)([path], ['README.md'], 'templates');
}

/** What is told of one project. */
async function detailsOf(node: Record<string, unknown>): Promise<ProjectDetails | undefined> {
  return (await read({fullPath: path, ...node})).get(path.toLowerCase());
}

const membersOf = async (nodes: readonly unknown[], hasNextPage = false) =>
  (await detailsOf({projectMembers: list(nodes, hasNextPage)}))?.members?.map(({id}) => id);

describe('what one request tells of many projects', () => {
  it('is all of a member that is told', async () => {
    const user = {...member(7).user, publicEmail: 'ann@acme.example', bot: true, state: 'blocked'};
    const details = await detailsOf({projectMembers: list([member(7, {user, expiresAt: '2026-12-01T00:00:00Z'})])});
    expect(details?.members).toEqual([
      {
        id: 7,
        name: 'User 7',
        username: 'user7',
        accessLevel: 30,
        state: 'blocked',
        publicEmail: 'ann@acme.example',
        expiresAt: '2026-12-01',
        isBot: true,
      },
    ]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['without access level', {accessLevel: undefined}],
    ['whose access level is null', {accessLevel: null}],
    ['whose access level has no number', {accessLevel: {integerValue: null}}],
    ['without an id that is one', {user: {...member(2).user, id: 'gid://gitlab/User/'}}],
  ])('has no members where one is listed %s (V4)', async (_name, more) => {
    expect(await membersOf([member(1), member(2)])).toEqual([1, 2]);
    expect(await membersOf([member(1), member(2, more)])).toBeUndefined();
    expect(await membersOf([member(2, more), member(1)])).toBeUndefined();
  });

  it('has no members where more follow on a second page', async () => {
    expect(await membersOf([member(1)], true)).toBeUndefined();
    const details = await detailsOf({
      projectMembers: list([member(1)], true),
      userPermissions: {adminProject: true},
    });
    expect(details?.nobodyInvited).toBeUndefined();
  });

  it.each([undefined, null])('has no members where they are %s, and not none', async projectMembers => {
    expect(await detailsOf({projectMembers})).toMatchObject({
      members: undefined,
      membersWithoutUser: 0,
      nobodyInvited: undefined,
    });
  });

  it('counts who is listed without a user, as are invitations, and tells so only those who may invite', async () => {
    const invited = (adminProject: boolean, ...users: readonly unknown[]) =>
      detailsOf({projectMembers: list([member(1), ...users]), userPermissions: {adminProject}});
    expect(await invited(true, member(2, {user: null}))).toMatchObject({
      members: [{id: 1}],
      membersWithoutUser: 1,
      nobodyInvited: undefined,
    });
    expect(await invited(true)).toMatchObject({membersWithoutUser: 0, nobodyInvited: true});
    expect((await invited(false))?.nobodyInvited).toBeUndefined();
  });

  it.each([undefined, null])('knows nothing of a repository that is %s', async repository => {
    expect(await detailsOf({repository})).toMatchObject({files: undefined, folder: undefined});
  });

  it('has no folder where more files follow', async () => {
    const file = {name: 'a.md', path: 'templates/a.md', sha: 'a'.repeat(40), mode: '100644'};
    const folder = async (hasNextPage: boolean) =>
      (await detailsOf({repository: {blobs: list([]), tree: {blobs: list([file], hasNextPage)}}}))?.folder;
    expect(await folder(false)).toMatchObject([{path: 'templates/a.md', isFile: true, isLink: false}]);
    expect(await folder(true)).toBeUndefined();
  });

  it('takes labels that are not counted for some', async () => {
    expect(await detailsOf({labels: null, group: null})).toMatchObject({ownLabels: 1, groupLabels: 1});
    expect(await detailsOf({labels: {count: 0}, group: {labels: {count: 0}}})).toMatchObject({
      ownLabels: 0,
      groupLabels: 0,
    });
  });

  it('leaves out a project that is null', async () => {
    expect([...(await read(null, {fullPath: path})).keys()]).toEqual([path.toLowerCase()]);
  });

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['no list', {data: {projects: null}}],
    ['an error beside the list', {data: {projects: {nodes: []}}, errors: [{message: 'Timeout'}]}],
    ['a member in another form', {data: {projects: {nodes: [{fullPath: path, projectMembers: list(['x'])}]}}}],
  ])('is none where GitLab answers with %s', async (_name, body) => {
    const reading = createDetailsReader('https://gitlab.com', answering(body))([path], [], '');
    await expect(reading).rejects.toBeInstanceOf(GitLabError);
  });
});
