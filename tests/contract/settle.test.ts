import {describe, expect, it} from 'vitest';
import type {Fault} from '../../sandbox/faults.ts';
import {applyChange, settle} from '../../src/apply/apply.ts';
import {makeChange} from '../../src/apply/make.ts';
import {unwatched} from '../../src/apply/means.ts';
import type {Change} from '../../src/changes/change.ts';
import {type Kind, kinds} from '../kill/kinds.ts';
import {told} from '../told.ts';
import {meansOf, signInInstead} from './means.ts';
import {acme, globex, initech, root, useSandbox} from './server.ts';

const server = useSandbox();

function kindOf(name: string): Kind {
  const kind = kinds[name];
  if (kind === undefined) throw new Error(`There is no ${name}`);
  return kind;
}

const changeOf = (name: string) => kindOf(name).change(server.sandbox.world, meansOf(server).gitlab);

/** The same change for its first part only. */
function firstOf(change: Change): Change {
  switch (change.kind) {
    case 'subscriptions':
      return {...change, labels: change.labels.slice(0, 1)};
    case 'issues':
      return {...change, issues: change.issues.slice(0, 1)};
    case 'invite':
      return {...change, mails: change.mails.slice(0, 1)};
    default:
      throw new Error(`${change.kind} has no parts.`);
  }
}

it.each([
  ['subscriptions to labels', /^Not done: .+\.$/],
  ['issues that are closed', /^Not done: #2 Two\.$/],
  ['invitations', /Couldn’t check what happened to scorpio@globex\.example\.$/],
])('a look at %s of which a part was done tells what was not, and takes back the part', async (kind, words) => {
  const means = meansOf(server);
  const change = await changeOf(kind);
  let wanted: Change | undefined;
  await applyChange(means, change, {
    onProgress: () => undefined,
    isStopped: () => false,
    async onSending(undo) {
      wanted = undo;
      throw new Error('the page is left');
    },
  }).catch(() => undefined);
  const {undo} = await applyChange(means, firstOf(change));
  const settled = await settle(means, change, {undo: wanted, isUndo: false});
  expect(told(settled)).toMatchObject({undo, left: [expect.stringMatching(words)]});
});

it('issues that somebody else closed meanwhile are theirs: the undo opens only what was closed here', async () => {
  const change = await changeOf('issues that are closed');
  if (change.kind !== 'issues') throw new Error(`It is ${change.kind}.`);
  const [one, two] = server.sandbox.world.project(initech).issues;
  if (one === undefined || two === undefined) throw new Error('There are two issues.');
  one.state = 'closed';
  const {undo, done} = await applyChange(meansOf(server), change);
  expect(undo).toMatchObject({action: 'reopen', issues: [{iid: 2}]});
  expect(done).toMatchObject({issues: [{iid: 2}]});
  if (undo) await applyChange(meansOf(server), undo);
  expect([one.state, two.state]).toEqual(['closed', 'opened']);
});

describe('a look after somebody else signed in', () => {
  const world = () => server.sandbox.world;
  const asked = () => server.sandbox.log.filter(({method, path}) => method === 'GET' && /^\/user$/.test(path)).length;

  /** Robin signs in while the answer to a kind's request is under way. @param fault what becomes of the answer */
  function signInDuring(name: string, fault: Partial<Fault> = {}, sight = () => undefined as unknown): void {
    const {method, request: path} = kindOf(name);
    const until = async () => {
      signInInstead(server, 'robin');
      sight();
    };
    server.sandbox.faults.add({method, path, times: 1, until, ...fault});
  }

  /** What is looked at, as one sees it who does not see what was made. */
  const unseen: Record<string, [Change['kind'], () => unknown]> = {
    'the project’s visibility': [
      'project-visibility',
      () => Object.assign(world().project(globex), {visibility: 'public'}),
    ],
    // Robin's own is another one.
    'the notification level': ['notifications', () => undefined],
    'the group’s access': ['unshare', () => world().project(globex).shares.splice(0)],
    roles: ['roles', () => world().addMember(acme, 'wile.coyote', 30)],
    invitations: [
      'remove',
      () => {
        world().addMember(globex, 'robin', 40);
        world().project(globex).invitations.splice(0);
      },
    ],
    'a commit': [
      'restore',
      () => server.sandbox.faults.add({path: /\/files\//, status: 404, body: {message: '404 File Not Found'}}),
    ],
  };

  it.each(Object.entries(unseen))('says nothing against %s, which GitLab took', async (name, [undoKind, sight]) => {
    const change = await changeOf(name);
    signInDuring(name, {}, sight);
    const {undo} = await applyChange(meansOf(server), change);
    expect(undo?.kind).toBe(undoKind);
  });

  it.each(Object.keys(unseen))('asks for nothing more where it sees that it was made: %s', async name => {
    const change = await changeOf(name);
    await applyChange(meansOf(server), change);
    expect(asked()).toBe(1);
  });

  it('asks who is signed in where it speaks against it, and counts where nobody else is', async () => {
    const change = await changeOf('the notification level');
    const {method, request: path} = kindOf('the notification level');
    server.sandbox.faults.add({method, path, status: 200, body: {level: 'watch'}});
    await expect(applyChange(meansOf(server), change)).rejects.toThrow('the notification level is still Global');
    expect(asked()).toBe(2);
  });

  it.each(Object.keys(kinds))('says nothing of what became of %s, made or not', async name => {
    const change = await changeOf(name);
    const look = async (undo?: Change) => {
      const means = meansOf(server);
      signInInstead(server, 'robin');
      return settle(means, change, {undo, isUndo: false}).catch(() => undefined);
    };
    expect(await look()).toBeUndefined();
    const {undo} = await applyChange(meansOf(server), change);
    expect(await look(undo)).toBeUndefined();
  });

  it.each(['the notification level', 'subscriptions to labels'])(
    'does not take %s of theirs for what was asked for, where no answer came',
    async name => {
      const change = await changeOf(name);
      const [robin, project] = [world().user('robin'), world().project(globex)];
      world().setNotification('robin', globex, 'watch');
      for (const place of [project, world().group(`${root}/emea/globex`)]) {
        for (const label of world().labelsOf(place, false)) world().setSubscription(robin, label, project, true);
      }
      signInDuring(name, {status: 502, text: '', times: 9});
      let isKept = false;
      const made = makeChange(meansOf(server), change, {
        ...unwatched,
        isUndo: false,
        async onSending() {
          isKept = true;
        },
        async onNotMade() {
          isKept = false;
        },
      });
      await expect(made).rejects.toMatchObject({kind: 'unavailable'});
      expect(isKept).toBe(true);
    },
  );

  it('does not take a label of theirs for one that was subscribed to', async () => {
    const change = await changeOf('subscriptions to labels');
    if (change.kind !== 'subscriptions') throw new Error('These are no labels');
    const [first] = world().labelsOf(world().project(globex), false);
    if (first === undefined) throw new Error('There is no label');
    world().setSubscription(world().user('robin'), first, world().project(globex), true);
    signInDuring('subscriptions to labels', {
      path: new RegExp(`/labels/${first.id}/subscribe$`),
      status: 502,
      text: '',
      times: 9,
    });
    const {undo} = await applyChange(meansOf(server), change);
    expect(undo).toMatchObject({labels: change.labels.filter(({id}) => id !== first.id)});
  });
});
