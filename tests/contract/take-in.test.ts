import {signal} from '@preact/signals';
import {beforeEach, describe, expect, it, vi} from 'vitest';
import type {KnownCustomers} from '../../src/customers/known-customers.ts';
import {type CustomerResult, progressOf, resultOf} from '../../src/customers/result.ts';
import {takeIn} from '../../src/customers/take-in.ts';
import {checklistOf, meansOf, pageOf} from './means.ts';
import {acme, root, useSandbox} from './server.ts';

const kept: {host: string; userId: number; results: CustomerResult[]}[] = [];
vi.mock('../../src/browser/extension.ts', () => ({
  sendToBackground: async (message: (typeof kept)[number]) => void kept.push(message),
}));

const server = useSandbox();

/** What is known of Acme once a flow on a group's page, or on its own, is over. */
async function takenIn(isNew: boolean, where: 'group' | 'project', prepare = () => undefined as unknown) {
  const means = meansOf(server);
  const checklist = checklistOf(acme, means);
  prepare();
  await checklist.refresh();
  const known = signal<KnownCustomers>(new Map());
  const page = {
    ...pageOf(checklist),
    ...(where === 'group' ? {place: {kind: 'group' as const, path: `${root}/emea`}} : {}),
  };
  await takeIn(page, checklist, {known, isNew});
  return {checklist, known: known.value};
}

beforeEach(() => {
  kept.length = 0;
});

describe('a customer that a flow is done with', () => {
  it.each(['group', 'project'] as const)('is known as its checklist says it, on the page of a %s', async where => {
    const {checklist, known} = await takenIn(true, where, () => server.sandbox.world.addMember(acme, 'dana', 40));
    const {id} = server.sandbox.world.project(acme);
    const [message] = kept;
    expect(kept).toHaveLength(1);
    expect(message).toMatchObject({host: 'gitlab.com', userId: server.sandbox.world.user('dana').id});
    const [result] = message?.results ?? [];
    expect(resultOf(result)).toEqual(result);
    expect(result).toMatchObject({id, path: acme, customer: 'Acme', readAt: expect.any(String), isPartly: false});
    expect(result, 'a direct member, whom the README doesn’t name').toMatchObject({isMine: true, isNamed: false});
    expect(result?.webUrl).toMatch(/\/emea\/acme\//);
    expect(result && progressOf(result)).toEqual(checklist.progress.value);
    expect([...known.keys()]).toEqual(where === 'group' ? [acme.toLowerCase()] : []);
  });

  const fail = () => server.sandbox.faults.add({path: /notification_settings$/, status: 503});

  it.each([
    [true, 'new', 1],
    [false, 'known from before', 0],
  ])('is in the list without what could not be read only where it is new: %s', async (isNew, _what, times) => {
    await takenIn(isNew, 'project', fail);
    expect(kept).toHaveLength(times);
    for (const result of kept.flatMap(({results}) => results)) expect(result.readAt).toBeUndefined();
  });

  it('is not taken in for somebody else', async () => {
    const means = {...meansOf(server, 'robin'), pageUser: async () => ({id: 999, name: 'Dana', username: 'dana'})};
    const checklist = checklistOf(acme, means);
    await checklist.refresh();
    await takeIn(pageOf(checklist), checklist, {known: signal<KnownCustomers>(new Map()), isNew: true});
    expect(kept).toEqual([]);
  });
});
