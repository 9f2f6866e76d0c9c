import {
  type DefinitionNode,
  type FieldDefinitionNode,
  getIntrospectionQuery,
  Kind,
  parse,
  print,
  printSchema,
} from 'graphql';
import {describe, expect, it} from 'vitest';
import {schemaWithout} from '../../sandbox/graphql/schema.ts';
import {hasShared, readShared, withoutShared} from '../shared.ts';
import {fits} from './fits.ts';
import {acme, globex, initech, root, useSandbox} from './server.ts';

interface Result<Data = Record<string, unknown>> {
  readonly data?: Data;
  readonly errors?: readonly {message: string; path?: readonly (string | number)[]; extensions?: object}[];
}

interface Connection<Node> {
  readonly count?: number;
  readonly nodes: readonly Node[];
  readonly pageInfo: {hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string};
}

const server = useSandbox();
const world = () => server.sandbox.world;

async function post(body: unknown, headers: Record<string, string>) {
  const response = await fetch(`${server.sandbox.origin}/api/graphql`, {
    method: 'POST',
    headers: {'content-type': 'application/json', ...headers},
    body: JSON.stringify(body),
  });
  return {status: response.status, body: (await response.json()) as unknown};
}

/** Headers of somebody who is signed in with a token; nobody for an empty name. */
const as = (user: string): Record<string, string> => (user === '' ? {} : {'private-token': world().addToken(user)});

async function ask<Data = Record<string, unknown>>(query: string, user = 'dana', variables?: unknown) {
  const {body} = await post({query, variables}, as(user));
  return body as Result<Data>;
}

/** The data of a query that has no errors. */
async function data<Data>(query: string, user = 'dana'): Promise<Data> {
  const {data: found, errors} = await ask<Data>(query, user);
  expect(errors).toBeUndefined();
  if (!found) throw new Error('An answer without errors has data');
  return found;
}

/** What is selected of one project. */
async function ofProject<Selected>(selection: string, path = acme, user = 'dana'): Promise<Selected | null> {
  const {project} = await data<{project: Selected | null}>(`{project(fullPath: "${path}") {${selection}}}`, user);
  return project;
}

const messages = ({errors}: Result) => errors?.map(({message}) => message);

describe.skipIf(!hasShared)(`the schema is a part of GitLab’s${hasShared ? '' : ` (${withoutShared})`}`, () => {
  /** All that a schema says, one line each: types with what they implement, fields and arguments with their types, values. */
  function statements(definitions: readonly DefinitionNode[]): string[] {
    const ofField = (type: string, {name, type: returned, arguments: args = []}: FieldDefinitionNode) => [
      `${type}.${name.value}: ${print(returned)}`,
      ...args.map(argument => {
        const fallback = argument.defaultValue ? ` = ${print(argument.defaultValue)}` : '';
        return `${type}.${name.value}(${argument.name.value}: ${print(argument.type)}${fallback})`;
      }),
    ];
    return definitions.flatMap(definition => {
      switch (definition.kind) {
        case Kind.OBJECT_TYPE_DEFINITION:
        case Kind.INTERFACE_TYPE_DEFINITION: {
          const {value} = definition.name;
          const interfaces = (definition.interfaces ?? []).map(({name}) => `${value} implements ${name.value}`);
          const fields = (definition.fields ?? []).flatMap(field => ofField(value, field));
          return [`${definition.kind} ${value}`, ...interfaces, ...fields];
        }
        case Kind.ENUM_TYPE_DEFINITION:
          return (definition.values ?? []).map(({name}) => `enum ${definition.name.value} ${name.value}`);
        case Kind.SCALAR_TYPE_DEFINITION:
          return [`scalar ${definition.name.value}`];
        default:
          throw new Error(`Not compared: ${definition.kind}`);
      }
    });
  }

  it('in every type, field, argument, default and value', () => {
    const reference = parse(readShared('gitlab/graphql/gitlab-subset.graphql')).definitions.filter(
      ({kind}) => kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION,
    );
    const known = new Set(statements(reference));
    const ours = statements(parse(printSchema(schemaWithout(new Set()))).definitions);
    expect(ours.length).toBeGreaterThan(200);
    expect(ours.filter(statement => !known.has(statement))).toEqual([]);
  });
});

describe('who asks', () => {
  const query = `{currentUser {username} project(fullPath: "${acme}") {name}}`;
  const nobody = {data: {currentUser: null, project: null}};
  const dana = {data: {currentUser: {username: 'dana'}, project: {name: 'Acme Collaboration Project'}}};

  it('G13 needs a CSRF token only for what changes something, and may ask by GET', async () => {
    const {cookie} = world().signIn('dana');
    const session = {cookie: `_gitlab_session=${cookie}`};
    const csrf = world().sessions.get(cookie)?.csrf ?? '';
    expect(await post({query}, session)).toEqual({status: 200, body: dana});
    expect(await post({query}, {...session, 'x-csrf-token': 'wrong'})).toEqual({status: 200, body: dana});
    const get = async (text: string) => {
      const url = `${server.sandbox.origin}/api/graphql?query=${encodeURIComponent(text)}`;
      const response = await fetch(url, {headers: session});
      return {status: response.status, body: (await response.json()) as unknown};
    };
    expect(await get(query)).toEqual({status: 200, body: dana});
    const mutation = 'mutation {issueSetSubscription {errors}}';
    const refused = (message: string) => ({status: 422, body: {errors: [{message}]}});
    expect(await get(mutation)).toEqual(refused('Mutations are forbidden in GET requests'));
    expect(await post({query: mutation}, session)).toEqual(refused("Can't verify CSRF token authenticity."));
    expect((await post({query: mutation}, {...session, 'x-csrf-token': `masked${csrf}`})).status).toBe(200);
    world().expireSessions();
    expect(await post({query}, {...session, 'x-csrf-token': csrf})).toEqual({status: 200, body: nobody});
  });

  it('H14 counts a POST without the page’s token as nobody’s, and a GET as the user’s', async () => {
    const {cookie} = world().signIn('dana');
    const session = {cookie: `_gitlab_session=${cookie}`};
    server.sandbox.limit = {requests: 1, seconds: 60};
    const get = () =>
      fetch(`${server.sandbox.origin}/api/graphql?query=${encodeURIComponent(query)}`, {headers: session});
    const send = (headers: Record<string, string>) =>
      fetch(`${server.sandbox.origin}/api/graphql`, {
        method: 'POST',
        headers: {'content-type': 'application/json', ...session, ...headers},
        body: JSON.stringify({query}),
      });
    expect((await get()).status).toBe(200);
    expect((await send({})).status).toBe(200);
    const second = [
      await get(),
      await send({'x-csrf-token': world().sessions.get(cookie)?.csrf ?? ''}),
      await send({}),
    ];
    expect(second.map(({status, headers}) => [status, headers.get('ratelimit-name')])).toEqual([
      [429, 'throttle_authenticated_api'],
      [429, 'throttle_authenticated_api'],
      [429, 'throttle_unauthenticated_api'],
    ]);
  });

  it('is told by a token that may read the API', async () => {
    expect(await post({query}, {'private-token': world().addToken('dana', ['read_api'])})).toEqual({
      status: 200,
      body: dana,
    });
    expect(await post({query}, {authorization: `Bearer ${world().addToken('dana')}`})).toEqual({
      status: 200,
      body: dana,
    });
    const refusal = {status: 401, body: {errors: [{message: 'Invalid token'}]}};
    expect(await post({query}, {'private-token': 'unknown'})).toEqual(refusal);
    expect(await post({query}, {'private-token': world().addToken('dana', ['read_user'])})).toEqual(refusal);
    world().user('dana').state = 'blocked';
    expect(await post({query}, as('dana'))).toEqual(refusal);
  });

  it('sees what REST shows them, and no more', async () => {
    const ofGroup = `{group(fullPath: "${root}") {projects(includeSubgroups: true, first: 100) {count nodes {fullPath}}}}`;
    const seen: number[] = [];
    for (const user of ['dana', 'sam', 'peter.gibbons', 'kim', '']) {
      const {group} = await data<{group: {projects: Connection<{fullPath: string}>}}>(ofGroup, user);
      const url = `${server.sandbox.origin}/api/v4/groups/${encodeURIComponent(root)}/projects?include_subgroups=true&per_page=100`;
      const rest = (await (await fetch(url, {headers: as(user)})).json()) as {path_with_namespace: string}[];
      const paths = group.projects.nodes.map(({fullPath}) => fullPath);
      expect([...paths].sort()).toEqual(rest.map(({path_with_namespace: path}) => path).sort());
      expect(group.projects.count).toBe(paths.length);
      seen.push(paths.length);
    }
    expect(new Set(seen).size).toBeGreaterThan(2);
  });

  it('gets null for what is not there, not theirs, or has moved', async () => {
    expect(await ofProject('id', `${root}/gone`)).toBeNull();
    expect(await ofProject('id', acme, 'kim')).toBeNull();
    expect(await ofProject('id', String(world().project(acme).id))).toBeNull();
    expect(await data(`{group(fullPath: "${root}/emea/acme") {id}}`, 'kim')).toEqual({group: null});
    world().transfer(world().project(initech), world().group(`${root}/emea/acme`));
    expect(await ofProject('id', initech)).toBeNull();
    expect(await ofProject('path', `${root}/emea/acme/initech-collaboration-project`)).not.toBeNull();
  });
});

describe('a project', () => {
  it('has GitLab’s ids, times and spellings', async () => {
    const {id} = world().project(acme);
    const group = world().group(`${root}/emea/acme`);
    expect(
      await ofProject(
        `id fullPath name path visibility archived webUrl importStatus openIssuesCount createdAt lastActivityAt updatedAt
         markedForDeletion markedForDeletionOn isSelfDeletionScheduled avatarUrl maxAccessLevel {integerValue stringValue}
         group {id fullPath} namespace {id fullPath name visibility avatarUrl}`,
      ),
    ).toEqual({
      id: `gid://gitlab/Project/${id}`,
      fullPath: acme,
      name: 'Acme Collaboration Project',
      path: 'acme-collaboration',
      visibility: 'private',
      archived: false,
      webUrl: `https://gitlab.com/${acme}`,
      importStatus: 'none',
      openIssuesCount: 0,
      createdAt: '2026-02-03T10:00:00Z',
      lastActivityAt: '2026-02-03T10:00:00Z',
      updatedAt: '2026-02-03T10:00:00Z',
      markedForDeletion: false,
      markedForDeletionOn: null,
      isSelfDeletionScheduled: false,
      avatarUrl: `https://gitlab.com/uploads/-/system/project/avatar/${id}/logo.png`,
      maxAccessLevel: {integerValue: 50, stringValue: 'OWNER'},
      group: {id: `gid://gitlab/Group/${group.id}`, fullPath: group.path},
      namespace: {
        id: `gid://gitlab/Group/${group.id}`,
        fullPath: group.path,
        name: 'Acme',
        visibility: 'private',
        avatarUrl: null,
      },
    });
  });

  it('tells what is open, archived and about to be deleted', async () => {
    world().addProject({path: `${root}/emea/acme/old`, archived: true, markedForDeletionOn: '2026-07-01'});
    expect(
      await ofProject(
        'archived markedForDeletion markedForDeletionOn isSelfDeletionScheduled',
        `${root}/emea/acme/old`,
      ),
    ).toEqual({
      archived: true,
      markedForDeletion: true,
      markedForDeletionOn: '2026-07-01',
      isSelfDeletionScheduled: true,
    });
    expect(await ofProject('openIssuesCount lastActivityAt', initech)).toEqual({
      openIssuesCount: 3,
      lastActivityAt: `${world().project(initech).lastActivityAt.slice(0, 19)}Z`,
    });
  });

  it('tells when something last happened in it, as REST does', async () => {
    const times = () => ofProject<{lastActivityAt: string; updatedAt: string}>('lastActivityAt updatedAt');
    const url = `${server.sandbox.origin}/api/v4/projects/${encodeURIComponent(acme)}`;
    const send = (method: string, path: string, body: object) =>
      fetch(url + path, {
        method,
        headers: {...as('dana'), 'content-type': 'application/json'},
        body: JSON.stringify(body),
      });
    const before = await times();
    expect((await send('PUT', '', {name: 'Acme again'})).status).toBe(200);
    const renamed = await times();
    expect(renamed?.lastActivityAt).toBe(before?.lastActivityAt);
    expect(renamed?.updatedAt).not.toBe(before?.updatedAt);
    const edit = {branch: 'main', commit_message: 'Edit', content: 'x'};
    expect((await send('PUT', '/repository/files/README.md', edit)).status).toBe(200);
    const after = await times();
    expect(after?.lastActivityAt).not.toBe(before?.lastActivityAt);
    const rest = (await (await fetch(url, {headers: as('dana')})).json()) as Record<string, string>;
    expect(rest.last_activity_at?.slice(0, 19)).toBe(after?.lastActivityAt.slice(0, 19));
    expect(rest.updated_at?.slice(0, 19)).toBe(after?.updatedAt.slice(0, 19));
  });

  it('tells the role and what it allows', async () => {
    const allowed = async (user: string, path: string) => {
      const project = await ofProject<{userPermissions: Record<string, boolean>}>(
        `userPermissions {adminProject changeVisibilityLevel changeNamespace createLabel downloadCode pushCode
         readProjectMember renameProject createIssue}`,
        path,
        user,
      );
      return Object.entries(project?.userPermissions ?? {}).flatMap(([name, isAllowed]) => (isAllowed ? [name] : []));
    };
    expect(await allowed('dana', acme)).toHaveLength(9);
    expect(await allowed('robin', acme)).toEqual([
      'createLabel',
      'downloadCode',
      'pushCode',
      'readProjectMember',
      'createIssue',
    ]);
    expect(await allowed('kim', globex)).toEqual(['downloadCode', 'readProjectMember', 'createIssue']);
    expect(await allowed('', globex)).toEqual(['downloadCode']);
    world().addMember(acme, 'kim', 10);
    expect(await allowed('kim', acme)).toEqual(['readProjectMember', 'createIssue']);
  });

  it('lists labels, those of the groups above only if asked', async () => {
    type Labels = {labels: Connection<{id: string; title: string}>};
    const own = await ofProject<Labels>('labels(first: 100) {count nodes {id title}}');
    expect(own?.labels.nodes.map(({title}) => title)).toEqual(['12 months', 'agenda', 'feature request', 'support']);
    expect(own?.labels.count).toBe(4);
    const all = await ofProject<Labels>('labels(includeAncestorGroups: true, first: 100) {nodes {id title}}');
    const group = all?.labels.nodes.filter(({id}) => id.startsWith('gid://gitlab/GroupLabel/'));
    expect(group?.map(({title}) => title)).toEqual(['escalation']);
    expect(all?.labels.nodes).toHaveLength(5);
  });
});

describe('members', () => {
  interface Member {
    __typename: string;
    accessLevel: {integerValue: number; stringValue: string};
    user: {username: string; bot: boolean; state: string} | null;
  }
  const members = async (relations: string, user = 'dana') => {
    const found = await ofProject<{projectMembers: Connection<Member>}>(
      `projectMembers(${relations} first: 100) {nodes {__typename accessLevel {integerValue stringValue} user {username bot state}}}`,
      acme,
      user,
    );
    return found?.projectMembers.nodes.map(node => [
      node.__typename,
      node.user?.username ?? null,
      node.accessLevel.stringValue,
    ]);
  };
  const coyote = ['ProjectMember', 'wile.coyote', 'DEVELOPER'];
  const invitation = ['ProjectMember', null, 'DEVELOPER'];

  it('are the direct ones, for maintainers with the invitations', async () => {
    expect(await members('relations: [DIRECT]')).toEqual([coyote, invitation]);
    expect(await members('relations: [DIRECT]', 'robin')).toEqual([coyote]);
  });

  it('have ids of their own', async () => {
    const ids = async () => {
      const found = await ofProject<{projectMembers: Connection<{id: string}>}>('projectMembers {nodes {id}}');
      return found?.projectMembers.nodes.map(({id}) => id) ?? [];
    };
    const before = await ids();
    expect(new Set(before).size).toBe(4);
    world().project(acme).members.delete(world().user('wile.coyote').id);
    expect(before).toEqual(expect.arrayContaining(await ids()));
    expect(before[0]).toMatch(/^gid:\/\/gitlab\/(Project|Group)Member\/\d+$/);
  });

  it('are by default the inherited ones too, each once, with the highest role', async () => {
    world().addMember(acme, 'dana', 20);
    expect(await members('')).toEqual([
      ['ProjectMember', 'dana', 'OWNER'],
      ['GroupMember', 'robin', 'DEVELOPER'],
      coyote,
      invitation,
    ]);
    expect(await members('relations: [DIRECT]')).toContainEqual(['ProjectMember', 'dana', 'REPORTER']);
  });

  it('come through invited groups if asked', async () => {
    const sam = ['GroupMember', 'sam', 'DEVELOPER'];
    expect(await members('relations: [DIRECT, INHERITED, INVITED_GROUPS]')).not.toContainEqual(sam);
    expect(await members('relations: [DIRECT, INHERITED, SHARED_INTO_ANCESTORS]')).toContainEqual(sam);
    world().share(acme, 'gitlab-com/timtams', 40);
    expect(await members('relations: [DIRECT, INHERITED, INVITED_GROUPS]')).toContainEqual(sam);
  });

  it('of a group are its own and inherited ones, and those of groups that it is shared with if asked', async () => {
    const ofGroup = async (args: string, user = 'dana') => {
      const {group} = await data<{group: {groupMembers: Connection<Member>}}>(
        `{group(fullPath: "${root}") {groupMembers(${args}first: 100) {nodes {__typename accessLevel {integerValue stringValue} user {username bot state}}}}}`,
        user,
      );
      return group.groupMembers.nodes.map(({__typename, user: member}) => [__typename, member?.username]);
    };
    const [dana, robin, sam] = ['dana', 'robin', 'sam'].map(name => ['GroupMember', name]);
    expect(await ofGroup('')).toEqual([dana, robin]);
    world().addMember('gitlab-com', 'kim', 10);
    expect(await ofGroup('')).toContainEqual(['GroupMember', 'kim']);
    expect(await ofGroup('relations: [DIRECT] ')).toEqual([dana, robin]);
    expect(await ofGroup('relations: [DIRECT, SHARED_FROM_GROUPS] ')).toEqual([dana, robin, sam]);
  });

  it('are refused to nobody, and only they', async () => {
    const answer = await ask(
      `{project(fullPath: "${globex}") {name projectMembers(first: 1) {nodes {user {id}}}}}`,
      '',
    );
    expect(answer.data).toEqual({project: {name: 'Collaboration Project', projectMembers: null}});
    expect(answer.errors).toMatchObject([
      {
        message:
          "The resource that you are attempting to access does not exist or you don't have permission to perform this action",
        path: ['project', 'projectMembers'],
      },
    ]);
  });

  it('can be told from bots', async () => {
    world().addUser({username: 'project_1_bot_00', name: 'A token', bot: true});
    world().addMember(globex, 'project_1_bot_00', 40);
    expect(await ofProject('projectMembers(relations: [DIRECT]) {nodes {user {username bot state}}}', globex)).toEqual({
      projectMembers: {nodes: [{user: {username: 'project_1_bot_00', bot: true, state: 'active'}}]},
    });
  });
});

describe('a group', () => {
  const ofGroup = async (selection: string, path: string, user = 'dana') =>
    (await data<{group: unknown}>(`{group(fullPath: "${path}") {${selection}}}`, user)).group;

  it('tells the groups that it was invited to, as far as they are seen', async () => {
    const shared = 'sharedGroups(first: 100) {nodes {fullPath} pageInfo {hasNextPage}}';
    world().share(`${root}/emea/acme`, 'gitlab-com/timtams', 30);
    expect(await ofGroup(shared, 'gitlab-com/timtams')).toMatchObject({
      sharedGroups: {nodes: [{fullPath: root}, {fullPath: `${root}/emea/acme`}], pageInfo: {hasNextPage: false}},
    });
    expect(await ofGroup(shared, root)).toMatchObject({sharedGroups: {nodes: []}});
  });

  it('tells whether it or a group above is archived, and when itself is to be deleted', async () => {
    const going = 'archived markedForDeletionOn';
    expect(await ofGroup(going, `${root}/emea/acme`)).toEqual({archived: false, markedForDeletionOn: null});
    world().group(`${root}/emea`).archived = true;
    world().group(`${root}/emea`).markedForDeletionOn = '2026-12-01';
    expect(await ofGroup(going, `${root}/emea/acme`)).toEqual({archived: true, markedForDeletionOn: null});
    expect(await ofGroup(going, `${root}/emea`)).toEqual({archived: true, markedForDeletionOn: '2026-12-01'});
  });
});

describe('a repository', () => {
  type Blobs = {repository: {blobs: Connection<Record<string, string | null>>}};
  const blobs = async (args: string, selection: string, user = 'dana') => {
    const found = await ofProject<Blobs>(`repository {blobs(${args}) {nodes {${selection}}}}`, acme, user);
    return found?.repository.blobs.nodes;
  };

  it('gives files in the order of their paths, and leaves out those it does not have', async () => {
    world().commitFile(acme, 'text.md', 'Grüße');
    const found = await blobs('paths: ["gone.md", "text.md", "README.md"], first: 3', 'path name size rawTextBlob oid');
    expect(found?.map(({path}) => path)).toEqual(['text.md', 'README.md']);
    expect(found?.[0]).toMatchObject({name: 'text.md', size: '7', rawTextBlob: 'Grüße'});
    const url = `${server.sandbox.origin}/api/v4/projects/${encodeURIComponent(acme)}/repository/files/text.md?ref=HEAD`;
    const rest = (await (await fetch(url, {headers: as('dana')})).json()) as {blob_id: string};
    expect(found?.[0]?.oid).toBe(rest.blob_id);
  });

  it('gives no text of a binary file, and the pointer of one in LFS', async () => {
    const oid = 'a'.repeat(64);
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 12345\n`;
    world().commitFile(acme, 'a.png', new Uint8Array([137, 80, 0, 71]));
    world().commitFile(acme, 'b.bin', pointer);
    expect(await blobs('paths: ["a.png", "b.bin"]', 'size rawTextBlob lfsOid')).toEqual([
      {size: '4', rawTextBlob: null, lfsOid: null},
      {size: String(pointer.length), rawTextBlob: pointer, lfsOid: oid},
    ]);
  });

  it('reads from branches and commits', async () => {
    const {repository} = world().project(acme);
    const [first] = repository.commits;
    const content = new TextEncoder().encode('on a branch');
    repository.commitToBranch('draft', 'Draft', 'dana', [{action: 'update', path: 'README.md', content}]);
    world().commitFile(acme, 'README.md', 'now');
    const readme = async (ref: string) =>
      (await blobs(`paths: ["README.md"], ref: "${ref}"`, 'rawTextBlob'))?.[0]?.rawTextBlob;
    expect(await readme('draft')).toBe('on a branch');
    expect(await readme('HEAD')).toBe('now');
    expect(await readme('main')).toBe('now');
    expect(await readme(first?.id ?? '')).toContain('# Acme and GitLab');
    expect(await readme('gone')).toBeUndefined();
  });

  it('gives at most 20 MiB of several files, however many bytes it counts', async () => {
    for (const name of ['a', 'b']) world().commitFile(acme, name, new Uint8Array(11 * 1_048_576).fill(97));
    const answer = await ask(
      `{project(fullPath: "${acme}") {repository {blobs(paths: ["a", "b"]) {nodes {...text}}}}} fragment text on RepositoryBlob {rawTextBlob}`,
    );
    expect(answer.data).toEqual({project: {repository: {blobs: null}}});
    expect(messages(answer)).toEqual(['Max blobs size limit exceeded (22 MiB / 20 MiB).']);
    expect(await blobs('paths: ["a", "b"]', 'size')).toEqual([{size: '11534336'}, {size: '11534336'}]);
    expect(await blobs('paths: ["a"]', 'size')).toHaveLength(1);
  });

  it('is empty without a commit', async () => {
    world().addProject({path: `${root}/emea/acme/empty`});
    expect(
      await ofProject(
        'repository {empty exists rootRef blobs(paths: ["README.md"]) {nodes {path}} tree {blobs {nodes {name}}}}',
        `${root}/emea/acme/empty`,
      ),
    ).toEqual({repository: {empty: true, exists: true, rootRef: null, blobs: {nodes: []}, tree: null}});
    expect(await ofProject('repository {empty exists rootRef}')).toEqual({
      repository: {empty: false, exists: true, rootRef: 'main'},
    });
  });

  it('is shown from Reporter on in a private project', async () => {
    world().addMember(acme, 'kim', 10);
    expect(await ofProject('name repository {empty}', acme, 'kim')).toEqual({
      name: 'Acme Collaboration Project',
      repository: null,
    });
    world().addMember(acme, 'kim', 20);
    expect(await ofProject('repository {empty}', acme, 'kim')).toEqual({repository: {empty: false}});
    expect(await ofProject('repository {empty}', globex, '')).toEqual({repository: {empty: false}});
  });

  it('lists folders', async () => {
    world().commitFile(acme, '.gitlab/issue_templates/deep/er.md', 'x');
    world().commitFile(acme, 'README.md', 'later');
    const tree = (args: string) =>
      ofProject(
        `repository {tree(${args}) {lastCommit {title} blobs {nodes {name path type}} trees {nodes {name path}}}}`,
      );
    expect(await tree('path: ".gitlab/issue_templates"')).toEqual({
      repository: {
        tree: {
          lastCommit: {title: 'Change .gitlab/issue_templates/deep/er.md'},
          blobs: {
            nodes: [
              {name: 'Feature Request.md', path: '.gitlab/issue_templates/Feature Request.md', type: 'blob'},
              {name: 'Meeting Agenda.md', path: '.gitlab/issue_templates/Meeting Agenda.md', type: 'blob'},
            ],
          },
          trees: {nodes: [{name: 'deep', path: '.gitlab/issue_templates/deep'}]},
        },
      },
    });
    expect(await tree('path: "", ref: "HEAD"')).toMatchObject({
      repository: {
        tree: {
          lastCommit: {title: 'Change README.md'},
          blobs: {nodes: [{path: 'README.md'}]},
          trees: {nodes: [{path: '.gitlab'}]},
        },
      },
    });
    const none = {repository: {tree: {lastCommit: null, blobs: {nodes: []}, trees: {nodes: []}}}};
    expect(await tree('path: "gone"')).toEqual(none);
    expect(await tree('ref: "gone"')).toEqual(none);
    const recursive = await ofProject<{repository: {tree: {trees: Connection<{path: string}>}}}>(
      'repository {tree(recursive: true) {trees {nodes {path}}}}',
    );
    expect(recursive?.repository.tree.trees.nodes.map(({path}) => path)).toEqual([
      '.gitlab',
      '.gitlab/issue_templates',
      '.gitlab/issue_templates/deep',
    ]);
  });
});

describe('lists', () => {
  const listed = async (args: string, path = root) => {
    const {group} = await data<{group: {projects: Connection<{fullPath: string}>}}>(
      `{group(fullPath: "${path}") {projects(${args}) {nodes {fullPath} pageInfo {hasNextPage hasPreviousPage endCursor startCursor}}}}`,
    );
    return {paths: group.projects.nodes.map(({fullPath}) => fullPath), ...group.projects.pageInfo};
  };

  it('come in pages, whose cursors stay good when something is added or goes', async () => {
    const all = await listed('includeSubgroups: true');
    expect(all).toMatchObject({hasNextPage: false, hasPreviousPage: false});
    const first = await listed('includeSubgroups: true, first: 3');
    expect(first).toMatchObject({paths: all.paths.slice(0, 3), hasNextPage: true});
    world().addProject({path: `${root}/emea/acme/new`});
    world().projects.splice(world().projects.indexOf(world().project(first.paths[2] ?? '')), 1);
    const seen: string[] = [...first.paths];
    for (let page = first; page.hasNextPage; ) {
      page = await listed(`includeSubgroups: true, first: 3, after: "${page.endCursor}"`);
      expect(page.hasPreviousPage).toBe(true);
      seen.push(...page.paths);
    }
    expect(seen).toEqual(all.paths);
    const last = await listed('includeSubgroups: true, last: 2');
    expect(last).toMatchObject({paths: all.paths.slice(-2), hasPreviousPage: true});
    const before = await listed(`includeSubgroups: true, last: 2, before: "${last.startCursor}"`);
    expect(before.paths).toEqual(all.paths.slice(-4, -2));
  });

  it('have at most 100 a page', async () => {
    for (let count = 0; count < 120; count += 1) world().addProject({path: `${root}/emea/acme/p${count}`});
    expect((await listed('first: 500', `${root}/emea/acme`)).paths).toHaveLength(100);
    expect((await listed('includeArchived: true', `${root}/emea/acme`)).paths).toHaveLength(100);
  });

  it('refuse cursors that are none, and two ends at once', async () => {
    const wrong = async (args: string) => {
      const answer = await ask(`{projects(${args}) {nodes {id}}}`);
      return [answer.data, messages(answer)];
    };
    expect(await wrong('after: "nonsense"')).toEqual([{projects: null}, ['Please provide a valid cursor']]);
    expect(await wrong('first: 1, last: 1')).toEqual([
      {projects: null},
      ['Can only provide either `first` or `last`, not both'],
    ]);
  });

  it('of a group are filtered and sorted', async () => {
    const place = `${root}/emea/acme`;
    world().addProject({path: `${place}/old`, archived: true, lastActivityAt: '2026-06-01T00:00:00.000Z'});
    world().addProject({path: `${place}/doomed`, name: 'The doomed', markedForDeletionOn: '2026-07-01'});
    const names = async (args: string) => (await listed(args, place)).paths.map(path => path.slice(place.length + 1));
    expect(await names('first: 9')).toEqual(['doomed', 'old', 'acme-collaboration']);
    expect(await names('includeArchived: false')).toEqual(['doomed', 'acme-collaboration']);
    expect(await names('notAimedForDeletion: true')).toEqual(['old', 'acme-collaboration']);
    expect(await names('search: "DOOM"')).toEqual(['doomed']);
    expect(await names('search: "emea"')).toEqual([]);
    expect(await names('sort: ACTIVITY_DESC')).toEqual(['old', 'doomed', 'acme-collaboration']);
    expect((await listed('first: 9', `${root}/emea`)).paths).toEqual([]);
    expect((await listed('first: 9, includeSubgroups: true', `${root}/emea`)).paths).toContain(acme);
  });

  it('of projects by their paths leave out what may not be read, and take 50 paths', async () => {
    const byPaths = (paths: readonly string[]) => `{projects(fullPaths: ${JSON.stringify(paths)}) {nodes {fullPath}}}`;
    const paths = [acme, globex.toUpperCase(), `${root}/gone`];
    expect(await data(byPaths(paths))).toEqual({projects: {nodes: [{fullPath: globex}, {fullPath: acme}]}});
    expect(await data(byPaths(paths), 'kim')).toEqual({projects: {nodes: [{fullPath: globex}]}});
    expect(await data(byPaths(Array.from({length: 50}, () => acme)))).toEqual({projects: {nodes: [{fullPath: acme}]}});
    const answer = await ask(byPaths(Array.from({length: 51}, () => acme)));
    expect(answer.data).toEqual({projects: null});
    expect(messages(answer)).toEqual(['You cannot provide more than 50 full_paths']);
  });
});

/** Query with a complexity of 2 × (names + 12) + 1: a page of 100 doubles its names, `nodes`, the field's own cost and its ten. */
const names = (count: number) =>
  `{group(fullPath: "${root}") {projects(first: 100) {nodes {${Array.from({length: count}, (_, index) => `n${index}: name`).join(' ')}}}}}`;

/** Query of this depth: group, its parents, and a name. */
const nested = (depth: number) =>
  `{group(fullPath: "${root}") {${'parent {'.repeat(depth - 2)}name${'}'.repeat(depth - 2)}}}`;

const tooComplex = (complexity: number, limit: number) => ({
  errors: [{message: `Query has complexity of ${complexity}, which exceeds max complexity of ${limit}`}],
});

describe('complexity', () => {
  const inProject = (selection: string) => `project(fullPath: "x") {${selection}}`;
  const inGroup = (args: string) =>
    `group(fullPath: "x") {projects(${args}) {nodes {name} pageInfo {endCursor hasNextPage}}}`;
  /** Selections with what each comes to by hand; `queryComplexity {score limit}` itself is 3. */
  const cases: [string, number][] = [
    ['currentUser {id username}', 1 + 2],
    [inProject('name'), 1 + 1],
    [inProject('name name'), 1 + 1],
    [inProject('name other: name __typename'), 1 + 3],
    [inProject('name @skip(if: true) path @include(if: false) id'), 1 + 1],
    [inProject('...one ...one'), 1 + 2],
    [inProject('avatarUrl'), 1 + 2],
    [inProject('userPermissions {adminProject pushCode}'), 1 + 1 + 2],
    [inProject('repository {rootRef empty exists}'), 1 + 1 + 3 * 2],
    // nodes 1 + 2 fields, own 1, Gitaly 1, two paths: 7 × 1.02, cut
    [inProject('repository {blobs(paths: ["a", "b"], first: 2) {nodes {path rawTextBlob}}}'), 1 + 1 + 7],
    // the same without first: 7 × 2
    [inProject('repository {blobs(paths: ["a", "b"]) {nodes {path rawTextBlob}}}'), 1 + 1 + 14],
    // blobs are no list of their own here: nodes 1 + 3 fields, own 1, Gitaly 1; the last commit is 10
    [inProject('repository {tree {blobs {nodes {name path sha}} lastCommit {sha}}}'), 1 + 1 + 2 + 6 + 11],
    // count 1, nodes 1 + 2 fields, own 1: 5 × 1.5, cut
    [inProject('labels(first: 50) {count nodes {id title}}'), 1 + 7],
    [inProject('labels(first: 500) {count nodes {id title}}'), 1 + 10],
    // nodes 1, access level 1 + 1, user 1 + 2, own 1: 7 × 1.1, cut
    [
      inProject(
        'projectMembers(relations: [DIRECT], first: 10) {nodes {accessLevel {integerValue} user {username bot}}}',
      ),
      1 + 7,
    ],
    // the dearest of the types that a node may have counts: group 1 + 1
    [
      inProject('projectMembers(first: 0) {nodes {... on GroupMember {group {id}} ... on ProjectMember {__typename}}}'),
      1 + 4,
    ],
    // nodes 1 + 1, page 1 + 2, own 1, ten: 16
    [inGroup('first: 100'), 1 + 32],
    [inGroup('first: 20'), 1 + 19],
    [inGroup('last: 50'), 1 + 24],
    [inGroup('first: 100, search: "x"'), 1 + 42],
    [inGroup('first: 100, sort: ACTIVITY_DESC'), 1 + 34],
    ['projects(fullPaths: ["a", "b", "c"], first: 3) {nodes {name}}', 3],
    // nodes 1, user 1 + 1, own 1: 4 × 2; nodes 1 + 1, own 1: 3 × 1.5, cut
    ['group(fullPath: "x") {groupMembers(first: 100) {nodes {user {id}}}}', 1 + 8],
    ['group(fullPath: "x") {sharedGroups(first: 50) {nodes {fullPath}}}', 1 + 4],
  ];

  it.each(cases)('%s', async (selection, expected) => {
    const fragment = selection.includes('...one') ? 'fragment one on Project {id path}' : '';
    const {queryComplexity} = await data<{queryComplexity: {score: number; limit: number}}>(
      `{queryComplexity {score limit} ${selection}} ${fragment}`,
    );
    expect(queryComplexity).toEqual({score: expected + 3, limit: 250});
  });

  it('takes sizes and paths from variables', async () => {
    const query = `query ($paths: [String!]!, $first: Int) {
      queryComplexity {score}
      project(fullPath: "x") {repository {blobs(paths: $paths, first: $first) {nodes {path}}}}
    }`;
    const score = async (paths: readonly string[], first?: number) => {
      const answer = await ask<{queryComplexity: {score: number}}>(query, 'dana', {paths, first});
      return answer.data?.queryComplexity.score;
    };
    // queryComplexity 2, project and repository 2; nodes 2, own 1, Gitaly 1, and a path each
    expect(await score(['a'], 1)).toBe(2 + 2 + 5);
    expect(await score(['a', 'b', 'c', 'd', 'e', 'f'], 100)).toBe(2 + 2 + 20);
    expect(await score(['a', 'b', 'c', 'd', 'e', 'f'])).toBe(2 + 2 + 20);
  });

  // The one query whose complexity GitLab's own source names.
  it('of GraphiQL’s introspection is 226', async () => {
    const introspection = getIntrospectionQuery({inputValueDeprecation: true});
    const found = await data(introspection.replace('{', '{queryComplexity {score}'));
    expect(found).toMatchObject({queryComplexity: {score: 226 + 2}, __schema: {queryType: {name: 'Query'}}});
  });

  it('is limited to 200 signed out and 250 signed in', async () => {
    expect((await ask(names(87), '')).data).toBeDefined();
    expect(await ask(names(88), '')).toEqual(tooComplex(201, 200));
    expect((await ask(names(112))).data).toBeDefined();
    expect(await ask(names(113))).toEqual(tooComplex(251, 250));
    expect(await data('{queryComplexity {limit}}', '')).toEqual({queryComplexity: {limit: 200}});
  });

  it('is not all: depth is limited to 15 and 20', async () => {
    expect((await ask(nested(15), '')).data).toBeDefined();
    expect(messages(await ask(nested(16), ''))).toEqual(['Query has depth of 16, which exceeds max depth of 15']);
    expect((await ask(nested(20))).data).toBeDefined();
    expect(await ask(nested(21))).toEqual({
      errors: [{message: 'Query has depth of 21, which exceeds max depth of 20'}],
    });
  });
});

describe('requests', () => {
  it('may have 10,000 characters, all queries of a batch together', async () => {
    const padded = (length: number) => {
      const query = '{currentUser {username}} #';
      return {query: query + 'ü'.repeat(length - query.length)};
    };
    const tooLarge = {status: 422, body: {errors: [{message: 'Query too large'}]}};
    expect((await post(padded(10_000), as('dana'))).status).toBe(200);
    expect(await post(padded(10_001), as('dana'))).toEqual(tooLarge);
    expect((await post([padded(5_000), padded(5_000)], as('dana'))).status).toBe(200);
    expect(await post([padded(5_000), padded(5_001)], as('dana'))).toEqual(tooLarge);
  });

  it('fail as a whole for a field that there is not', async () => {
    const answer = await ask(
      `query Q {project(fullPath: "${acme}") {name p: unheardOf repository {... on Repository {size}}}}`,
    );
    expect(answer).toEqual({
      errors: [
        {
          message: "Field 'unheardOf' doesn't exist on type 'Project'",
          locations: [{line: 1, column: expect.any(Number)}],
          path: ['query Q', 'project', 'p'],
          extensions: {code: 'undefinedField', typeName: 'Project', fieldName: 'unheardOf'},
        },
        {
          message: "Field 'size' doesn't exist on type 'Repository'",
          locations: [{line: 1, column: expect.any(Number)}],
          path: ['query Q', 'project', 'repository', '... on Repository', 'size'],
          extensions: {code: 'undefinedField', typeName: 'Repository', fieldName: 'size'},
        },
      ],
    });
    const many = await ask(`{${'abcdefg'.split('').join(' ')}}`);
    expect(many.errors).toHaveLength(5);
    expect(await ask('{')).toMatchObject({errors: [{}]});
    expect((await ask('query A {currentUser {id}} query B {currentUser {id}}')).data).toBeUndefined();
  });

  it('bring variables, as an object or as text', async () => {
    const query = 'query ($path: ID!) {project(fullPath: $path) {path}}';
    const found = {data: {project: {path: 'acme-collaboration'}}};
    expect(await ask(query, 'dana', {path: acme})).toEqual(found);
    expect(await ask(query, 'dana', JSON.stringify({path: acme}))).toEqual(found);
    expect((await ask(query, 'dana', {})).data).toBeUndefined();
    expect((await post({query, variables: [1]}, as('dana'))).status).toBe(422);
    expect((await post({query, variables: 'nonsense'}, as('dana'))).status).toBe(422);
  });

  it('choose one operation of several', async () => {
    const query = 'query A {currentUser {id}} query B {currentUser {username}}';
    const {body} = await post({query, operationName: 'B'}, as('dana'));
    expect(body).toEqual({data: {currentUser: {username: 'dana'}}});
  });

  it('can be a batch, answered in its order', async () => {
    const batch = [
      {query: `{project(fullPath: "${acme}") {path}}`},
      {query: '{nothing}'},
      {query: 'query ($path: ID!) {group(fullPath: $path) {path}}', variables: {path: root}},
    ];
    const {status, body} = await post(batch, as('dana'));
    expect(status).toBe(200);
    expect(body).toMatchObject([
      {data: {project: {path: 'acme-collaboration'}}},
      {errors: [{message: "Field 'nothing' doesn't exist on type 'Query'"}]},
      {data: {group: {path: 'account-management'}}},
    ]);
    expect(await post([], as('dana'))).toEqual({status: 200, body: []});
  });

  it('of a batch share one budget, and have each their own', async () => {
    const batch = (...counts: number[]) =>
      post(
        counts.map(count => ({query: names(count)})),
        as('dana'),
      );
    expect((await batch(50, 50)).body).toMatchObject([{data: {}}, {data: {}}]);
    expect((await batch(50, 51)).body).toEqual([tooComplex(252, 250), tooComplex(252, 250)]);
    expect((await batch(63, 63)).body).toEqual([tooComplex(302, 250), tooComplex(302, 250)]);
    const [ofAll] = tooComplex(251 + 33, 250).errors;
    const [ofOne] = tooComplex(251, 250).errors;
    expect((await batch(113, 4)).body).toEqual([{errors: [ofAll, ofOne]}, {errors: [ofAll]}]);
  });
});

describe('switches', () => {
  const path = `{project(fullPath: "${acme}") {path}}`;

  it('GraphQL can be off', async () => {
    world().graphql.isOn = false;
    expect(await post({query: path}, as('dana'))).toEqual({status: 404, body: {error: '404 Not Found'}});
    server.sandbox.reset();
    expect((await post({query: path}, as('dana'))).status).toBe(200);
  });

  it('an older GitLab lacks fields', async () => {
    const query = `{project(fullPath: "${acme}") {path markedForDeletion}}`;
    expect((await ask(query)).data).toBeDefined();
    world().graphql.missing.add('Project.markedForDeletion');
    const answer = await ask(query);
    expect(answer.data).toBeUndefined();
    expect(messages(answer)).toEqual(["Field 'markedForDeletion' doesn't exist on type 'Project'"]);
    expect((await ask(path)).data).toBeDefined();
    world().graphql.missing.add('Project.neverThere');
    expect((await post({query: path}, as('dana'))).status).toBe(500);
  });

  it('faults meet it, and the log has it', async () => {
    const {sandbox} = server;
    sandbox.faults.add({path: /^\/graphql$/, method: 'POST', status: 429, text: 'Retry later\n', times: 1});
    sandbox.faults.add({path: /^\/projects/, status: 500});
    const send = () =>
      fetch(`${sandbox.origin}/api/graphql`, {
        method: 'POST',
        headers: {'content-type': 'application/json', ...as('dana')},
        body: JSON.stringify({query: path}),
      });
    const refused = await send();
    expect([refused.status, await refused.text()]).toEqual([429, 'Retry later\n']);
    expect((await send()).status).toBe(200);
    sandbox.faults.add({path: /^\/graphql$/, drop: true, times: 1});
    await expect(send()).rejects.toThrow();
    const renames = sandbox.faults.add({
      path: /^\/graphql$/,
      meanwhile: changed => {
        changed.project(acme).name = 'Meanwhile';
      },
    });
    expect(await ofProject('name')).toEqual({name: 'Meanwhile'});
    renames();
    sandbox.latencyMs = 50;
    await send();
    expect(sandbox.log.map(({method, path: place, status, user}) => [method, place, status, user])).toEqual([
      ['POST', '/graphql', 429, null],
      ['POST', '/graphql', 200, 'dana'],
      ['POST', '/graphql', 0, null],
      ['POST', '/graphql', 200, 'dana'],
      ['POST', '/graphql', 200, 'dana'],
    ]);
    const [last] = sandbox.log.slice(-1);
    expect((last?.endedAt ?? 0) - (last?.startedAt ?? 0)).toBeGreaterThanOrEqual(49);
  });
});

describe.skipIf(!hasShared)(`refusals are GitLab’s, to the word${hasShared ? '' : ` (${withoutShared})`}`, () => {
  const token = () => as('dana');
  const big = () => {
    for (const name of ['a', 'b']) world().commitFile(acme, name, new Uint8Array(11 * 1_048_576).fill(97));
    const query = `{project(fullPath: "${acme}") {repository {blobs(paths: ["a", "b"]) {nodes {rawTextBlob}}}}}`;
    return post({query}, token());
  };
  const cases: [string, () => Promise<{status: number; body: unknown}>][] = [
    ['not_visible', () => post({query: `{project(fullPath: "${acme}") {id}}`}, {})],
    [
      'field_not_authorized',
      () => post({query: `{project(fullPath: "${globex}") {projectMembers {nodes {user {id}}}}}`}, {}),
    ],
    ['complexity', () => post({query: names(120)}, token())],
    ['depth', () => post({query: nested(25)}, token())],
    ['unknown_field', () => post({query: `{project(fullPath: "${acme}") {x}}`}, token())],
    ['too_large', () => post({query: '#'.repeat(10_001)}, token())],
    ['bad_variables', () => post({query: '{currentUser {id}}', variables: 7}, token())],
    ['bad_token', () => post({query: '{currentUser {id}}'}, {'private-token': 'unknown'})],
    ['blobs_too_big', big],
  ];

  it.each(cases)('%s', async (id, provoke) => {
    const entries: {id: string; status: number; body: unknown}[] = JSON.parse(readShared('gitlab/errors.json')).graphql;
    const entry = entries.find(other => other.id === id);
    expect(entry, 'the reference has this refusal').toBeDefined();
    // Where in the query it is depends on the query.
    const withoutPlaces = (body: unknown): unknown =>
      JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === 'locations' ? undefined : value)));
    const answer = await provoke();
    expect(answer.status).toBe(entry?.status);
    const [expected, actual] = [withoutPlaces(entry?.body), withoutPlaces(answer.body)];
    expect(fits(expected, actual), `${JSON.stringify(actual)} for ${JSON.stringify(expected)}`).toBe(true);
  });
});
