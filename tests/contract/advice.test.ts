import {describe, expect, it} from 'vitest';
import {applyChange} from '../../src/apply/apply.ts';
import type {Change} from '../../src/changes/change.ts';
import {problemOf} from '../../src/gitlab/errors.ts';
import {kinds} from '../kill/kinds.ts';
import {told} from '../told.ts';
import {meansOf} from './means.ts';
import {useSandbox} from './server.ts';

const server = useSandbox();

const look = 'Check in GitLab what prevents it, then try again.';
const correct = 'Correct the value and try again.';
/** Those for which somebody typed or chose something. */
const typed = new Set(['the name', 'the picture', 'a commit']);

async function refused(change: Change, method: string, path: RegExp) {
  const body = {message: '400 Bad request - Locked for now'};
  server.sandbox.faults.add({method, path, status: 400, body});
  return told(problemOf(await applyChange(meansOf(server), change).catch(error => error)));
}

describe('what to do where GitLab refuses the request', () => {
  it.each(Object.entries(kinds))('of %s', async (name, {change, method, request}) => {
    const problem = await refused(await change(server.sandbox.world, meansOf(server).gitlab), method, request);
    expect(problem).toMatchObject({kind: 'invalid', words: expect.stringContaining('Locked for now.')});
    expect(problem.advice).toBe(typed.has(name) ? correct : look);
  });

  it('of a move to a group that cannot be made', async () => {
    const {change} = kinds['a move to a new group'] ?? {};
    const wish = await change?.(server.sandbox.world, meansOf(server).gitlab);
    if (wish === undefined) throw new Error('There is no such kind');
    expect((await refused(wish, 'POST', /^\/groups$/)).advice).toBe(correct);
  });

  it.each(['a move to a new group', 'invitations', 'roles'])('of what takes %s back', async name => {
    const {change, undoMethod = 'PUT'} = kinds[name] ?? {};
    const means = meansOf(server);
    const made = await change?.(server.sandbox.world, means.gitlab);
    const {undo} = made ? await applyChange(means, made) : {};
    if (undo === undefined) throw new Error(`There is no undo of ${name}`);
    expect((await refused(undo, undoMethod, /./)).advice).toBe(look);
  });
});
