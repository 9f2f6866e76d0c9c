import {beforeEach, describe, expect, it} from 'vitest';
import type {Fault} from '../../sandbox/faults.ts';
import type {World} from '../../sandbox/world.ts';
import {applyChange, settle} from '../../src/apply/apply.ts';
import type {Means} from '../../src/apply/means.ts';
import {presentOf} from '../../src/apply/present.ts';
import {beforeRemoval} from '../../src/apply/still-there.ts';
import type {Change} from '../../src/changes/change.ts';
import type {Journal} from '../../src/changes/journal.ts';
import type {Outcome} from '../../src/changes/outcome.ts';
import type {Check} from '../../src/customer/checks/check.ts';
import {accountsNamed, usersLike} from '../../src/gitlab/batch/accounts.ts';
import {problemOf} from '../../src/gitlab/errors.ts';
import {told} from '../told.ts';
import {checklistOf, meansOf} from './means.ts';
import {globex, useSandbox} from './server.ts';

const server = useSandbox();
const world = () => server.sandbox.world;
const project = () => world().project(globex);
let means: Means;

beforeEach(() => {
  means = meansOf(server);
  world().addUser({username: 'hank', name: 'Hank Scorpio', publicEmail: 'hank@globex.example'});
  world().addUser({username: 'frank', name: 'Frank Grimes'});
  world().addMember(globex, 'robin', 40);
});

const user = (username: string) => {
  const {id, name} = world().user(username);
  return {id, name, username};
};
const invite = (mails: readonly string[], usernames: readonly string[] = []): Change => ({
  kind: 'invite',
  projectId: project().id,
  mails,
  users: usernames.map(user),
  accessLevel: 30,
});
const isMember = (username: string) => project().members.has(world().user(username).id);
const invited = () => project().invitations.map(({email}) => email);
const fault = (method: string, path: RegExp, more: Partial<Fault>) =>
  server.sandbox.faults.add({method, path, ...more});
/** Something that happens between the first look and the request. */
const meanwhile = (step: (world: World) => void) => {
  fault('POST', /\/invitations$/, {times: 1, meanwhile: step});
};
const undoOf = ({undo}: Outcome): Change => {
  if (undo === undefined) throw new Error('There is no undo');
  return undo;
};
const roleOf = (username: string) => project().members.get(world().user(username).id)?.level;
const mails = (count: number) => Array.from({length: count}, (_, index) => `p${index}@globex.example`);

describe('accounts by username', () => {
  it('are found in any case, with what GitLab tells of them', async () => {
    world().addUser({username: 'robot', name: 'Robot', bot: true});
    world().user('frank').state = 'deactivated';
    const found = await accountsNamed(means.gitlab, ['HANK', 'frank', 'Robot', 'nobody']);
    expect([...found]).toEqual([
      ['robot', {...user('robot'), state: 'active', isBot: true}],
      ['frank', {...user('frank'), state: 'deactivated', isBot: false}],
      ['hank', {...user('hank'), state: 'active', isBot: false}],
    ]);
    expect(server.sandbox.log.map(({method, path}) => [method, path])).toEqual([['GET', '/graphql']]);
  });

  it('leave out who is blocked', async () => {
    world().user('frank').state = 'banned';
    expect((await accountsNamed(means.gitlab, ['frank'])).size).toBe(0);
  });

  it('are never somebody else’s', async () => {
    const node = {id: 'gid://gitlab/User/7', username: 'stranger', name: 'Stranger', state: 'active', bot: false};
    fault('GET', /^\/graphql$/, {status: 200, body: {data: {users: {nodes: [node, null]}}}});
    expect((await accountsNamed(means.gitlab, ['frank'])).size).toBe(0);
    fault('GET', /^\/users$/, {status: 200, body: [{id: 7, username: 'stranger', name: 'Stranger'}]});
    expect(await means.gitlab.userNamed('frank')).toBeUndefined();
  });

  it.each<[string, number, number]>([
    ['a hundred', 100, 1],
    ['more than a hundred', 201, 3],
    ['nobody', 0, 0],
  ])('of %s are asked for in as few requests as GitLab takes', async (_name, count, requests) => {
    const names = Array.from({length: count}, (_, index) => `name-${index}`);
    for (const username of names) world().addUser({username, name: username});
    expect((await accountsNamed(means.gitlab, names)).size).toBe(count);
    expect(server.sandbox.log).toHaveLength(requests);
  });

  it('of long names are asked for in addresses that every proxy takes', async () => {
    const names = Array.from({length: 60}, (_, index) => `${'n'.repeat(240)}${index}`);
    expect((await accountsNamed(means.gitlab, names)).size).toBe(0);
    expect(server.sandbox.log.length).toBeGreaterThan(3);
  });

  it.each<[string, Partial<Fault>]>([
    ['an error', {status: 200, body: {errors: [{message: 'Timeout'}], data: {users: null}}}],
    ['a part only', {status: 200, body: {data: {users: null}}}],
    ['another form', {status: 200, body: {data: {users: {nodes: [{id: 7, username: 'frank'}]}}}}],
    ['a page', {status: 500, text: '<html>'}],
  ])('are not known where GitLab gives %s', async (_name, answer) => {
    fault('GET', /^\/graphql$/, answer);
    await expect(accountsNamed(means.gitlab, ['frank'])).rejects.toMatchObject({kind: 'unavailable'});
  });
});

describe('people who are looked up while one types', () => {
  const found = async (text: string) => (await usersLike(means.gitlab, text)).map(({username}) => username);

  it.each([
    ['a part of the name', 'scorp', ['hank']],
    ['a part of the username', 'frank', ['frank']],
    ['a username with its mark', '@frank', ['frank']],
    ['a public address', 'hank@globex.example', ['hank']],
    ['an address that nobody shows', 'frank@example.com', []],
    ['nothing that is there', 'zzz', []],
  ])('are found by %s', async (_name, text, usernames) => {
    expect(await found(text)).toEqual(usernames);
  });

  it('are active ones, and come with their pictures', async () => {
    world().user('frank').state = 'deactivated';
    world().user('hank').avatarUrl = '/uploads/-/system/user/avatar/1/avatar.png';
    expect(await found('frank')).toEqual([]);
    expect(await usersLike(means.gitlab, 'hank')).toEqual([
      {...user('hank'), avatarUrl: '/uploads/-/system/user/avatar/1/avatar.png'},
    ]);
  });

  it.each<[string, string | undefined]>([
    ['https://secure.gravatar.com/avatar/1', 'https://secure.gravatar.com/avatar/1'],
    ['/uploads/a.png', '/uploads/a.png'],
    ['//elsewhere.example/a.png', undefined],
    ['/\\elsewhere.example/a.png', undefined],
    ['javascript:alert(1)', undefined],
    ['http://plain.example/a.png', undefined],
    ['', undefined],
  ])('have the picture %s as %s', async (address, avatarUrl) => {
    world().user('hank').avatarUrl = address;
    expect((await accountsNamed(means.gitlab, ['hank'])).get('hank')?.avatarUrl).toBe(avatarUrl);
    expect((await usersLike(means.gitlab, 'hank'))[0]?.avatarUrl).toBe(avatarUrl);
  });

  it('are none where GitLab gives another form', async () => {
    fault('GET', /autocomplete/, {status: 200, body: [{id: 'x'}]});
    await expect(found('hank')).rejects.toMatchObject({kind: 'unavailable'});
  });
});

describe('an invitation', () => {
  it('goes to mails and accounts in one request, and is undone', async () => {
    const outcome = await applyChange(means, invite(['Ann@Globex.example', 'hank@globex.example'], ['frank']));
    expect(told(outcome.left)).toEqual([]);
    expect([invited(), isMember('hank'), isMember('frank')]).toEqual([['ann@globex.example'], true, true]);
    expect(undoOf(outcome)).toMatchObject({
      mails: ['ann@globex.example'],
      userIds: [world().user('hank').id, world().user('frank').id],
      names: {[world().user('frank').id]: 'Frank Grimes (@frank)'},
    });
    expect(await applyChange(means, undoOf(outcome))).toMatchObject({undo: undefined});
    expect([invited(), project().members.size]).toEqual([[], 1]);
  });

  it('asks for no username any more: whoever was shown is invited, whatever the name is by now', async () => {
    await applyChange(means, {...invite([]), users: [{...user('frank'), username: 'somebody'}]} as Change);
    expect(isMember('frank')).toBe(true);
    expect(server.sandbox.log.filter(({path}) => /users|graphql/.test(path))).toEqual([]);
  });
});

describe('what others did at the same time', () => {
  it.each<[string, (world: World) => void]>([
    ['a member', world => world.addMember(globex, 'kim', 30, null, 'robin')],
    ['a mail', world => world.addInvitation(globex, 'kim@globex.example', 30, undefined, 'robin')],
  ])('is not undone: %s', async (_name, step) => {
    meanwhile(step);
    const outcome = await applyChange(means, invite(['ann@globex.example']));
    expect(told(outcome.left)).toEqual([]);
    await applyChange(means, undoOf(outcome));
    expect([...invited(), ...(isMember('kim') ? ['kim'] : [])]).toHaveLength(1);
  });

  it('is not undone where it is the same person, and said', async () => {
    meanwhile(world => {
      world.addMember(globex, 'frank', 30, null, 'robin');
      world.addInvitation(globex, 'ann@globex.example', 30, undefined, 'robin');
    });
    const {undo, left} = await applyChange(means, invite(['ann@globex.example'], ['frank']));
    expect(undo).toBeUndefined();
    expect(told(left)).toEqual([
      expect.stringMatching(/^Someone else added or invited Frank Grimes \(@frank\) at the same time\./),
      expect.stringMatching(/^Someone else added or invited ann@globex\.example at the same time\./),
    ]);
  });

  it('does not count as a mail’s account: a colleague’s member beside one whose mail nobody sees', async () => {
    meanwhile(world => world.addMember(globex, 'kim', 30, null, 'robin'));
    const outcome = await applyChange(means, invite(['frank@example.com']));
    await applyChange(means, undoOf(outcome));
    expect([isMember('frank'), isMember('kim')]).toEqual([false, true]);
  });

  it('is said where it cannot be told apart', async () => {
    meanwhile(world => world.addMember(globex, 'kim', 30, null, 'dana'));
    const outcome = await applyChange(means, invite(['frank@example.com', 'ann@globex.example']));
    expect(told(outcome.left)).toEqual([
      expect.stringMatching(
        /^Kim Novak \(@kim\) became a member at the same time, perhaps not through this invitation\./,
      ),
      expect.stringMatching(/^Frank Grimes \(@frank\) became a member/),
    ]);
    await applyChange(means, undoOf(outcome));
    expect([isMember('frank'), isMember('kim'), invited()]).toEqual([true, true, []]);
  });

  it('does not have its role put back where every mail is seen', async () => {
    world().addMember(globex, 'kim', 10);
    meanwhile(world => world.addMember(globex, 'kim', 30));
    const {left} = await applyChange(means, invite(['ann@globex.example']));
    expect(told(left)).toEqual([]);
    expect(project().members.get(world().user('kim').id)?.level).toBe(30);
  });
});

describe('the undo of an invitation', () => {
  const outcomeFor = (...mails: string[]) => applyChange(means, invite(mails));
  const accept = (mail: string, username: string) => world().acceptInvitation(globex, mail, username);
  const setLevel = (username: string, level: number) => {
    const row = project().members.get(world().user(username).id);
    if (row) row.level = level;
  };
  const annWasKim = 'ann@globex.example had accepted as Kim Novak (@kim), who lost access.';

  it('takes access from who accepted it', async () => {
    const outcome = await outcomeFor('ann@globex.example', 'bo@globex.example');
    accept('ann@globex.example', 'kim');
    expect(told(await applyChange(means, undoOf(outcome)))).toEqual({
      undo: undefined,
      goTo: undefined,
      left: [annWasKim],
    });
    expect([isMember('kim'), invited()]).toEqual([false, []]);
  });

  it('tells before it who accepted and who stays, from what was read', async () => {
    const outcome = await applyChange(means, invite(['ann@globex.example', 'bo@globex.example'], ['frank']));
    accept('ann@globex.example', 'kim');
    setLevel('frank', 40);
    const [members, invitations] = await Promise.all([
      means.gitlab.members(project().id),
      means.gitlab.invitations(project().id),
    ]);
    const removal = undoOf(outcome) as Extract<Change, {kind: 'remove'}>;
    expect(told(beforeRemoval(presentOf(members, invitations), removal, user('dana')).notes)).toEqual([
      'ann@globex.example accepted as Kim Novak (@kim), who loses access.',
      'Someone changed the role of Frank Grimes (@frank) in the meantime. Undo keeps that.',
    ]);
  });

  it('names no mail where two who accepted cannot be told apart', async () => {
    const outcome = await outcomeFor('ann@globex.example', 'bo@globex.example');
    const removal = undoOf(outcome) as Extract<Change, {kind: 'remove'}>;
    const createdAt = '2026-11-20T10:00:00.000Z';
    const since = {'ann@globex.example': createdAt, 'bo@globex.example': createdAt};
    const {invitations} = project();
    invitations.splice(0, 2, ...invitations.map(invitation => ({...invitation, createdAt})));
    accept('ann@globex.example', 'kim');
    accept('bo@globex.example', 'frank');
    expect(told((await applyChange(means, {...removal, since})).left)).toEqual([
      'Kim Novak (@kim) had accepted an invitation and lost access.',
      'Frank Grimes (@frank) had accepted an invitation and lost access.',
    ]);
  });

  it('takes it from who accepts at that very moment', async () => {
    const outcome = await outcomeFor('ann@globex.example');
    fault('DELETE', /\/invitations\//, {times: 1, meanwhile: () => accept('ann@globex.example', 'kim')});
    expect(told((await applyChange(means, undoOf(outcome))).left)).toEqual([annWasKim]);
    expect([isMember('kim'), invited()]).toEqual([false, []]);
  });

  it('is done where it was declined', async () => {
    const outcome = await outcomeFor('ann@globex.example');
    project().invitations.splice(0);
    expect(told((await applyChange(means, undoOf(outcome))).left ?? [])).toEqual([]);
  });

  const frankStays = 'Someone changed the role of Frank Grimes (@frank) in the meantime. Undo keeps that.';
  const roleChanges: [string, () => void, readonly string[]][] = [
    ['a member’s', () => setLevel('frank', 40), [frankStays]],
    [
      'one who accepted',
      () => {
        accept('ann@globex.example', 'kim');
        setLevel('kim', 40);
      },
      ['ann@globex.example accepted as Kim Novak (@kim), whose role someone changed in the meantime. Undo keeps that.'],
    ],
    [
      'an invitation’s',
      () => {
        const [ann] = project().invitations;
        if (ann) ann.level = 40;
      },
      ['Someone changed the role of ann@globex.example in the meantime. Undo keeps that.'],
    ],
    [
      'two',
      () => {
        setLevel('frank', 10);
        accept('ann@globex.example', 'kim');
        setLevel('kim', 40);
      },
      [
        'ann@globex.example accepted as Kim Novak (@kim), whose role someone changed in the meantime. Undo keeps that.',
        frankStays,
      ],
    ],
  ];
  const access = () => [isMember('kim'), isMember('frank'), isMember('hank'), invited()];

  it.each(roleChanges)('leaves whose role was changed, and takes the others back: %s', async (_name, step, left) => {
    const change = invite(['ann@globex.example', 'bo@globex.example'], ['frank', 'hank']);
    const undo = undoOf(await applyChange(means, change));
    step();
    const before = access();
    const log = server.sandbox.log.length;
    const outcome = await applyChange(means, undo);
    expect(told(outcome)).toEqual({undo: undefined, goTo: undefined, left});
    const stay = left.join();
    const isGone = (who: string) => !stay.includes(who);
    expect(access()).toEqual([
      before[0],
      !isGone('@frank'),
      false,
      stay.startsWith('Someone changed the role of ann@globex.example ') ? ['ann@globex.example'] : [],
    ]);
    const settled = await settle(means, undo, {undo: undefined, isUndo: true});
    expect(told(settled), 'nothing of it is open').toMatchObject({left});
    const writes = () => server.sandbox.log.slice(log).filter(({method}) => method === 'DELETE').length;
    const once = writes();
    expect(told(await applyChange(means, undo).catch(problemOf)), 'a second try').toMatchObject({
      kind: 'conflict',
      words: left.join(' '),
      advice: expect.stringContaining('Members'),
    });
    expect(writes()).toBe(once);
  });

  it('can be tried again where another one could not be removed', async () => {
    const undo = undoOf(await applyChange(means, invite(['ann@globex.example'], ['frank', 'hank'])));
    setLevel('frank', 40);
    const end = fault('DELETE', /\/members\//, {status: 403, body: {message: '403 Forbidden'}});
    expect(told((await applyChange(means, undo)).left)).toEqual([
      frankStays,
      'Hank Scorpio (@hank): Your role doesn’t allow this.',
    ]);
    expect(await settle(means, undo, {undo: undefined, isUndo: true})).toBe('not-made');
    end();
    expect(told((await applyChange(means, undo)).left)).toEqual([frankStays]);
    expect(access()).toEqual([false, true, false, []]);
  });

  it('is told in the journal too', async () => {
    const journal: {entries: Journal} = {entries: []};
    const store = checklistOf(globex, means, journal);
    await store.refresh();
    const check = store.rows.value.find(row => row.check.id === 'members')?.check as Check;
    await store.make(check, invite(['ann@globex.example', 'bo@globex.example'], ['frank']));
    accept('ann@globex.example', 'kim');
    setLevel('frank', 40);
    expect(told(await store.undo(check))).toMatchObject({isMade: true, left: [annWasKim, frankStays]});
    expect(told(journal.entries)).toMatchObject([{undone: true, left: [annWasKim, frankStays]}]);
    expect(told(store.rows.value.find(row => row.check.id === 'members'))).toMatchObject({
      left: [annWasKim, frankStays],
      undo: undefined,
    });
  });

  it('says who is still a member, where GitLab does not say who made the membership', async () => {
    const outcome = await outcomeFor('ann@globex.example');
    accept('ann@globex.example', 'kim');
    const {id} = world().user('kim');
    const {createdBy: _createdBy, ...row} = project().members.get(id) ?? {level: 30, expiresAt: null};
    project().members.set(id, row);
    const {left} = await applyChange(means, undoOf(outcome));
    expect(told(left)).toEqual([
      expect.stringMatching(
        /^Kim Novak \(@kim\) seems to have accepted the invitation and is still a member\. .*Members/,
      ),
    ]);
    expect(isMember('kim')).toBe(true);
  });

  it.each<[string, string, RegExp]>([
    [
      'by the mail',
      'ann@globex.example',
      /^Kim Novak \(@kim\), a member with the email ann@globex\.example, keeps access\./,
    ],
    ['or that it cannot be told', '', /^The invitation for ann@globex\.example no longer exists\./],
  ])('that does not know when it was made says who is a member, %s', async (_name, publicEmail, words) => {
    const outcome = await outcomeFor('ann@globex.example');
    world().user('kim').publicEmail = publicEmail;
    accept('ann@globex.example', 'kim');
    const {since: _since, ...earlier} = undoOf(outcome) as Extract<Change, {kind: 'remove'}>;
    expect(told((await applyChange(means, earlier)).left)).toEqual([expect.stringMatching(words)]);
    expect(isMember('kim')).toBe(true);
  });

  it('leaves what somebody made anew, and says so', async () => {
    const outcome = await applyChange(means, invite(['ann@globex.example', 'bo@globex.example'], ['frank']));
    project().invitations.splice(0, 1);
    world().addInvitation(globex, 'ann@globex.example', 30, undefined, 'robin');
    world().addMember(globex, 'frank', 30, null, 'robin');
    expect(told((await applyChange(means, undoOf(outcome))).left)).toEqual([
      expect.stringMatching(/^Someone else invited ann@globex\.example again\./),
      expect.stringMatching(/^Someone else added Frank Grimes \(@frank\) again/),
    ]);
    expect([isMember('frank'), invited()]).toEqual([true, ['ann@globex.example']]);
  });

  it('says who could not be removed although the others were', async () => {
    const outcome = await applyChange(means, invite(['ann@globex.example'], ['frank']));
    fault('DELETE', /\/members\//, {status: 403, body: {message: '403 Forbidden'}});
    expect(told((await applyChange(means, undoOf(outcome))).left)).toEqual([
      'Frank Grimes (@frank): Your role doesn’t allow this.',
    ]);
    expect([isMember('frank'), invited()]).toEqual([true, []]);
  });

  it('says who is still there although GitLab answered without an error', async () => {
    const outcome = await outcomeFor('ann@globex.example');
    fault('DELETE', /\/invitations\//, {status: 204});
    expect(told((await applyChange(means, undoOf(outcome))).left)).toEqual(['ann@globex.example is still invited.']);
  });

  it('is done although nobody could look afterwards, and says that', async () => {
    const outcome = await outcomeFor('ann@globex.example');
    fault('DELETE', /\/invitations\//, {
      times: 1,
      meanwhile: () => fault('GET', /\/members$/, {status: 500, body: {message: '500 Internal Server Error'}}),
    });
    expect(told((await applyChange(means, undoOf(outcome))).left)).toEqual([
      expect.stringMatching(/^Couldn’t check whether everything was removed\./),
    ]);
    expect(invited()).toEqual([]);
  });
});

describe('a change of several roles', () => {
  const people = () =>
    ['kim', 'frank', 'hank'].map(username => ({...user(username), userId: user(username).id, from: 30, to: 40}));
  const roles = (): Change => ({
    kind: 'roles',
    projectId: project().id,
    people: people().map(({userId, name, from, to}) => ({userId, name, from, to})),
  });
  const levels = () => ['kim', 'frank', 'hank'].map(roleOf);
  const gone = () => project().members.delete(world().user('frank').id);
  beforeEach(() => {
    for (const username of ['kim', 'frank', 'hank']) world().addMember(globex, username, 30);
  });

  const cases: [string, () => unknown, number | undefined, string][] = [
    [
      'was changed',
      () => world().addMember(globex, 'frank', 20),
      20,
      'Someone changed the role of Frank Grimes (@frank) to Reporter in the meantime. Undo keeps that.',
    ],
    ['is gone', gone, undefined, 'Frank Grimes is no longer a member.'],
  ];

  it.each(cases)('leaves the one that %s, when it is made', async (_name, step, level, words) => {
    step();
    const outcome = await applyChange(means, roles());
    expect(told(outcome.left)).toEqual([words]);
    expect(levels()).toEqual([40, level, 40]);
    await applyChange(means, undoOf(outcome));
    expect(levels()).toEqual([30, level, 30]);
  });

  it.each(cases)('leaves the one that %s, when it is undone', async (_name, step, level, words) => {
    const undo = undoOf(await applyChange(means, roles()));
    step();
    expect(told((await applyChange(means, undo)).left)).toEqual([words]);
    expect(levels()).toEqual([30, level, 30]);
    expect(told(await settle(means, undo, {undo: undefined, isUndo: true}))).toMatchObject({left: [words]});
    const writes = () => server.sandbox.log.filter(({method}) => method === 'PUT').length;
    const once = writes();
    await expect(applyChange(means, undo), 'a second try').rejects.toMatchObject({kind: 'conflict', message: words});
    expect(writes()).toBe(once);
  });

  it('is open as long as one has the role that it gave', async () => {
    const undo = undoOf(await applyChange(means, roles()));
    world().addMember(globex, 'frank', 20);
    const {id} = world().user('hank');
    fault('PUT', new RegExp(`/members/${id}$`), {times: 1, status: 403, body: {message: '403 Forbidden'}});
    expect((await applyChange(means, undo)).left).toHaveLength(2);
    expect(await settle(means, undo, {undo: undefined, isUndo: true})).toBe('not-made');
    expect((await applyChange(means, undo)).left).toHaveLength(1);
    expect(levels()).toEqual([30, 20, 30]);
  });
});

describe('an invitation of which a part went out', () => {
  /** The second request meets this; the first does as always. */
  const second = (more: Partial<Fault>) => {
    fault('POST', /\/invitations$/, {times: 1, meanwhile: () => undefined});
    fault('POST', /\/invitations$/, more);
  };

  it('tells whom a refused request left out, and is undone', async () => {
    second({status: 403, body: {message: '403 Forbidden'}});
    const outcome = await applyChange(means, invite(mails(150)));
    const rest = mails(150).slice(100).join(', ');
    expect(told(outcome.left)).toEqual([
      `Not invited: ${rest}. Your role allows this, but GitLab refuses it: the top-level group may not allow invitations. Invite them again.`,
    ]);
    expect(invited()).toHaveLength(100);
    await applyChange(means, undoOf(outcome));
    expect(invited()).toEqual([]);
  });

  it('is looked up later, with whom it left out', async () => {
    second({status: 403, body: {message: '403 Forbidden'}});
    const change = invite(mails(102));
    const undo = undoOf(await applyChange(means, change));
    const wanted = undo.kind === 'remove' ? {...undo, mails: mails(102)} : undo;
    expect(told(await settle(means, change, {undo: wanted, isUndo: false}))).toMatchObject({
      undo: {mails: mails(100)},
      left: ['GitLab’s response was lost. Couldn’t check what happened to p100@globex.example, p101@globex.example.'],
    });
  });

  it('counts a request whose answer was lost, where those of it are there', async () => {
    second({drop: true, after: true});
    const outcome = await applyChange(means, invite([...mails(120), 'x@blocked.example']));
    expect(told(outcome.left)).toEqual([
      'GitLab’s response was lost. Couldn’t check what happened to x@blocked.example.',
    ]);
    expect(undoOf(outcome)).toMatchObject({mails: mails(120)});
  });

  it('does not count a request that did not arrive', async () => {
    second({drop: true});
    const outcome = await applyChange(means, invite(mails(101)));
    expect(told(outcome.left)).toEqual([
      expect.stringMatching(/^Not invited: p100@globex\.example\. Couldn’t reach GitLab\./),
    ]);
    expect(undoOf(outcome)).toMatchObject({mails: mails(100)});
  });

  it('of one request whose answer was lost is done', async () => {
    fault('POST', /\/invitations$/, {times: 1, drop: true, after: true});
    const outcome = await applyChange(means, invite(mails(3)));
    expect(told(outcome.left)).toEqual([]);
    await applyChange(means, undoOf(outcome));
    expect(invited()).toEqual([]);
  });

  it('of none at all has failed', async () => {
    fault('POST', /\/invitations$/, {times: 1, drop: true});
    await expect(applyChange(means, invite(mails(3)))).rejects.toMatchObject({kind: 'offline'});
  });

  it('is done and undone although nobody could look afterwards', async () => {
    meanwhile(() => fault('GET', /\/members$/, {times: 1, status: 500, body: {message: '500 Internal Server Error'}}));
    const outcome = await applyChange(means, invite(['Ann@globex.example', 'hank@globex.example'], ['frank']));
    expect(told(outcome.left)).toEqual([expect.stringMatching(/^Couldn’t check who is a member now\./)]);
    expect(undoOf(outcome)).toMatchObject({
      mails: ['ann@globex.example', 'hank@globex.example'],
      userIds: [world().user('frank').id],
    });
    const {left} = await applyChange(means, undoOf(outcome));
    expect(told(left)).toEqual([
      expect.stringMatching(/^Hank Scorpio \(@hank\), a member with the email hank@globex\.example, keeps access\./),
    ]);
    expect([invited(), isMember('frank'), isMember('hank')]).toEqual([[], false, true]);
  });
});
