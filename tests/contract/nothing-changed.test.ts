import {describe, expect, it} from 'vitest';
import type {Fault} from '../../sandbox/faults.ts';
import {applyChange} from '../../src/apply/apply.ts';
import {makeChange} from '../../src/apply/make.ts';
import {unwatched} from '../../src/apply/means.ts';
import type {Change} from '../../src/changes/change.ts';
import {problemOf} from '../../src/gitlab/errors.ts';
import {kinds} from '../kill/kinds.ts';
import {told} from '../told.ts';
import {meansOf} from './means.ts';
import {acme, useSandbox} from './server.ts';

const server = useSandbox();

const nothing = 'Nothing was changed. Try again in a moment.';
const maybe = 'The change may have been made. Refresh to check.';

/** What is told of a change that does not work. */
async function problemWith(change: Change, isUndo = false) {
  const watch = {...unwatched, isUndo, onSending: async () => undefined, onNotMade: async () => undefined};
  const made = makeChange(meansOf(server), change, watch);
  return told(
    problemOf(
      await made.then(
        () => new Error('It was made'),
        error => error,
      ),
    ),
  );
}

function kindOf(name: string) {
  const kind = kinds[name];
  if (kind === undefined) throw new Error(`There is no ${name}`);
  return kind;
}
const changeOf = (name: string) => kindOf(name).change(server.sandbox.world, meansOf(server).gitlab);
const fail = (name: string, fault: Partial<Fault> = {}) => {
  const {method, request: path} = kindOf(name);
  server.sandbox.faults.add({method, path, status: 500, body: {message: '500 Internal Server Error'}, ...fault});
};

describe('where GitLab fails at a change', () => {
  it.each(Object.keys(kinds).filter(name => !name.startsWith('a move')))(
    'and a look sees that it was not made, that is said: %s',
    async name => {
      const change = await changeOf(name);
      fail(name);
      expect(await problemWith(change)).toEqual({
        kind: 'unavailable',
        words: 'GitLab can’t answer right now.',
        advice: nothing,
      });
    },
  );

  it('and no connection is there for a moment, the advice names it', async () => {
    const change = await changeOf('invitations');
    fail('invitations', {drop: true});
    expect(await problemWith(change)).toMatchObject({
      kind: 'offline',
      advice: 'Nothing was changed. Check your connection, then try again.',
    });
  });

  it.each(['the project’s visibility', 'invitations', 'roles'])(
    'and no look can tell, nothing is claimed: %s',
    async name => {
      const change = await changeOf(name);
      fail(name, {
        until: async () => void server.sandbox.faults.add({path: /./, status: 500}),
      });
      expect(await problemWith(change)).toMatchObject({kind: 'unavailable', advice: maybe});
    },
  );

  it('before anything was sent, nothing was changed', async () => {
    const change = await changeOf('invitations');
    server.sandbox.faults.add({method: 'GET', path: /\/members|\/invitations/, status: 500});
    expect(await problemWith(change)).toMatchObject({advice: nothing});
    expect(server.sandbox.log.filter(({method}) => method === 'POST')).toEqual([]);
  });

  it('and a move may go on by itself, nothing is claimed', async () => {
    const change = await changeOf('a move to a new group');
    fail('a move to a new group');
    const {words, advice} = await problemWith(change);
    expect(words).toMatch(/^GitLab can’t answer right now\. The private group .+ was created for the move/);
    expect(advice).toBe(maybe);
  });

  it('and a part of what is taken back came back, nothing is claimed', async () => {
    const means = meansOf(server);
    const {undo} = await applyChange(means, await changeOf('roles'));
    if (undo?.kind !== 'roles') throw new Error('There is no undo');
    const [first] = undo.people;
    if (first === undefined || !('userId' in first)) throw new Error('There is nobody');
    const both: Change = {...undo, people: [first, {...first, userId: server.sandbox.world.user('robin').id}]};
    server.sandbox.world.addMember(acme, 'robin', first.from);
    fail('roles', {after: true});
    expect(await problemWith(both, true)).toMatchObject({advice: maybe});
  });
});
