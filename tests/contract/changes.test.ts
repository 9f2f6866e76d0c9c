import {beforeEach, describe, expect, it} from 'vitest';
import {applyChange} from '../../src/apply/apply.ts';
import {type Means, unwatched} from '../../src/apply/means.ts';
import {NotKept} from '../../src/browser/storage-error.ts';
import type {Change} from '../../src/changes/change.ts';
import {roleFor} from '../../src/changes/kinds.ts';
import type {Outcome} from '../../src/changes/outcome.ts';
import {digestOf} from '../../src/gitlab/digest.ts';
import {GitLabError, problemOf} from '../../src/gitlab/errors.ts';
import {said} from '../../src/texts/said.ts';
import {hasShared, readShared, withoutShared} from '../shared.ts';
import {told} from '../told.ts';
import {meansOf} from './means.ts';
import {acme, globex, initech, root, useSandbox} from './server.ts';

interface Entry {
  readonly id?: string;
  readonly status: number;
  readonly body?: unknown;
  readonly body_text?: string;
  readonly content_type?: string;
  readonly inner_texts?: readonly string[];
}

const server = useSandbox();
const errors: {common: Entry[]; operations: Record<string, Entry[]>} = hasShared
  ? JSON.parse(readShared('gitlab/errors.json'))
  : {common: [], operations: {}};

let means: Means;
beforeEach(() => {
  means = meansOf(server);
});

/** What a fix sends: the change, the request that writes, and where the reference lists what GitLab can answer to it. */
interface Case {
  readonly method: string;
  readonly path: RegExp;
  readonly operations: readonly string[];
  /** An answer that means that there is nothing left to do. */
  readonly harmless?: number;
  readonly change: () => Promise<Change>;
}

const world = () => server.sandbox.world;
const idOf = (path: string) => world().project(path).id;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

const cases: Record<string, Case> = {
  visibility: {
    method: 'PUT',
    path: /^\/projects\/\d+$/,
    operations: ['PUT /projects/:id'],
    change: async () => ({kind: 'project-visibility', projectId: idOf(globex), from: 'public', to: 'private'}),
  },
  name: {
    method: 'PUT',
    path: /^\/projects\/\d+$/,
    operations: ['PUT /projects/:id'],
    change: async () => ({
      kind: 'project-name',
      projectId: idOf(globex),
      from: 'Collaboration Project',
      to: 'Globex Collaboration Project',
    }),
  },
  avatar: {
    method: 'PUT',
    path: /^\/projects\/\d+$/,
    operations: ['PUT /projects/:id'],
    change: async () => ({
      kind: 'avatar',
      projectId: idOf(globex),
      from: null,
      to: {name: 'logo.png', base64: png.toString('base64')},
    }),
  },
  'group-visibility': {
    method: 'PUT',
    path: /^\/groups\/\d+$/,
    operations: ['PUT /groups/:id'],
    async change() {
      world().project(globex).visibility = 'private';
      const group = world().group(`${root}/emea/globex`);
      return {kind: 'group-visibility', groupId: group.id, from: 'public', to: 'private'};
    },
  },
  'team-access': {
    method: 'POST',
    path: /\/share$/,
    operations: ['POST /projects/:id/share'],
    change: async () => ({
      kind: 'share',
      projectId: idOf(globex),
      groupId: 3174702,
      groupName: 'timtams',
      accessLevel: 40,
    }),
  },
  notifications: {
    method: 'PUT',
    path: /\/notification_settings$/,
    operations: ['PUT notification_settings'],
    change: async () => ({
      kind: 'notifications',
      projectId: idOf(globex),
      from: {level: 'global', newIssue: false},
      to: {level: 'watch', newIssue: false},
    }),
  },
  labels: {
    method: 'POST',
    path: /\/subscribe$/,
    operations: ['POST labels/:id/subscribe'],
    harmless: 404,
    change: async () => ({
      kind: 'subscriptions',
      projectId: idOf(globex),
      labels: world()
        .labelsOf(world().project(globex), false)
        .slice(0, 1)
        .map(({id, name}) => ({id, name})),
      subscribed: true,
    }),
  },
  'members, invite': {
    method: 'POST',
    path: /\/invitations$/,
    operations: ['POST invitations'],
    change: async () => ({
      kind: 'invite',
      projectId: idOf(globex),
      mails: ['hank@globex.example'],
      users: [],
      accessLevel: 30,
    }),
  },
  'members, roles': {
    method: 'PUT',
    path: /\/members\/\d+$/,
    operations: ['PUT members'],
    change: async () => ({
      kind: 'roles',
      projectId: idOf(acme),
      people: [{userId: world().user('wile.coyote').id, name: 'Wile', from: 30, to: 40}],
    }),
  },
  'members, undo of an invitation': {
    method: 'DELETE',
    path: /\/invitations\//,
    operations: ['DELETE invitations/:email'],
    harmless: 404,
    change: async () => ({
      kind: 'remove',
      projectId: idOf(acme),
      mails: ['road.runner@acme.example'],
      userIds: [],
      accessLevel: 30,
    }),
  },
  'members, undo of a membership': {
    method: 'DELETE',
    path: /\/members\//,
    operations: ['DELETE members'],
    harmless: 404,
    change: async () => ({
      kind: 'remove',
      projectId: idOf(acme),
      mails: [],
      userIds: [world().user('wile.coyote').id],
      accessLevel: 30,
    }),
  },
  'readme and issue-templates': {
    method: 'POST',
    path: /\/repository\/commits$/,
    operations: ['POST repository/commits', 'repository files'],
    async change() {
      const {lastCommitId} = await means.gitlab.file(idOf(globex), 'README.md');
      return {
        kind: 'commit',
        projectId: idOf(globex),
        branch: 'main',
        message: 'Fill in',
        files: [
          {path: 'README.md', to: '# Globex\n', lastCommitId},
          {path: 'new.md', to: 'New\n', lastCommitId: undefined},
        ],
      };
    },
  },
  'readme, merge request': {
    method: 'POST',
    path: /\/merge_requests$/,
    operations: ['POST merge_requests'],
    async change() {
      const {lastCommitId} = await means.gitlab.file(idOf(globex), 'README.md');
      return {
        kind: 'merge-request',
        projectId: idOf(globex),
        target: 'main',
        source: 'csm-checklist-1',
        message: 'Fill in',
        files: [{path: 'README.md', to: '# Globex\n', lastCommitId}],
      };
    },
  },
  'issues-reviewed, close': {
    method: 'PUT',
    path: /\/issues\/1$/,
    operations: ['PUT issues/:iid'],
    harmless: 404,
    change: async () => ({
      kind: 'issues',
      projectId: idOf(initech),
      action: 'close',
      issues: [{iid: 1, title: 'One'}],
    }),
  },
  'issues-reviewed, delete': {
    method: 'DELETE',
    path: /\/issues\/1$/,
    operations: ['DELETE issues/:iid'],
    harmless: 404,
    change: async () => ({
      kind: 'issues',
      projectId: idOf(initech),
      action: 'delete',
      issues: [{iid: 1, title: 'One'}],
    }),
  },
  'location, transfer': {
    method: 'PUT',
    path: /\/transfer$/,
    operations: ['PUT /projects/:id/transfer'],
    change: async () => move(),
  },
  'location, group': {
    method: 'POST',
    path: /^\/groups$/,
    operations: ['POST /groups'],
    change: async () => move(),
  },
};

/** The move as it is shown now. */
function move(): Change {
  const group = world().findGroup(`${root}/emea/initech`);
  return {
    target: group ? {id: group.id, visibility: group.visibility} : null,
    kind: 'move',
    projectId: idOf(initech),
    from: `${root}/pre-sales`,
    segment: `${root}/emea`,
    group: {path: 'initech', name: 'Initech'},
  };
}

/** All that a change can change, as a text to compare. A group that was created for a move may stay. */
function state(): string {
  const {projects, notifications, labels} = world();
  const dana = world().user('dana');
  return JSON.stringify([
    projects.map(
      ({path, name, visibility, avatar, members, shares, invitations, issues, repository, mergeRequests}) => [
        path,
        name,
        visibility,
        avatar?.bytes.length,
        [...members],
        shares,
        invitations,
        issues,
        repository.commits.length,
        [...repository.branches.keys()],
        mergeRequests.filter(({state}) => state === 'opened'),
      ],
    ),
    world().group(`${root}/emea/globex`).visibility,
    // GitLab tells no difference between a level that was set to Global and one that was never set.
    [...notifications].filter(([, {level}]) => level !== 'global'),
    // GitLab makes labels of the project of the group's with a move, and they stay.
    labels.flatMap(label =>
      projects.filter(project => world().isSubscribed(dana, label, project)).map(({path}) => [label.id, path]),
    ),
  ]);
}

/** The sentences in an answer that are GitLab's own: not `403 Forbidden`, not the hash that Ruby prints around them. */
function sentences(body: unknown): string[] {
  if (typeof body === 'string') {
    const inner = [...body.matchAll(/"([^"]+)"/g)].map(([, words = '']) => words);
    if (/=>/.test(body)) return inner;
    return /^\d{3} [A-Za-z ]+$/.test(body) || body.startsWith('<') ? [] : [body.replace(/\.$/, '')];
  }
  if (typeof body !== 'object' || body === null) return [];
  // Codes for programs stand beside the sentences for people.
  if ('error_description' in body) return sentences(body.error_description);
  const {status: _status, ...words} = body as Record<string, unknown>;
  return Object.values(words).flatMap(sentences);
}

const concrete = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? '').replaceAll(/<([^<>"]+)>/g, 'some $1'));

function answersFor({operations}: Case): Entry[] {
  const own = operations.flatMap(operation => errors.operations[operation] ?? []);
  const inner = own.flatMap(entry =>
    (entry.inner_texts ?? []).map(text => ({
      status: entry.status,
      body: {message: `Failed to transfer project {:new_namespace=>["${text}"]}`},
    })),
  );
  const common = errors.common.filter(({status}) => status >= 400);
  const isRefusal = ({status, body}: Entry) => status >= 400 || JSON.stringify(body ?? '').includes('"error"');
  return [...own.filter(entry => entry.inner_texts === undefined), ...inner, ...common].filter(isRefusal);
}

/** Makes a change to which GitLab gives this answer once, and says what came of it. */
async function attempt(fix: Case, change: Change, entry: Entry): Promise<{said: string; outcome?: Outcome}> {
  server.sandbox.faults.add({
    method: fix.method,
    path: fix.path,
    times: 1,
    status: entry.status,
    ...(entry.body === undefined
      ? {text: entry.body_text ?? '<html><body>Out of order</body></html>'}
      : {body: concrete(entry.body)}),
  });
  try {
    const outcome = await applyChange(means, change);
    return {outcome, said: told(outcome.left ?? []).join('\n')};
  } catch (error) {
    expect(error).toBeInstanceOf(GitLabError);
    return {said: (error as GitLabError).message};
  }
}

describe.skipIf(!hasShared)(`each fix against each answer of GitLab’s${hasShared ? '' : ` (${withoutShared})`}`, () => {
  for (const [name, fix] of Object.entries(cases)) {
    describe(name, () => {
      const answers = answersFor(fix);

      it('has answers in the reference', () => expect(answers.length).toBeGreaterThan(10));

      it.each(answers.map(entry => [`${entry.status} ${JSON.stringify(entry.body ?? entry.id)}`, entry] as const))(
        '%s',
        async (_title, entry) => {
          const change = await fix.change();
          const before = state();
          const {said, outcome} = await attempt(fix, change, entry);
          const isDone = state() !== before;
          if (said === '') {
            // Repeated by itself with success, or nothing was left to do.
            expect(isDone || entry.status === fix.harmless).toBe(true);
          } else {
            expect(isDone, 'nothing is half done').toBe(false);
            for (const words of sentences(concrete(entry.body))) expect(said).toContain(words);
            if (outcome === undefined) expect(said).toMatch(/[.!?]$/);
            expect(outcome?.undo).toBeUndefined();
          }
          if (!isDone) {
            // With what is shown by then.
            await applyChange(means, await fix.change());
            expect(state(), 'a second try continues').not.toBe(before);
          }
        },
      );
    });
  }
});

describe('each fix and its undo', () => {
  const irreversible = ['issues-reviewed, delete'];
  const undos = Object.entries(cases).filter(([name]) => !name.includes('undo of') && !irreversible.includes(name));

  it.each(undos)('%s comes back to what it was', async (_name, {change}) => {
    const wanted = await change();
    const before = state();
    const commits = world().project(globex).repository.commits.length;
    const {undo} = await applyChange(means, wanted);
    expect(state()).not.toBe(before);
    if (undo === undefined) throw new Error('There is no undo');
    await applyChange(means, undo);
    const {repository} = world().project(globex);
    // An undo of a commit is another commit.
    expect(state().replaceAll(`,${repository.commits.length},[],[]]`, `,${commits},[],[]]`)).toBe(before);
    expect(repository.files.has('new.md')).toBe(false);
  });

  it.each(irreversible)('%s has none', async name => {
    const {undo} = await applyChange(means, await (cases[name] as Case).change());
    expect(undo).toBeUndefined();
  });
});

describe('an undo, when the state is not the one that was left', () => {
  const undoOf = async (name: string) => {
    const {undo} = await applyChange(means, await (cases[name] as Case).change());
    if (undo === undefined) throw new Error('There is no undo');
    return undo;
  };
  const meanwhile: Record<string, () => unknown> = {
    visibility: () => (world().project(globex).visibility = 'internal'),
    name: () => (world().project(globex).name = 'Other'),
    avatar: () => (world().project(globex).avatar = {name: 'logo.png', bytes: Buffer.from('another picture')}),
    'team-access': () => world().project(globex).shares.splice(0, 1, {groupId: 3174702, level: 20}),
    notifications: () => world().setNotification('dana', globex, 'mention'),
    'members, invite': () =>
      world().project(globex).invitations.splice(0, 1, {email: 'hank@globex.example', level: 40}),
    'members, roles': () => world().addMember(acme, 'wile.coyote', 50),
    'readme and issue-templates': () => world().commitFile(globex, 'README.md', 'Other'),
    'readme, merge request': () => world().merge(globex, 1),
    'location, transfer': () =>
      world().transfer(
        world().project(`${root}/emea/initech/initech-collaboration-project`),
        world().group(`${root}/apac`),
      ),
  };

  it.each(Object.entries(meanwhile))('%s: says so and does nothing', async (name, change) => {
    const undo = await undoOf(name);
    change();
    const before = state();
    await expect(applyChange(means, undo)).rejects.toMatchObject({kind: 'conflict'});
    expect(state()).toBe(before);
  });

  it('whose a person is: says so and does nothing', async () => {
    await means.notebook.setSide(5, 'customer');
    const undo: Change = {kind: 'side', userId: 5, name: 'Ann', from: 'colleague', to: null};
    await expect(applyChange(means, undo)).rejects.toMatchObject({kind: 'conflict'});
    expect((await means.notebook.sides()).get(5)).toBe('customer');
  });
});

describe('a logo that is replaced', () => {
  const colleagues = Buffer.concat([png, Buffer.from('newer')]);
  /** The change of who was shown this picture; none where it was not. */
  const changeOf = async (shown: Buffer | undefined): Promise<Change> => ({
    kind: 'avatar',
    projectId: idOf(globex),
    from: (await means.gitlab.project(globex)).avatarUrl ?? null,
    shown: digestOf(shown?.toString('base64')),
    to: {name: 'logo.png', base64: png.toString('base64')},
  });
  const there = () => Buffer.from(world().project(globex).avatar?.bytes ?? []);
  beforeEach(() => {
    world().project(globex).avatar = {name: 'logo.png', bytes: colleagues};
  });

  it.each([
    ['another one of the same name', Buffer.concat([png, Buffer.from('old')])],
    ['none', undefined],
  ])('stays where %s was shown', async (_name, shown) => {
    await expect(applyChange(means, await changeOf(shown))).rejects.toMatchObject({kind: 'conflict'});
    expect(there()).toEqual(colleagues);
  });

  it('is replaced where it was shown, and comes back', async () => {
    const {undo} = await applyChange(means, await changeOf(colleagues));
    expect(there()).toEqual(png);
    if (undo === undefined) throw new Error('It cannot be undone');
    await applyChange(means, undo);
    expect(there()).toEqual(colleagues);
  });
});

describe('a merge request', () => {
  it('that was made although the browser does not keep that it waits is told, and can be undone', async () => {
    const notebook = {...means.notebook, updateRecord: () => Promise.reject(new NotKept(said('browser.full')))};
    const change = await (cases['readme, merge request'] as Case).change();
    const {undo, left} = await applyChange({...means, notebook}, change);
    expect(told(left)?.join()).toContain('Merge request !1 was created');
    expect(told(left)?.join()).toContain('Not saved: the extension’s storage is full.');
    expect(undo).toMatchObject({kind: 'close-merge-request', iid: 1});
  });
});

describe('G2 sharing that GitLab refuses', () => {
  it('to somebody who is no Owner is told as a matter of the role, not as a missing group', async () => {
    world().addMember(globex, 'sam', 40);
    const share = await (cases['team-access'] as Case).change();
    const refused = applyChange(meansOf(server, 'sam'), share);
    await expect(refused).rejects.toMatchObject({
      kind: 'denied',
      message: 'Only an Owner of the project who is a member of timtams can share it. GitLab says: Not Found.',
    });
    expect(roleFor(share)).toBe(50);
    const {undo} = await applyChange(means, share);
    if (undo === undefined) throw new Error('There is no undo');
    expect(roleFor(undo)).toBe(50);
    await expect(applyChange(meansOf(server, 'sam'), undo)).rejects.toMatchObject({kind: 'denied'});
  });

  it.each<[string, () => void]>([
    ['is no member of the group', () => world().addMember(globex, 'kim', 50)],
    [
      'may not share outside of the top-level group',
      () => {
        world().addMember(globex, 'kim', 50);
        world().addMember('gitlab-com/timtams', 'kim', 30);
        world().group('gitlab-com/timtams').path = 'timtams';
        world().group('gitlab-com').sharesOnlyInside = true;
      },
    ],
  ])('tells an Owner who %s no role, but what can be in the way', async (_name, arrange) => {
    arrange();
    const share = await (cases['team-access'] as Case).change();
    const refused = await applyChange(meansOf(server, 'kim'), share).catch(problemOf);
    expect(told(refused)).toEqual({
      kind: 'invalid',
      words:
        'GitLab doesn’t share the project: either you’re not a member of timtams, or the top-level group doesn’t allow it. GitLab says: Not Found.',
      advice: 'Check in GitLab what prevents it, then try again.',
    });
  });

  it('where sharing is turned off is told in GitLab’s words', async () => {
    world().group(`${root}/emea/globex`).shareLock = true;
    const refused = await applyChange(means, await (cases['team-access'] as Case).change()).catch(problemOf);
    expect(told(refused)).toMatchObject({
      kind: 'invalid',
      words: expect.stringContaining('GitLab says: The project sharing with group is disabled.'),
    });
  });

  it('of a project that is gone is told as it was', async () => {
    const share = await (cases['team-access'] as Case).change();
    world().projects.splice(world().projects.indexOf(world().project(globex)), 1);
    await expect(applyChange(means, share)).rejects.toMatchObject({kind: 'missing'});
  });
});

describe('G3 inviting somebody who is there already', () => {
  interface Invited {
    readonly mails?: readonly string[];
    readonly usernames?: readonly string[];
  }
  const invite = ({mails = [], usernames = []}: Invited, accessLevel = 30): Change => ({
    kind: 'invite',
    projectId: idOf(acme),
    mails,
    users: usernames.map(username => world().user(username)).map(({id, name, username}) => ({id, name, username})),
    accessLevel,
  });
  const posts = () => server.sandbox.log.filter(({method}) => method === 'POST').length;
  const member = (username: string) => world().project(acme).members.get(world().user(username).id);

  it.each<[string, Invited, string]>([
    [
      'a member by the public mail',
      {mails: ['Wile@Acme.example']},
      'Wile@Acme.example is already a member, as Maintainer',
    ],
    [
      'a member by account',
      {usernames: ['wile.coyote']},
      'Wile E. Coyote (@wile.coyote) is already a member, as Maintainer',
    ],
    [
      'who is invited',
      {mails: ['ROAD.runner@acme.example']},
      'ROAD.runner@acme.example is already invited, as Developer',
    ],
  ])('%s is not sent, but told', async (_name, people, words) => {
    world().user('wile.coyote').publicEmail = 'wile@acme.example';
    world().addMember(acme, 'wile.coyote', 40, '2027-01-01');
    const before = state();
    await expect(applyChange(means, invite(people, 20))).rejects.toMatchObject({
      kind: 'invalid',
      message: `${words}. Not changed.`,
    });
    expect([state(), posts()]).toEqual([before, 0]);
    const {left, undo} = await applyChange(
      means,
      invite({...people, mails: [...(people.mails ?? []), 'new@acme.example']}),
    );
    expect(told(left)).toEqual([`${words}. Not changed.`]);
    expect(undo).toMatchObject({mails: ['new@acme.example'], userIds: []});
  });

  it('with the same role is as good as done', async () => {
    expect(await applyChange(means, invite({usernames: ['wile.coyote'], mails: ['road.runner@acme.example']}))).toEqual(
      {
        undo: undefined,
        goTo: undefined,
      },
    );
    expect(posts()).toBe(0);
  });

  const roles: [string, number, string | null, string, string][] = [
    ['Maintainer until a date', 40, '2027-01-01', 'Maintainer until Jan 1, 2027', 'Developer without an end date'],
    ['Guest', 10, null, 'Guest', 'Developer'],
    ['Developer until a date', 30, '2027-01-01', 'Developer until Jan 1, 2027', 'Developer without an end date'],
  ];

  it.each(roles)(
    'by a mail that nobody sees is put back at once: %s',
    async (_name, level, expiresAt, role, became) => {
      world().addMember(acme, 'wile.coyote', level, expiresAt);
      const {left, undo} = await applyChange(means, invite({mails: ['wile.coyote@example.com', 'new@acme.example']}));
      expect(told(left)).toEqual([
        `Wile E. Coyote was already a member, as ${role}. GitLab made them ${became}. Now they’re ${role} again.`,
      ]);
      expect(member('wile.coyote')).toEqual({level, expiresAt});
      expect(undo).toMatchObject({mails: ['new@acme.example'], userIds: []});
    },
  );

  it('by nothing but mails that nobody sees invites nobody: it is said what GitLab did, and no value to correct', async () => {
    world().addMember(acme, 'wile.coyote', 40);
    const error = await applyChange(means, invite({mails: ['wile.coyote@example.com']})).catch(problemOf);
    expect(told(error)).toEqual({
      kind: 'invalid',
      words:
        'Wile E. Coyote was already a member, as Maintainer. GitLab made them Developer. Now they’re Maintainer again.',
      advice: 'No one was invited. To change someone’s role, use the project’s “Members” page.',
    });
    expect(server.sandbox.log.map(({method}) => method).filter(method => method !== 'GET')).toEqual(['POST', 'PUT']);
  });

  it.each(roles)('that cannot be put back is said, and undone: %s', async (_name, level, expiresAt, role, became) => {
    world().addMember(acme, 'wile.coyote', level, expiresAt);
    const before = state();
    const end = server.sandbox.faults.add({method: 'PUT', path: /\/members\/\d+$/, status: 500});
    const {left, undo} = await applyChange(means, invite({mails: ['wile.coyote@example.com', 'new@acme.example']}));
    end();
    expect(told(left)).toEqual([
      expect.stringMatching(
        `^Wile E. Coyote was already a member, as ${role}\\. GitLab made them ${became}, and they still are\\. .+ Undo this invitation to try again, or set the role in GitLab\\.$`,
      ),
    ]);
    expect(member('wile.coyote')).toEqual({level: 30, expiresAt: null});
    if (undo === undefined) throw new Error('There is no undo');
    const {left: notUndone} = await applyChange(means, undo);
    expect(told(notUndone)).toEqual([]);
    expect(state()).toBe(before);
  });

  it.each<[string, () => void, string]>([
    [
      'whose membership is locked',
      () => {
        world().group(`${root}/emea/acme`).membershipLock = true;
      },
      'The group is locked: no one can be added to its projects. An Owner can change this in its settings.',
    ],
    [
      'whose top-level group forbids it',
      () => {
        world().group('gitlab-com').forbidsInvitations = true;
      },
      'Your role allows this, but GitLab refuses it: the top-level group may not allow invitations.',
    ],
  ])('into a group %s is told so, and not as a matter of the role', async (_name, arrange, words) => {
    arrange();
    const refused = await applyChange(means, invite({mails: ['new@acme.example']})).catch(problemOf);
    expect(told(refused)).toEqual({
      kind: 'invalid',
      words,
      advice: 'Check in GitLab what prevents it, then try again.',
    });
  });

  it('by somebody without the role stays a matter of it', async () => {
    world().addMember(acme, 'kim', 30);
    const refused = await applyChange(meansOf(server, 'kim'), invite({mails: ['new@acme.example']})).catch(problemOf);
    expect(told(refused)).toMatchObject({kind: 'denied'});
  });

  it('is undone without the role that is another one by now, which is told', async () => {
    world().addMember(acme, 'wile.coyote', 40);
    const end = server.sandbox.faults.add({method: 'PUT', path: /\/members\/\d+$/, status: 500});
    const {undo} = await applyChange(means, invite({mails: ['wile.coyote@example.com', 'new@acme.example']}));
    end();
    world().addMember(acme, 'wile.coyote', 20);
    if (undo === undefined) throw new Error('There is no undo');
    const {left: stays} = await applyChange(means, undo);
    expect(told(stays)).toEqual([
      'Someone changed the role of Wile E. Coyote (@wile.coyote) to Reporter in the meantime. Undo keeps that.',
    ]);
    expect([
      member('wile.coyote')?.level,
      world()
        .project(acme)
        .invitations.map(({email}) => email),
    ]).toEqual([20, ['road.runner@acme.example']]);
  });
});

describe('W16 a group whose project is not private', () => {
  it('is told what is to be done first, where it is tried all the same', async () => {
    const group = world().group(`${root}/emea/globex`);
    const change: Change = {kind: 'group-visibility', groupId: group.id, from: 'public', to: 'private'};
    await expect(applyChange(means, change)).rejects.toMatchObject({
      kind: 'visibility',
      message: expect.stringMatching(
        /^A group must be at least as visible as .* GitLab says: .*contains projects with higher/,
      ),
    });
    world().project(globex).visibility = 'private';
    world().addGroup({path: `${root}/emea/globex/inner`, visibility: 'internal'});
    await expect(applyChange(means, change)).rejects.toThrow(/sub-groups with higher visibility/);
  });
});

describe('a move back', () => {
  it('is told from the group that could not be deleted', async () => {
    const {undo} = await applyChange(means, move());
    server.sandbox.faults.add({method: 'DELETE', path: /^\/groups\//, status: 403, body: {message: '403 Forbidden'}});
    if (undo === undefined) throw new Error('There is no undo');
    const {left, goTo} = await applyChange(means, undo);
    expect(goTo).toContain('/pre-sales/');
    expect(told(left)?.join()).toContain('emea/initech still exists. Your role doesn’t allow this.');
  });
});

describe('changes of many parts', () => {
  const labels = () =>
    world()
      .labelsOf(world().project(globex), false)
      .map(({id, name}) => ({id, name}));

  it('say which parts failed, and their undo takes back exactly the others', async () => {
    const [first, ...others] = labels();
    server.sandbox.faults.add({
      path: new RegExp(`/labels/${first?.id}/`),
      status: 403,
      body: {message: '403 Forbidden'},
    });
    const change: Change = {kind: 'subscriptions', projectId: idOf(globex), labels: labels(), subscribed: true};
    const outcome = await applyChange(means, change);
    expect(told(outcome.left)).toEqual([`${first?.name}: Your role doesn’t allow this.`]);
    expect(outcome.undo).toMatchObject({labels: others, subscribed: false});
  });

  it('say a reason once, with how many parts failed for it', async () => {
    const [first, second, ...others] = labels();
    server.sandbox.faults.add({
      path: new RegExp(`/labels/(${first?.id}|${second?.id})/`),
      status: 403,
      body: {message: '403 Forbidden'},
    });
    const change: Change = {kind: 'subscriptions', projectId: idOf(globex), labels: labels(), subscribed: true};
    const outcome = await applyChange(means, change);
    expect(told(outcome.left)).toEqual(['2 labels: Your role doesn’t allow this.']);
    expect(outcome.undo).toMatchObject({labels: others});
  });

  it('leave out of the undo what was so before', async () => {
    const dana = world().user('dana');
    const project = world().project(globex);
    const [label] = world().labelsOf(project, false);
    if (label) world().setSubscription(dana, label, project, true);
    const change: Change = {kind: 'subscriptions', projectId: project.id, labels: labels(), subscribed: true};
    const {undo} = await applyChange(means, change);
    expect(undo).toMatchObject({labels: labels().slice(1)});
  });

  it('tell how far they are and stop when asked', async () => {
    const seen: number[] = [];
    const change: Change = {kind: 'subscriptions', projectId: idOf(globex), labels: labels(), subscribed: true};
    const outcome = await applyChange(means, change, {
      ...unwatched,
      onProgress: done => seen.push(done),
      isStopped: () => true,
    });
    expect(seen).toEqual([0]);
    expect(told(outcome.left)).toEqual(['Stopped before the last 4.']);
    expect(outcome.undo).toBeUndefined();
    expect(server.sandbox.log.every(({method}) => method === 'GET')).toBe(true);
  });
});

describe('what people say', () => {
  const remark = {by: 'Dana', at: '2026-11-20T10:00:00.000Z', note: 'agreed'};

  it('is kept without a request, and taken back', async () => {
    const tick: Change = {kind: 'tick', projectId: 1, check: 'introduced', from: null, to: remark};
    const {undo} = await applyChange(means, tick);
    expect(await means.notebook.record(1)).toMatchObject({ticks: {introduced: remark}});
    // A page that was left kept it on its way, and came back.
    expect(await applyChange(means, tick), 'the same once more is the same').toMatchObject({undo});
    expect(await means.notebook.record(1)).toMatchObject({ticks: {introduced: remark}});
    const other: Change = {...tick, to: {...remark, at: '2026-11-21T10:00:00.000Z'}};
    await expect(applyChange(means, other), 'not over what was said').rejects.toMatchObject({kind: 'conflict'});
    if (undo) await applyChange(means, undo);
    expect((await means.notebook.record(1)).ticks).toEqual({});
    expect(server.sandbox.log).toEqual([]);
  });

  it('of a person’s side too', async () => {
    const {undo} = await applyChange(means, {kind: 'side', userId: 5, name: 'Ann', from: null, to: 'colleague'});
    expect(await means.notebook.sides()).toEqual(new Map([[5, 'colleague']]));
    if (undo) await applyChange(means, undo);
    expect(await means.notebook.sides()).toEqual(new Map());
  });
});
