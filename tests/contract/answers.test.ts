import {Ajv, type AnySchema} from 'ajv';
import addFormats from 'ajv-formats';
import {describe, expect, it} from 'vitest';
import {operations} from '../../sandbox/api/index.ts';
import {hasShared, readShared, withoutShared} from '../shared.ts';
import {acme, initech, root, useSandbox} from './server.ts';

interface OpenApi {
  paths: Record<string, Record<string, {responses: Record<string, {schema?: AnySchema}>}>>;
  definitions: Record<string, AnySchema>;
}

const openApi: OpenApi | undefined = hasShared
  ? JSON.parse(readShared('gitlab/openapi/openapi_v2_subset.json'))
  : undefined;
const server = useSandbox();
const id = encodeURIComponent;

/** One request for each operation that reads, by its key in the sandbox, with the place in the reference that describes it. */
const reads: Record<string, {url: string; definition?: [string, string]; schema?: string}> = {
  'GET /projects/:id': {url: `/projects/${id(acme)}`, definition: ['/api/v4/projects/{id}', 'get']},
  'GET /projects/:id/members': {url: `/projects/${id(acme)}/members`, schema: 'members.json'},
  'GET /projects/:id/members/all': {url: `/projects/${id(acme)}/members/all`, schema: 'members.json'},
  'GET /groups/:id/members/all': {url: '/groups/3174702/members/all', schema: 'members.json'},
  'GET /projects/:id/invitations': {
    url: `/projects/${id(acme)}/invitations`,
    definition: ['/api/v4/projects/{id}/invitations', 'get'],
  },
  'GET /projects/:id/invited_groups': {
    url: `/projects/${id(acme)}/invited_groups?relation[]=direct&relation[]=inherited`,
    definition: ['/api/v4/projects/{id}/invited_groups', 'get'],
  },
  'GET /projects/:id/issues': {
    url: `/projects/${id(initech)}/issues`,
    definition: ['/api/v4/projects/{id}/issues', 'get'],
  },
  'GET /projects/:id/repository/tree': {
    url: `/projects/${id(acme)}/repository/tree?path=${id('.gitlab/issue_templates')}`,
    definition: ['/api/v4/projects/{id}/repository/tree', 'get'],
  },
  'GET /groups/:id/descendant_groups': {
    url: `/groups/${id(root)}/descendant_groups?search=acme`,
    definition: ['/api/v4/groups/{id}/descendant_groups', 'get'],
  },
  'GET /projects/:id/import': {
    url: `/projects/${id(acme)}/import`,
    definition: ['/api/v4/projects/{id}/import', 'get'],
  },
  'GET /groups/:id/subgroups': {
    url: `/groups/${id(`${root}/emea`)}/subgroups`,
    definition: ['/api/v4/groups/{id}/subgroups', 'get'],
  },
  'GET /groups/:id': {url: `/groups/${id(`${root}/emea/acme`)}`, definition: ['/api/v4/groups/{id}', 'get']},
  'GET /projects/:id/repository/commits': {
    url: `/projects/${id(acme)}/repository/commits`,
    definition: ['/api/v4/projects/{id}/repository/commits', 'get'],
  },
};

const keysOf: Record<string, {url: string; keys: string[]}> = {
  'GET /user': {
    url: '/user',
    keys: ['id', 'username', 'name', 'state', 'avatar_url', 'web_url', 'email', 'public_email', 'bot'],
  },
  'GET /notification_settings': {url: '/notification_settings', keys: ['level']},
  'GET /users': {url: '/users?username=dana', keys: ['0']},
  'GET /projects/:id/notification_settings': {url: `/projects/${id(acme)}/notification_settings`, keys: ['level']},
  'GET /groups/:id/notification_settings': {url: `/groups/${id(root)}/notification_settings`, keys: ['level']},
  'GET /projects/:id/labels': {url: `/projects/${id(acme)}/labels?include_ancestor_groups=false`, keys: ['0']},
  'GET /projects/:id/labels/:label': {
    url: `/projects/${id(acme)}/labels/agenda`,
    keys: [
      'id',
      'name',
      'description',
      'description_html',
      'text_color',
      'color',
      'subscribed',
      'priority',
      'is_project_label',
    ],
  },
  'GET /groups/:id/labels': {url: `/groups/${id(`${root}/emea/acme`)}/labels`, keys: ['0']},
  'GET /projects/:id/members/all/:user': {
    url: `/projects/${id(acme)}/members/all/101`,
    keys: ['id', 'username', 'name', 'state', 'access_level', 'expires_at'],
  },
  'GET /groups/:id/members/all/:user': {
    url: `/groups/${id(root)}/members/all/101`,
    keys: ['id', 'username', 'name', 'state', 'access_level', 'expires_at'],
  },
  'GET /groups/:id/members/:user': {
    url: `/groups/${id(root)}/members/101`,
    keys: ['id', 'username', 'name', 'state', 'access_level', 'expires_at'],
  },
  'GET /projects/:id/repository/branches/:branch': {
    url: `/projects/${id(acme)}/repository/branches/main`,
    keys: ['name', 'commit', 'merged', 'protected', 'developers_can_push', 'can_push', 'default', 'web_url'],
  },
  'GET /metadata': {url: '/metadata', keys: ['version', 'revision', 'kas', 'enterprise']},
  'GET /projects/:id/repository/files/:path': {
    url: `/projects/${id(acme)}/repository/files/README.md?ref=HEAD`,
    keys: [
      'file_name',
      'file_path',
      'size',
      'encoding',
      'content',
      'content_sha256',
      'ref',
      'blob_id',
      'commit_id',
      'last_commit_id',
      'execute_filemode',
    ],
  },
};

async function get(url: string): Promise<{status: number; body: unknown; headers: Headers}> {
  const token = server.sandbox.world.addToken('dana');
  const response = await fetch(`${server.sandbox.origin}/api/v4${url}`, {headers: {'private-token': token}});
  return {status: response.status, body: await response.json(), headers: response.headers};
}

function validator() {
  const ajv = new Ajv({strict: false, allErrors: true});
  addFormats.default(ajv);
  return ajv;
}

describe.skipIf(!hasShared)(`answers have the shape of GitLab’s${hasShared ? '' : ` (${withoutShared})`}`, () => {
  it.each(Object.entries(reads))('%s', async (_key, {url, definition, schema}) => {
    const {status, body} = await get(url);
    expect(status).toBe(200);
    const ajv = validator();
    if (schema !== undefined) {
      const validate = ajv.compile(JSON.parse(readShared(`gitlab/schemas/public_api/v4/${schema}`)));
      expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
      return;
    }
    const [path = '', method = ''] = definition ?? [];
    const described = openApi?.paths[path]?.[method]?.responses['200']?.schema;
    expect(described).toBeDefined();
    const {$ref, items} = described as {$ref?: string; items?: {$ref?: string}};
    const name = ($ref ?? items?.$ref ?? '').split('/').at(-1) ?? '';
    const known = openApi?.definitions[name] as {properties?: Record<string, {type?: string}>} | undefined;
    const rows = Array.isArray(body) ? body : [body];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows as Record<string, unknown>[]) {
      const names = Object.keys(known?.properties ?? {});
      expect(
        Object.keys(row).filter(key => !names.includes(key)),
        `keys that ${name} does not have`,
      ).toEqual([]);
    }
  });

  it('merge requests, one and many', async () => {
    const {repository, mergeRequests} = server.sandbox.world.project(acme);
    repository.commitToBranch('other', 'Other', 'dana', []);
    const [author, closedBy] = [server.sandbox.world.user('dana'), server.sandbox.world.user('sam')];
    mergeRequests.push({iid: 1, title: 'One', source: 'other', target: 'main', state: 'closed', author, closedBy});
    const names = Object.keys(
      (openApi?.definitions.API_Entities_MergeRequestBasic as {properties?: object} | undefined)?.properties ?? {},
    );
    for (const url of [`/projects/${id(acme)}/merge_requests?state=closed`, `/projects/${id(acme)}/merge_requests/1`]) {
      const {body} = await get(url);
      const [row] = [body].flat() as Record<string, unknown>[];
      expect(row).toMatchObject({iid: 1, author: {username: 'dana'}, closed_by: {username: 'sam'}});
      expect(Object.keys(row ?? {}).filter(key => !names.includes(key))).toEqual([]);
    }
  });

  it('simple projects in a group', async () => {
    const {body} = await get(`/groups/${id(root)}/projects?include_subgroups=true&simple=true&with_shared=false`);
    const validate = validator().compile({
      type: 'array',
      minItems: 5,
      items: (({namespace: _namespace, ...rest}) => rest)(
        JSON.parse(readShared('gitlab/schemas/public_api/v4/project.json')),
      ),
    });
    expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe('answers that the generated document leaves out', () => {
  it.each(Object.entries(keysOf))('%s has its keys', async (_key, {url, keys}) => {
    const {status, body} = await get(url);
    expect(status).toBe(200);
    expect(Object.keys(body as object)).toEqual(expect.arrayContaining(keys));
  });

  it('events are there only for the level custom', async () => {
    server.sandbox.world.setNotification('dana', acme, 'custom', {new_issue: true});
    expect((await get(`/projects/${id(acme)}/notification_settings`)).body).toEqual({
      level: 'custom',
      events: {new_issue: true},
    });
    server.sandbox.world.setNotification('dana', acme, 'watch');
    expect((await get(`/projects/${id(acme)}/notification_settings`)).body).toEqual({level: 'watch'});
  });
});

describe('labels', () => {
  const group = `${root}/emea/acme`;
  const subscriptions = async () => {
    const [label] = (await get(`/groups/${id(group)}/labels?include_ancestor_groups=false`)).body as {
      id: number;
      subscribed: boolean;
    }[];
    const inProject = (await get(`/projects/${id(acme)}/labels/${label?.id}`)).body as {subscribed: boolean};
    return {id: label?.id, group: label?.subscribed, project: inProject.subscribed};
  };
  const send = async (path: string) => {
    const token = server.sandbox.world.addToken('dana');
    const url = `${server.sandbox.origin}/api/v4${path}`;
    return fetch(url, {method: 'POST', headers: {'private-token': token}});
  };

  it('G4 of a group are subscribed to at one level at a time, and the project’s route tells of both', async () => {
    const before = await subscriptions();
    expect(before).toMatchObject({group: true, project: true});
    const subscribe = `/projects/${id(acme)}/labels/${before.id}/subscribe`;
    expect((await send(subscribe)).status).toBe(201);
    expect(await subscriptions()).toMatchObject({group: false, project: true});
    const again = await send(subscribe);
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('whose title begins with a number are taken for an id, and so not found by it', async () => {
    const label = server.sandbox.world.labelsOf(server.sandbox.world.project(acme), false)[0];
    server.sandbox.world.addLabel(acme, `${label?.id} months`);
    const found = await get(`/projects/${id(acme)}/labels/${id(`${label?.id} months`)}`);
    expect(found.body).toMatchObject({id: label?.id});
  });
});

describe('pictures', () => {
  it('are uploaded in a form, given back as they are, and taken away with an empty value', async () => {
    const token = server.sandbox.world.addToken('dana');
    const url = `${server.sandbox.origin}/api/v4/projects/${id(acme)}`;
    const put = async (body: FormData) =>
      (await fetch(url, {method: 'PUT', headers: {'private-token': token}, body})).json();
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
    const form = new FormData();
    form.append('avatar', new Blob([png]), 'acme.png');
    expect(await put(form)).toMatchObject({avatar_url: expect.stringMatching(/avatar\/\d+\/acme\.png$/)});
    const given = await fetch(`${url}/avatar`, {headers: {'private-token': token}});
    expect(new Uint8Array(await given.arrayBuffer())).toEqual(png);
    const empty = new FormData();
    empty.append('avatar', '');
    expect(await put(empty)).toMatchObject({avatar_url: null});
  });
});

describe('lists', () => {
  it('have pages with GitLab’s headers', async () => {
    const {headers, body} = await get(`/groups/${id(root)}/projects?include_subgroups=true&per_page=5&page=2`);
    expect(body).toHaveLength(5);
    expect(headers.get('x-page')).toBe('2');
    expect(headers.get('x-next-page')).toBe('3');
    expect(headers.get('link')).toContain('rel="next"');
  });
});

it('every operation that reads is held against the reference', () => {
  const covered = [
    ...Object.keys(reads),
    ...Object.keys(keysOf),
    'GET /groups/:id/projects',
    'GET /projects/:id/avatar',
    'GET /projects/:id/merge_requests',
    'GET /projects/:id/merge_requests/:iid',
  ];
  expect(Object.keys(operations).filter(key => key.startsWith('GET') && !covered.includes(key))).toEqual([]);
});
