import {describe, expect, it} from 'vitest';
import type {Fault} from '../../sandbox/faults.ts';
import type {Checklist} from '../../src/checklist/checklist.ts';
import {projectChecks} from '../../src/customer/checks/index.ts';
import type {DayBook, DayMemory} from '../../src/customer/reading/day-memory.ts';
import {gatherProject} from '../../src/customer/reading/gather.ts';
import {createPageDoor} from '../../src/customer/reading/page-door.ts';
import type {FactSheet, ProjectFacts} from '../../src/facts/facts.ts';
import {createGitLab, type GitLab} from '../../src/gitlab/gitlab.ts';
import {defaultWorkspace} from '../../src/workspace/workspace.ts';
import {eventually} from '../eventually.ts';
import {type Case, casesOf} from '../mutation/cases.ts';
import {observe} from '../mutation/observe.ts';
import {createGate} from './gate.ts';
import {checklistOf, meansOf, never, signIn, sourcesOf, transportOf} from './means.ts';
import {acme, globex, root, useSandbox} from './server.ts';

const server = useSandbox();
const world = () => server.sandbox.world;

/** What is remembered for a day, in memory. */
function bookOf(memory: DayMemory = {groups: {}}): DayBook {
  let now = memory;
  return {
    now: () => now,
    keep(step) {
      now = step(now);
    },
  };
}

interface Opened {
  readonly path?: string;
  readonly book?: DayBook;
  readonly day?: string;
  readonly pause?: () => Promise<void>;
  readonly user?: string;
  /** Whether the page names its user. */
  readonly isNamed?: boolean;
  /** Another door than the usual one. */
  readonly doorOf?: (gitlab: GitLab) => GitLab;
  /** Told before each round of requests. */
  readonly onRound?: () => void;
}

interface Read {
  readonly checklist: Checklist;
  readonly rounds: number;
  /** The paths of its requests, in their order. */
  readonly asked: readonly string[];
  readonly refresh: () => Promise<Read>;
  /** Lets the requests of other work through. */
  readonly through: (work: Promise<unknown>) => Promise<number>;
}

/** Opens a project's page, and says what that took. */
async function open({
  path = acme,
  book,
  day = '2026-11-20',
  user = 'dana',
  doorOf = door => door,
  onRound,
  pause = never,
  isNamed = true,
}: Opened = {}) {
  const gate = createGate();
  const gitlab = doorOf(createGitLab(server.sandbox.origin, transportOf(server, user, undefined, gate.pass)));
  const pageUser = isNamed ? {...world().user('dana')} : undefined;
  const means = {...meansOf(server, user), gitlab};
  const sources = {...sourcesOf(gitlab, pageUser), notebook: means.notebook, dayBook: book, today: () => day, pause};
  const checklist = checklistOf(path, means, undefined, undefined, pageUser, {sources});
  const refresh = async (): Promise<Read> => {
    const before = server.sandbox.log.length;
    const rounds = await gate.through(checklist.refresh(), onRound);
    const asked = server.sandbox.log
      .slice(before)
      .sort((one, other) => one.startedAt - other.startedAt)
      .map(each => decodeURIComponent(each.path.split('?')[0] ?? ''));
    return {checklist, rounds, asked, refresh, through: work => gate.through(work)};
  };
  return refresh();
}

const verdictsOf = ({checklist}: Read) =>
  Object.fromEntries(checklist.rows.value.map(({check, finding}) => [check.id, finding?.verdict]));

/** What the same page says where GraphQL is off. */
async function byRest(path = acme) {
  world().graphql.isOn = false;
  const read = await open({path});
  world().graphql.isOn = true;
  return verdictsOf(read);
}

/** Whether a request asks if somebody is a member of a group itself. */
const isMembership = (path: string) => /^\/groups\/.+\/members\/\d+$/.test(path);

const graphql = (asked: readonly string[]) => asked.filter(path => path === '/graphql').length;

/** A door of which the answer to the query is another. */
const answering =
  (change: (answer: {data: Record<string, never>; errors?: unknown[]}) => unknown) => (gitlab: GitLab) => ({
    ...gitlab,
    query: async (query: string) => change((await gitlab.query(query)) as never),
  });

describe('a page', () => {
  it('takes one round of 12 requests on the first page of a day, and of 8 on every other', async () => {
    const book = bookOf();
    const first = await open({book});
    expect([first.asked.length, first.rounds]).toEqual([12, 1]);
    const later = await open({book});
    expect([later.asked.length, later.rounds]).toEqual([8, 1]);
    expect(verdictsOf(later)).toEqual(await byRest());
    expect(verdictsOf(first)).toEqual(verdictsOf(later));
    const nextDay = await open({book, day: '2026-11-21'});
    expect(nextDay.asked.length).toBe(12);
  });

  it('asks by GraphQL last, by GET, and nobody who is signed in beside it', async () => {
    const {asked} = await open();
    expect(asked.at(-1)).toBe('/graphql');
    expect(asked).not.toContain('/user');
    expect(server.sandbox.log.every(({method}) => method === 'GET')).toBe(true);
  });

  it('takes one round of 8 where its level is Global, once the levels above were asked that day', async () => {
    const book = bookOf();
    world().setNotification('dana', acme, 'global');
    const first = await open({book});
    expect(verdictsOf(first).notifications).toBe('fail');
    // An own level that tells of no new issue matters nowhere, so nobody asks where it reaches.
    expect(first.asked.filter(isMembership)).toEqual([]);
    const later = await open({book});
    expect([later.asked.length, later.rounds]).toEqual([8, 1]);
    expect(verdictsOf(later)).toEqual(await byRest());
    // At another customer of the same segment too: it has one label of its group that is not subscribed to, which is asked by itself.
    const other = await open({path: globex, book});
    expect(other.asked.filter(path => !path.includes('globex'))).toEqual(['/graphql', '/user']);
  });

  it('asks whether an own level that tells of new issues reaches it', async () => {
    const book = bookOf();
    world().setNotification('dana', null, 'watch');
    world().setNotification('dana', acme, 'global');
    const first = await open({book});
    expect(verdictsOf(first).notifications).toBe('pass');
    expect(first.asked.filter(isMembership)).toContain(`/groups/${root}/members/${world().user('dana').id}`);
    const later = await open({book});
    expect([later.asked.length, later.rounds]).toEqual([8, 1]);
    expect(verdictsOf(later)).toEqual(await byRest());
  });

  it('that is refreshed asks again what was remembered', async () => {
    const book = bookOf();
    await open({path: globex, book});
    const page = await open({path: globex, book});
    world().setNotification('dana', null, 'watch');
    expect(verdictsOf(page).notifications).toBe('fail');
    const again = await page.refresh();
    expect(verdictsOf(again).notifications).toBe('pass');
    // And it is that which is remembered.
    expect(verdictsOf(await open({path: globex, book})).notifications).toBe('pass');
  });

  it('reads single facts again by REST, and by no answer from before', async () => {
    const {checklist, through} = await open();
    world().commitFile(acme, 'README.md', 'Ask [CSM NAME]\n');
    server.sandbox.log.length = 0;
    await through(checklist.reread(new Set(['readme'])));
    expect(checklist.rows.value.find(({check}) => check.id === 'readme')?.finding?.verdict).toBe('fail');
    expect(server.sandbox.log.map(({path}) => path)).not.toContain('/graphql');
  });

  it('takes a second round for a README of another name, and asks then who is signed in', async () => {
    const {files} = world().project(acme).repository;
    files.delete('README.md');
    world().commitFile(acme, 'readme.markdown', 'Ask [CSM NAME]\n');
    const read = await open({book: bookOf()});
    expect(verdictsOf(read).readme).toBe('fail');
    expect(read.asked.at(-1)).toBe('/user');
    expect(read.rounds).toBe(3);
  });

  it('asks for no more than GitLab gives to whoever is signed in, by far', async () => {
    let score: unknown;
    await open({
      doorOf: gitlab => ({
        ...gitlab,
        async query(query) {
          const answer = (await gitlab.query(query.replace(/\}$/, 'queryComplexity{score}}'))) as {
            data: {queryComplexity: {score: number}};
          };
          score = answer.data.queryComplexity.score;
          return answer;
        },
      }),
    });
    expect(score).toBeGreaterThan(50);
    expect(score).toBeLessThanOrEqual(165);
  });
});

describe('where GraphQL does not tell', () => {
  const lasting: readonly (readonly [string, Fault])[] = [
    ['is off', {path: /^\/graphql$/, status: 404, body: {error: '404 Not Found'}}],
    ['is refused to somebody without a token', {path: /^\/graphql$/, status: 401, body: {message: '401 Unauthorized'}}],
    ['is forbidden', {path: /^\/graphql$/, status: 403, text: '<html>Forbidden</html>'}],
    ['is another page', {path: /^\/graphql$/, status: 200, text: '<html>Sign in</html>'}],
    [
      'finds it too complex',
      {
        path: /^\/graphql$/,
        status: 200,
        body: {errors: [{message: 'Query has complexity of 301, which exceeds max complexity of 250'}]},
      },
    ],
  ];

  it.each(lasting)('because it %s, REST is asked, and that alone until the next day', async (_, fault) => {
    const expected = await byRest();
    const end = server.sandbox.faults.add(fault);
    const book = bookOf();
    const first = await open({book});
    expect(verdictsOf(first)).toEqual(expected);
    expect(graphql(first.asked)).toBe(1);
    const later = await open({book});
    expect(graphql(later.asked)).toBe(0);
    expect(verdictsOf(later)).toEqual(expected);
    end();
    expect(graphql((await later.refresh()).asked)).toBe(1);
    expect(graphql((await open({book})).asked)).toBe(1);
  });

  it('for long, REST is asked meanwhile', async () => {
    const expected = await byRest();
    const answers = server.sandbox.faults.hold({path: /^\/graphql$/});
    let giveUp = () => {};
    const waited = new Promise<void>(resolve => {
      giveUp = resolve;
    });
    const opening = open({pause: () => waited});
    await eventually(() => expect(answers.waiting()).toBe(1));
    giveUp();
    expect(verdictsOf(await opening)).toEqual(expected);
    answers();
  });

  it('for a moment only, the next page asks it again', async () => {
    const expected = await byRest();
    server.sandbox.faults.add({path: /^\/graphql$/, status: 500, times: 1});
    const book = bookOf();
    expect(verdictsOf(await open({book}))).toEqual(expected);
    expect(graphql((await open({book})).asked)).toBe(1);
  });

  it.each(['Group.sharedGroups', 'Group.archived', 'Group.markedForDeletionOn'])(
    'because it is older than %s, it is asked without, at once from then on',
    async field => {
      const expected = await byRest();
      world().graphql.missing.add(field);
      const book = bookOf();
      const first = await open({book});
      expect(verdictsOf(first)).toEqual(expected);
      expect(graphql(first.asked)).toBe(2);
      const later = await open({book});
      expect(graphql(later.asked)).toBe(1);
      expect(verdictsOf(later)).toEqual(expected);
    },
  );

  it('because it is older than all of it, REST is asked', async () => {
    const expected = await byRest();
    world().graphql.missing.add('Project.maxAccessLevel');
    const book = bookOf();
    expect(verdictsOf(await open({book}))).toEqual(expected);
    expect(graphql((await open({book})).asked)).toBe(0);
  });

  const parts: readonly (readonly [string, readonly (string | number)[]])[] = [
    ['who is signed in', ['currentUser']],
    ['the role', ['project', 'maxAccessLevel']],
    ['the group', ['project', 'group', 'visibility']],
    ['files', ['project', 'repository', 'blobs']],
    ['one file', ['project', 'repository', 'blobs', 'nodes', 0, 'rawTextBlob']],
    ['the folder', ['project', 'repository', 'tree', 'blobs']],
    ['the template', ['template', 'repository']],
    ['the team', ['team']],
    ['a member of the team', ['team', 'groupMembers', 'nodes', 0]],
    ['where the team was invited', ['team', 'sharedGroups']],
    ['the root', ['root', 'groupMembers']],
    ['all of it', ['project']],
  ];

  it.each(parts)('half of it, %s, that is asked for by REST', async (_, path) => {
    world().commitFile(acme, 'README.md', 'Ask [CSM NAME]\n');
    const expected = await byRest();
    const read = await open({
      doorOf: answering(({data}) => ({data, errors: [{message: 'Something went wrong', path}]})),
    });
    expect(verdictsOf(read)).toEqual(expected);
    expect(read.asked.length).toBeGreaterThan(12);
  });

  /** The answer as it is read here, to be changed. */
  interface Answer {
    readonly data: {
      readonly project: {readonly repository: {readonly tree: {readonly blobs: List}}};
      readonly team: {id: string; readonly groupMembers: List; readonly sharedGroups: List};
      g2: unknown;
    };
  }
  interface List {
    readonly nodes: unknown[];
    readonly pageInfo: {hasNextPage: boolean};
  }
  const cut = ({nodes, pageInfo}: List) => {
    nodes.length = 0;
    pageInfo.hasNextPage = true;
  };

  it.each<[string, (data: Answer['data']) => void]>([
    ['all groups that the team was invited to', ({team}) => cut(team.sharedGroups)],
    ['all of a folder', ({project}) => cut(project.repository.tree.blobs)],
    [
      'of a group above',
      data => {
        data.team.sharedGroups.nodes.length = 0;
        data.g2 = null;
      },
    ],
    [
      'of the team, but of another group of its path',
      ({team}) => {
        team.id = 'gid://gitlab/Group/1';
        team.groupMembers.nodes.push({user: {id: `gid://gitlab/User/${world().user('wile.coyote').id}`}});
      },
    ],
  ])('%s, REST is asked', async (_, change) => {
    world().project(acme).invitations.splice(0);
    const expected = await byRest();
    const read = await open({
      doorOf: answering(answer => {
        change((answer as unknown as Answer).data);
        return answer;
      }),
    });
    expect(verdictsOf(read)).toEqual(expected);
  });

  it('the role of anybody else', async () => {
    const gitlab = createGitLab(server.sandbox.origin, transportOf(server, 'dana'));
    const door = createPageDoor(acme, sourcesOf(gitlab, {...world().user('dana')}), false);
    door.send();
    expect(await door.gitlab.accessLevel(acme, world().user('dana').id)).toBe(50);
    expect(await door.gitlab.accessLevel(acme, world().user('wile.coyote').id)).toBe(30);
  });

  it('a list to its end, the rest is asked for', async () => {
    world().addUser({username: 'manager', name: 'Mona Manager'});
    world().addMember(root, 'manager', 30);
    const {members} = world().project(acme);
    members.clear();
    world().project(acme).invitations.splice(0);
    world().addMember(acme, 'manager', 30);
    const more = (list: {nodes: unknown[]; pageInfo: {hasNextPage: boolean}}) => {
      list.nodes.length = 0;
      list.pageInfo.hasNextPage = true;
    };
    const read = await open({
      doorOf: answering(answer => {
        const {root: group} = answer.data as unknown as {root: {groupMembers: Parameters<typeof more>[0]}};
        more(group.groupMembers);
        return answer;
      }),
    });
    expect(verdictsOf(read).members).toBe('fail');
  });

  it('the bytes of a file in ISO 8859-1, they are asked for', async () => {
    world().commitFile(acme, 'README.md', new Uint8Array([...Buffer.from('Caf\u00e9 [OWNER]\n', 'latin1')]));
    const {checklist} = await open();
    expect(checklist.facts.value.readme).toMatchObject({value: {text: 'Café [OWNER]\n', isLatin1: true}});
  });
});

describe('who is signed in', () => {
  it('is somebody else: nothing is known', async () => {
    const read = await open({user: 'robin'});
    expect(new Set(Object.values(verdictsOf(read)))).toEqual(new Set(['unknown']));
    expect(read.checklist.endedBy.value?.kind).toBe('other-user');
  });

  it('is somebody else: nothing that GitLab told them is remembered', async () => {
    const book = bookOf();
    await open({user: 'robin', book});
    expect(book.now()).toEqual({groups: {}});
    await open({book});
    expect(Object.keys(book.now().groups)).toContain(root);
  });

  it('is asked before all else, and at the end, where the page does not name its user', async () => {
    const {asked, rounds} = await open({isNamed: false});
    expect([asked[0], asked.at(-1), rounds]).toEqual(['/user', '/user', 2]);
    expect(asked.length).toBe(14);
  });

  it('is nobody: nothing is known', async () => {
    const read = await open({onRound: () => world().expireSessions()});
    expect(new Set(Object.values(verdictsOf(read)))).toEqual(new Set(['unknown']));
    expect(read.checklist.endedBy.value?.kind).toBe('signed-out');
  });

  it('is another one for what is asked after the first answers: nothing of it counts', async () => {
    const {files} = world().project(acme).repository;
    files.delete('README.md');
    world().commitFile(acme, 'readme.markdown', '# Acme\n');
    let rounds = 0;
    const read = await open({
      onRound() {
        rounds += 1;
        if (rounds === 2) signIn(server, 'robin');
      },
    });
    expect(read.checklist.endedBy.value?.kind).toBe('other-user');
    expect(new Set(Object.values(verdictsOf(read)))).toEqual(new Set(['unknown']));
  });
});

/**
 * Facts without what the roads tell in other ways, and nobody looks at: mails, what a group is shared with and since when it is there,
 * the order of a folder's files, and colleagues that are no members.
 */
function comparable(facts: FactSheet): unknown {
  const {user, group, issueTemplates, colleagues, ...others} = facts;
  const {members} = others;
  return {
    ...others,
    colleagues:
      colleagues?.state === 'known' && members?.state === 'known'
        ? members.value.filter(({id}) => colleagues.value.has(id)).map(({username}) => username)
        : colleagues,
    issueTemplates:
      issueTemplates?.state === 'known'
        ? issueTemplates.value.map(each => ({
            ...each,
            files: [...each.files].sort((a, b) => (a.path < b.path ? -1 : 1)),
          }))
        : issueTemplates,
    user: user?.state === 'known' ? {...user, value: {...user.value, mails: undefined}} : user,
    group:
      group?.state === 'known'
        ? {...group, value: {...group.value, sharedWith: undefined, createdAt: undefined}}
        : group,
  };
}

async function factsOf({path, wire, username, isNamed, notebook}: Case, isAtOnce: boolean): Promise<FactSheet> {
  const {id, name} = wire.world.user(username);
  const gitlab = createGitLab(defaultWorkspace.host, wire.transport(username));
  const sources = {...sourcesOf(gitlab, isNamed ? {id, name, username} : undefined), notebook};
  const door = createPageDoor(path, sources, false);
  const from = isAtOnce ? {...sources, gitlab: door.gitlab} : sources;
  const names = new Set(projectChecks.flatMap(({facts}) => facts)) as ReadonlySet<keyof ProjectFacts>;
  const gathering = gatherProject(
    path,
    from,
    new Set<keyof ProjectFacts>([...names, 'user', 'role', 'group', 'record']),
  );
  if (isAtOnce) door.send();
  const read = Object.entries(gathering).map(async ([fact, reading]) => [fact, await reading] as const);
  return Object.fromEntries(await Promise.all(read));
}

describe('both roads', () => {
  it('give the same facts of every customer', async () => {
    for (const of of casesOf().filter(({kind, isAtOnce}) => kind === 'project' && !isAtOnce)) {
      const [one, two] = [await factsOf(of, false), await factsOf(of, true)];
      expect([of.name, comparable(two)]).toEqual([of.name, comparable(one)]);
    }
  });

  it('tell the same of every customer, in the same words', async () => {
    const cases = casesOf().filter(({kind}) => kind === 'project');
    const atOnce = new Map(cases.filter(of => of.isAtOnce).map(of => [of.name.replace(/, at once$/, ''), of]));
    const byFact = cases.filter(of => !of.isAtOnce);
    expect(byFact.length).toBeGreaterThan(20);
    for (const of of byFact) {
      const other = atOnce.get(of.name);
      if (!other) throw new Error(`${of.name} is not read at once`);
      const [one, two] = [await observe(of), await observe(other)];
      expect([of.name, [...two.rows], two.faults]).toEqual([of.name, [...one.rows], one.faults]);
    }
  });
});
