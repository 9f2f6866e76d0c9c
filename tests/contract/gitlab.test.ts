import {describe, expect, it} from 'vitest';
import type {World} from '../../sandbox/world.ts';
import {initech, root, useSandbox} from './server.ts';

/** What GitLab's source says, point by point: the numbers are those of the reference data (`gitlab/facts.md`). */

const server = useSandbox();
const id = encodeURIComponent;
const world = (): World => server.sandbox.world;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function send(user: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${server.sandbox.origin}/api/v4${path}`, {
    method,
    headers: {'content-type': 'application/json', 'private-token': world().addToken(user)},
    redirect: 'manual',
    ...(body === undefined ? {} : {body: JSON.stringify(body)}),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  return {status: response.status, body: isJson ? JSON.parse(text) : text};
}

/** The body of an answer as an object. */
const fields = ({body}: Answer) => body as Readonly<Record<string, unknown>>;

describe('G8 a transfer', () => {
  const transfer = (namespace?: string) => send('dana', 'PUT', `/projects/${id(initech)}/transfer`, {namespace});
  const emea = `${root}/emea`;
  const placeOf = async (project: number) =>
    fields(await send('dana', 'GET', `/projects/${project}`)).path_with_namespace;

  it('is done at once', async () => {
    expect(fields(await transfer(emea)).path_with_namespace).toBe(`${emea}/initech-collaboration-project`);
  });

  it('that is a job answers with the project as it was, and is done later', async () => {
    const project = world().project(initech).id;
    world().asyncTransfers = {polls: 3};
    const {status, body} = await transfer(emea);
    expect([status, (body as {path_with_namespace: string}).path_with_namespace]).toEqual([200, initech]);
    const again = await transfer(emea);
    expect(again).toEqual({
      status: 400,
      body: {message: 'Unable to initiate transfer. The project may already have a transfer in progress.'},
    });
    expect([await placeOf(project), await placeOf(project), await placeOf(project)]).toEqual([
      initech,
      initech,
      `${emea}/initech-collaboration-project`,
    ]);
  });

  it.each<[string, () => void]>([
    ['fails', () => (world().asyncTransfers = {polls: 1, end: 'failed'})],
    [
      'finds the name taken',
      () => {
        world().asyncTransfers = {polls: 1};
        world().addProject({path: `${root}/emea/other`, name: world().project(initech).name});
      },
    ],
  ])('that is a job and %s leaves the project where it was', async (_name, arrange) => {
    const project = world().project(initech).id;
    arrange();
    expect((await transfer(emea)).status).toBe(200);
    expect(await placeOf(project)).toBe(initech);
    expect(world().project(initech).transfer).toBeNull();
  });

  const refusals: [string, () => void, string][] = [
    ['the place is the same', () => undefined, 'Project is already in this namespace.'],
    [
      'the role is too low there',
      () => {
        world().group(root).members.clear();
        world().group(root).shares.splice(0);
        world().addMember(initech, 'dana', 50);
        world().addMember(emea, 'dana', 30);
      },
      "You don't have permission to transfer projects into that namespace.",
    ],
    [
      'the name is taken',
      () => world().addProject({path: `${emea}/other`, name: world().project(initech).name}),
      'Project with same name or path in target namespace already exists',
    ],
  ];

  it.each(refusals)('is refused where %s, in Ruby’s spelling', async (_name, arrange, words) => {
    arrange();
    const {status, body} = await transfer(words.includes('already in') ? `${root}/pre-sales` : emea);
    expect([status, body]).toEqual([400, {message: `Failed to transfer project {:new_namespace=>["${words}"]}`}]);
  });

  it.each(refusals.slice(0, 2))('that is a job is refused where %s, in plain words', async (_name, arrange, words) => {
    arrange();
    world().asyncTransfers = {polls: 1};
    const {body} = await transfer(words.includes('already in') ? `${root}/pre-sales` : emea);
    expect(body).toEqual({message: words});
  });

  it('makes new labels of the old group’s that are in use, and subscriptions to them are lost', async () => {
    const dana = world().user('dana');
    const [old] = world().labelsOf(world().group(`${root}/pre-sales`), false);
    if (!old) throw new Error('The group has no label');
    world().setSubscription(dana, old, null, true);
    await transfer(emea);
    const moved = world().project(`${emea}/initech-collaboration-project`);
    const copy = world()
      .labelsOf(moved, false)
      .find(({name}) => name === old.name);
    expect(copy?.id).not.toBe(old.id);
    expect(copy && world().isSubscribed(dana, copy, moved)).toBe(false);
  });
});
