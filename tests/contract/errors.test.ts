import {describe, expect, it} from 'vitest';
import {hasShared, readShared, withoutShared} from '../shared.ts';
import {fits} from './fits.ts';
import {acme, globex, initech, root, useSandbox} from './server.ts';

interface Entry {
  readonly id?: string;
  readonly status: number;
  readonly body?: unknown;
  /** Instead of `body`, where it is no JSON. */
  readonly body_text?: string;
}

const server = useSandbox();
const id = encodeURIComponent;
const errors: {common: Entry[]; operations: Record<string, Entry[]>} | undefined = hasShared
  ? JSON.parse(readShared('gitlab/errors.json'))
  : undefined;

async function send(method: string, path: string, body?: unknown, user: string | undefined = 'dana') {
  const headers: Record<string, string> = {'content-type': 'application/json'};
  if (user !== '') headers['private-token'] = server.sandbox.world.addToken(user);
  const response = await fetch(`${server.sandbox.origin}/api/v4${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : {body: JSON.stringify(body)}),
  });
  const text = await response.text();
  let parsed: unknown = text;
  try {
    parsed = JSON.parse(text);
  } catch {
    // Not everything that GitLab answers is JSON.
  }
  return {status: response.status, body: parsed};
}

const file = (path: string, project = globex) => `/projects/${id(project)}/repository/files/${id(path)}`;
const edit = {branch: 'main', content: 'x', commit_message: 'x'};
const move = `/projects/${id(initech)}/transfer`;

const create = (more: object, user = 'dana') =>
  send(
    'POST',
    '/projects',
    {name: 'New', path: 'new', namespace_id: server.sandbox.world.group(`${root}/emea/acme`).id, ...more},
    user,
  );

/** How each error of the operations in use comes about: where it stands in the reference, and the request that meets it. */
const cases: [string, () => Promise<{status: number; body: unknown}>][] = [
  ['common unauthenticated', () => send('GET', '/user', undefined, '')],
  ['common forbidden', () => send('PUT', `/projects/${id(globex)}`, {name: 'X'}, 'robin')],
  ['common not_found_named', () => send('GET', `/projects/${id(acme)}`, undefined, 'kim')],
  [
    'common throttled_rack',
    () => {
      server.sandbox.limit = {requests: 0, seconds: 60};
      return send('GET', '/user');
    },
  ],
  ['common no_route', () => send('GET', `/projects/${acme}`)],
  [
    'common moved_project_get',
    () => {
      server.sandbox.world.transfer(
        server.sandbox.world.project(initech),
        server.sandbox.world.group(`${root}/emea/acme`),
      );
      return send('GET', `/projects/${id(initech)}`);
    },
  ],
  [
    'common moved_project_write',
    () => {
      server.sandbox.world.transfer(
        server.sandbox.world.project(initech),
        server.sandbox.world.group(`${root}/emea/acme`),
      );
      return send('PUT', `/projects/${id(initech)}`, {name: 'X'});
    },
  ],
  ['common moved_group', () => send('GET', `/groups/${id(`${root}/gone`)}`)],
  [
    'PUT /projects/:id visibility_level',
    () => {
      server.sandbox.world.group(`${root}/emea/acme`);
      return send('PUT', `/projects/${id(acme)}`, {visibility: 'public'});
    },
  ],
  [
    'PUT /projects/:id has already been taken',
    () => {
      server.sandbox.world.addProject({path: `${root}/emea/acme/other`, name: 'Taken'});
      return send('PUT', `/projects/${id(acme)}`, {name: 'Taken'});
    },
  ],
  [
    'PUT /projects/:id can contain only letters, digits, emoji',
    () => send('PUT', `/projects/${id(acme)}`, {name: '<b>'}),
  ],
  ['PUT /projects/:id 403 Forbidden', () => send('PUT', `/projects/${id(globex)}`, {visibility: 'private'}, 'robin')],
  ['PUT /projects/:id/transfer 403 Forbidden', () => send('PUT', move, {namespace: `${root}/emea`}, 'robin')],
  ['PUT /projects/:id/transfer 404 Namespace Not Found', () => send('PUT', move, {namespace: 'nowhere'})],
  [
    "PUT /projects/:id/transfer You don't have permission",
    () => {
      server.sandbox.world.addUser({username: 'owner', name: 'Owner'});
      server.sandbox.world.addMember(initech, 'owner', 50);
      server.sandbox.world.addMember(`${root}/emea`, 'owner', 30);
      return send('PUT', move, {namespace: `${root}/emea`}, 'owner');
    },
  ],
  [
    'POST /groups 403 Forbidden',
    () =>
      send(
        'POST',
        '/groups',
        {name: 'x', path: 'x', parent_id: server.sandbox.world.group(`${root}/emea`).id},
        'robin',
      ),
  ],
  ['POST /groups 404 Group Not Found', () => send('POST', '/groups', {name: 'x', path: 'x', parent_id: 1})],
  [
    'POST /groups has already been taken',
    () => send('POST', '/groups', {name: 'x', path: 'acme', parent_id: server.sandbox.world.group(`${root}/emea`).id}),
  ],
  ['POST /groups name is missing', () => send('POST', '/groups', {})],
  ['POST /projects is not valid', () => create({}, 'kim')],
  ['POST /projects has already been taken', () => create({path: 'acme-collaboration'})],
  ['POST /projects is unknown or invalid', () => create({use_custom_template: true, template_name: 'Nothing'})],
  [
    'PUT /groups/:id 403 Forbidden',
    () => send('PUT', `/groups/${id(`${root}/emea`)}`, {visibility: 'private'}, 'robin'),
  ],
  [
    'PUT notification_settings not a valid level',
    () => send('PUT', `/projects/${id(acme)}/notification_settings`, {level: 'loud'}),
  ],
  [
    'PUT notification_settings 404 Project Not Found',
    () => send('PUT', `/projects/${id(acme)}/notification_settings`, {level: 'watch'}, 'kim'),
  ],
  [
    'POST /projects/:id/share 403 Forbidden',
    () => send('POST', `/projects/${id(globex)}/share`, {group_id: 3174702, group_access: 30}, 'robin'),
  ],
  [
    'POST /projects/:id/share Not Found',
    () => send('POST', `/projects/${id(globex)}/share`, {group_id: 1, group_access: 30}),
  ],
  ['repository files 404 File Not Found', () => send('GET', `${file('gone.md')}?ref=HEAD`)],
  ['repository files 404 Commit Not Found', () => send('GET', `${file('README.md')}?ref=gone`)],
  ['repository files ref is missing', () => send('GET', file('README.md'))],
  [
    'repository files has changed since',
    () => {
      const {commits} = server.sandbox.world.project(globex).repository;
      const known = commits[0]?.id;
      server.sandbox.world.commitFile(globex, 'README.md', 'Of somebody else');
      return send('PUT', file('README.md'), {...edit, last_commit_id: known});
    },
  ],
  ["repository files doesn't exist", () => send('PUT', file('gone.md'), edit)],
  ['repository files already exists', () => send('POST', file('README.md'), edit)],
  ['repository files when you are on a branch', () => send('PUT', file('README.md'), {...edit, branch: 'gone'})],
];

const commits = `/projects/${id(globex)}/repository/commits`;
const actions = [{action: 'update', file_path: 'README.md', content: 'x'}];
const issue = `/projects/${id(initech)}/issues`;
const tree = `/projects/${id(globex)}/repository/tree`;
/** Uploads a picture of this name and these bytes. */
async function upload(name: string, content: Uint8Array<ArrayBuffer>) {
  const body = new FormData();
  body.append('avatar', new Blob([content]), name);
  const response = await fetch(`${server.sandbox.origin}/api/v4/projects/${id(globex)}`, {
    method: 'PUT',
    headers: {'private-token': server.sandbox.world.addToken('dana')},
    body,
  });
  return {status: response.status, body: (await response.json()) as unknown};
}
const png = (size: number) => {
  const content = new Uint8Array(size);
  content.set([0x89, 0x50, 0x4e, 0x47]);
  return content;
};
cases.push(
  ['PUT /projects/:id is too big', () => upload('logo.png', png(204_801))],
  ['PUT /projects/:id image/png, image/jpeg', () => upload('logo.png', new TextEncoder().encode('<svg/>'))],
  ['PUT /projects/:id formats: png, jpg', () => upload('logo.svg', png(10))],
  [
    'POST repository/commits not allowed to push',
    () => {
      server.sandbox.world.project(globex).repository.pushLevel = 'nobody';
      return send('POST', commits, {branch: 'main', commit_message: 'x', actions});
    },
  ],
  ['POST repository/commits branch is required', () => send('POST', commits, {commit_message: 'x', actions})],
  ['PUT issues/:iid 404 Not found', () => send('PUT', `${issue}/99`, {state_event: 'close'})],
  [
    'PUT issues/:iid 403 Forbidden',
    () => {
      server.sandbox.world.addMember(initech, 'kim', 10);
      return send('PUT', `${issue}/1`, {state_event: 'close'}, 'kim');
    },
  ],
  ['DELETE issues/:iid 404 Issue Not Found', () => send('DELETE', `${issue}/99`)],
  ['DELETE issues/:iid 403 Forbidden', () => send('DELETE', `${issue}/1`, undefined, 'robin')],
  ['GET repository/tree invalid revision or path', () => send('GET', `${tree}?path=README.md`)],
  ['GET repository/tree 404 Tree Not Found', () => send('GET', `${tree}?ref=gone`)],
  [
    'POST labels/:id/subscribe 404 Label Not Found',
    () => send('POST', `/projects/${id(globex)}/labels/99999/subscribe`),
  ],
);

const invitations = `/projects/${id(globex)}/invitations`;
cases.push(
  ['POST invitations Must provide either', () => send('POST', invitations, {access_level: 30})],
  [
    'POST invitations access_level does not have',
    () => send('POST', invitations, {access_level: 7, email: 'a@x.example'}),
  ],
  [
    'POST invitations 403 Forbidden',
    () => send('POST', invitations, {access_level: 30, email: 'a@x.example'}, 'robin'),
  ],
  ['POST invitations "status":"success"', () => send('POST', invitations, {access_level: 30, email: 'a@x.example'})],
  [
    'POST invitations <email or username>',
    () => send('POST', invitations, {access_level: 30, email: 'a@x.example,bad'}),
  ],
  ['DELETE invitations/:email 404 Not Found', () => send('DELETE', `${invitations}/${id('a@x.example')}`)],
  ['PUT members 404 Not found', () => send('PUT', `/projects/${id(globex)}/members/1`, {access_level: 30})],
  ['DELETE members 404 Not found', () => send('DELETE', `/projects/${id(globex)}/members/1`)],
);

function entryFor(name: string): Entry | undefined {
  if (name.startsWith('common ')) return errors?.common.find(entry => entry.id === name.slice('common '.length));
  const operation = Object.keys(errors?.operations ?? {})
    .filter(key => name.startsWith(key))
    .sort((one, other) => other.length - one.length)[0];
  const words = name.slice((operation?.length ?? 0) + 1);
  const escaped = JSON.stringify(words).slice(1, -1);
  return errors?.operations[operation ?? '']?.find(entry => {
    const text = JSON.stringify(entry.body ?? '');
    return text.includes(escaped) || text.includes(words);
  });
}

describe.skipIf(!hasShared)(`errors are GitLab’s, to the word${hasShared ? '' : ` (${withoutShared})`}`, () => {
  it.each(cases)('%s', async (name, provoke) => {
    const entry = entryFor(name);
    expect(entry, 'the reference has this error').toBeDefined();
    const answer = await provoke();
    expect(answer.status).toBe(entry?.status);
    const expected = entry?.body ?? entry?.body_text;
    expect(fits(expected, answer.body), `${JSON.stringify(answer.body)} for ${JSON.stringify(expected)}`).toBe(true);
  });
});

describe('a session', () => {
  const write = async (headers: Record<string, string>) => {
    const response = await fetch(`${server.sandbox.origin}/api/v4/projects/${id(globex)}`, {
      method: 'PUT',
      headers: {'content-type': 'application/json', ...headers},
      body: '{"visibility":"private"}',
    });
    return response.status;
  };

  it('writes only with the CSRF token of a page, any of them', async () => {
    const {cookie} = server.sandbox.world.signIn('dana');
    const session = {cookie: `_gitlab_session=${cookie}`};
    expect(await write(session)).toBe(401);
    expect(await write({...session, 'x-csrf-token': 'wrong'})).toBe(401);
    const tokens = await Promise.all(
      [1, 2].map(async () => {
        const html = await (await fetch(`${server.sandbox.origin}/${globex}`, {headers: session})).text();
        return /name="csrf-token" content="([^"]+)"/.exec(html)?.[1] ?? '';
      }),
    );
    expect(tokens[0]).not.toBe(tokens[1]);
    expect(tokens[0]).toHaveLength(86);
    for (const token of tokens) expect(await write({...session, 'x-csrf-token': token})).toBe(200);
  });

  it('a token without the scope may only read', async () => {
    const token = server.sandbox.world.addToken('dana', ['read_api']);
    expect(await write({'private-token': token})).toBe(403);
    expect(await write({'private-token': 'nobody’s'.replace('’', '')})).toBe(401);
  });
});
