import {type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse, print} from 'graphql';
import {describe, expect, it} from 'vitest';
import {typeDefs} from '../../sandbox/graphql/schema.ts';
import {hasShared, readShared, withoutShared} from '../shared.ts';
import {acme, globex, root, useSandbox} from './server.ts';

const server = useSandbox();
const world = () => server.sandbox.world;

interface Projects {
  readonly nodes: readonly {readonly fullPath: string}[];
  readonly pageInfo: {readonly hasNextPage: boolean; readonly endCursor: string};
  readonly count: number;
}

interface Result {
  readonly data?: Record<string, never> | null;
  readonly errors?: readonly {readonly message: string; readonly extensions?: unknown}[];
}

async function post(body: unknown, headers: Record<string, string>): Promise<{status: number; body: unknown}> {
  const response = await fetch(`${server.sandbox.origin}/api/graphql`, {
    method: 'POST',
    headers: {'content-type': 'application/json', ...headers},
    body: JSON.stringify(body),
  });
  return {status: response.status, body: await response.json()};
}

async function ask(query: string, user = 'dana', variables: object = {}): Promise<Result> {
  const headers: Record<string, string> = user === '' ? {} : {'private-token': world().addToken(user)};
  return (await post({query, variables}, headers)).body as Result;
}

const types = (text: string) =>
  new Map(
    parse(text).definitions.flatMap(node =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? [[node.name.value, node as ObjectTypeDefinitionNode] as const]
        : [],
    ),
  );

const argumentsOf = (field: FieldDefinitionNode) =>
  (field.arguments ?? []).map(({name, type, defaultValue}) =>
    [name.value, print(type), defaultValue ? print(defaultValue) : ''].join(' '),
  );

describe.skipIf(!hasShared)(`the schema${hasShared ? '' : ` (${withoutShared})`}`, () => {
  it('has no type, field or argument that GitLab’s has not', () => {
    const theirs = types(readShared('gitlab/graphql/gitlab-subset.graphql'));
    for (const [name, {fields = []}] of types(typeDefs)) {
      const known = new Map((theirs.get(name)?.fields ?? []).map(field => [field.name.value, field]));
      for (const field of fields) {
        const other = known.get(field.name.value);
        const at = `${name}.${field.name.value}`;
        expect(other && print(other.type), at).toBe(print(field.type));
        expect(other && argumentsOf(other), at).toEqual(expect.arrayContaining(argumentsOf(field)));
      }
    }
  });
});

describe('what is asked for', () => {
  it('is answered as the REST API does', async () => {
    const {data, errors} = await ask(`{
      project(fullPath: "${acme}") {
        id fullPath name visibility archived
        repository {
          empty rootRef
          blobs(paths: ["README.md", "no.md"], first: 2) { nodes { path rawTextBlob } }
          tree(path: ".gitlab/issue_templates") { blobs(first: 10) { nodes { name path sha } } }
        }
        projectMembers(relations: [DIRECT], first: 10) {
          nodes { accessLevel { integerValue } user { username state bot } }
          pageInfo { hasNextPage }
        }
        labels(first: 10) { count }
      }
    }`);
    expect(errors).toBeUndefined();
    const project = world().project(acme);
    expect(data?.project).toMatchObject({
      id: `gid://gitlab/Project/${project.id}`,
      visibility: 'private',
      repository: {
        empty: false,
        rootRef: 'main',
        blobs: {nodes: [{path: 'README.md', rawTextBlob: expect.stringContaining('# Acme and GitLab')}]},
        tree: {blobs: {nodes: [{name: 'Meeting Agenda.md'}, {name: 'Feature Request.md'}]}},
      },
      projectMembers: {nodes: [{accessLevel: {integerValue: 30}, user: {username: 'wile.coyote', bot: false}}]},
      labels: {count: 4},
    });
  });

  it('is null where it is not there or may not be read, and left out of lists', async () => {
    const query = `{ project(fullPath: "${acme}") { id } group(fullPath: "nowhere") { id }
      projects(fullPaths: ["${acme}", "${globex}"], first: 5) { nodes { fullPath } } }`;
    expect((await ask(query, 'kim')).data).toEqual({
      project: null,
      group: null,
      projects: {nodes: [{fullPath: globex}]},
    });
  });

  it('comes in pages of at most a hundred, by cursor', async () => {
    const page = async (after: string) => {
      const {data} = await ask(`{ group(fullPath: "${root}") { projects(first: 3, includeSubgroups: true${after}) {
        count nodes { fullPath } pageInfo { hasNextPage endCursor } } } }`);
      const group = data?.group as {projects: Projects} | undefined;
      if (!group) throw new Error('no group');
      return group.projects;
    };
    const seen: string[] = [];
    for (let after = '', more = true; more; ) {
      const {nodes, pageInfo, count} = await page(after);
      seen.push(...nodes.map(({fullPath}) => fullPath));
      more = pageInfo.hasNextPage;
      after = `, after: "${pageInfo.endCursor}"`;
      if (!more) expect(new Set(seen).size).toBe(count);
    }
  });

  it('in an empty repository is an empty list, and a binary file has no text', async () => {
    world().addProject({path: `${root}/emea/acme/empty`});
    world().commitFile(acme, 'picture.bin', new Uint8Array([1, 0, 2]));
    const blobs = 'repository { empty blobs(paths: ["picture.bin"], first: 1) { nodes { rawTextBlob } } }';
    const {data} = await ask(`{ a: project(fullPath: "${root}/emea/acme/empty") { ${blobs} }
      b: project(fullPath: "${acme}") { ${blobs} } }`);
    expect(data?.a).toEqual({repository: {empty: true, blobs: {nodes: []}}});
    expect(data?.b).toEqual({repository: {empty: false, blobs: {nodes: [{rawTextBlob: null}]}}});
  });

  it('of several files may not be larger than 20 MiB together', async () => {
    for (const name of ['a', 'b']) world().commitFile(acme, name, new Uint8Array(11 * 1024 * 1024));
    const {errors} = await ask(
      `{ project(fullPath: "${acme}") { repository { blobs(paths: ["a", "b"], first: 2) { nodes { path } } } } }`,
    );
    expect(errors?.[0]?.message).toMatch(/^Max blobs size limit exceeded \(/);
  });
});

describe('who asks', () => {
  it('without the page’s CSRF token is nobody, and nothing is refused', async () => {
    const {cookie} = world().signIn('dana');
    const session = {cookie: `_gitlab_session=${cookie}`};
    const query = {query: `{ currentUser { username } project(fullPath: "${acme}") { id } }`};
    expect(await post(query, session)).toEqual({status: 200, body: {data: {currentUser: null, project: null}}});
    const csrf = world().sessions.get(cookie)?.csrf ?? '';
    const known = await post(query, {...session, 'x-csrf-token': csrf});
    expect(known.body).toMatchObject({data: {currentUser: {username: 'dana'}, project: {id: expect.any(String)}}});
  });
});

describe('limits', () => {
  const score = async (query: string) =>
    (await ask(`{ queryComplexity { score limit } ${query} }`)).data?.queryComplexity as never as {
      score: number;
      limit: number;
    };

  it.each([
    // queryComplexity itself: two scalars and one for the field.
    ['', 3],
    [`project(fullPath: "x") { name }`, 3 + 2],
    [`project(fullPath: "x") { name avatarUrl }`, 3 + 4],
    // (nodes (1 + title 1) + 1) × 1.1
    [`project(fullPath: "x") { labels(first: 10) { nodes { title } } }`, 3 + 1 + 3],
    // the same without a size: × 2
    [`project(fullPath: "x") { labels { nodes { title } } }`, 3 + 1 + 6],
    // ((nodes 1 + name 1) + 1 + 10) × 2
    [`group(fullPath: "x") { projects(first: 100) { nodes { name } } }`, 3 + 1 + 26],
    // (nodes 1 + path 1 + 1 + storage 1 + 2 paths) × 1.02, in repository 1
    [`project(fullPath: "x") { repository { blobs(paths: ["a", "b"], first: 2) { nodes { path } } } }`, 3 + 1 + 1 + 6],
  ])('%s costs %i', async (query, expected) => {
    expect(await score(query)).toEqual({score: expected, limit: 250});
  });

  it('refuse what is too complex, too deep or too long, without data', async () => {
    const many = Array.from({length: 50}, (_, index) => `l${index}: labels { nodes { title } }`).join(' ');
    const complex = `{ project(fullPath: "x") { ${many} } }`;
    expect(await ask(complex)).toEqual({
      errors: [{message: 'Query has complexity of 301, which exceeds max complexity of 250'}],
    });
    const long = await post({query: `{ currentUser { name } } # ${'x'.repeat(10_000)}`}, {});
    expect(long).toEqual({status: 422, body: {errors: [{message: 'Query too large'}]}});
    let deep = 'id';
    for (let depth = 0; depth < 8; depth += 1) deep = `group { projects(first: 1) { nodes { ${deep} } } }`;
    const {errors} = await ask(`{ project(fullPath: "x") { ${deep} } }`);
    expect(errors?.[0]?.message).toBe('Query has depth of 26, which exceeds max depth of 20');
  });
});

describe('an older GitLab', () => {
  it('refuses all of a query with a field that it does not know', async () => {
    world().graphql.missing.add('Project.lastActivityAt');
    const result = await ask(`{ project(fullPath: "${acme}") { name lastActivityAt } }`);
    expect(result).toEqual({
      errors: [
        {
          message: "Field 'lastActivityAt' doesn't exist on type 'Project'",
          locations: [expect.any(Object)],
          extensions: {code: 'undefinedField', typeName: 'Project', fieldName: 'lastActivityAt'},
        },
      ],
    });
  });

  it('can have it switched off', async () => {
    world().graphql.isOn = false;
    expect(await post({query: '{ currentUser { name } }'}, {})).toMatchObject({status: 404});
  });

  it('answers a batch with a list', async () => {
    const one = {query: '{ queryComplexity { limit } }'};
    expect(await post([one, one], {})).toEqual({
      status: 200,
      body: [{data: {queryComplexity: {limit: 200}}}, {data: {queryComplexity: {limit: 200}}}],
    });
  });
});
