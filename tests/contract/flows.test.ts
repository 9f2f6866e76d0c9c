import {beforeEach, describe, expect, it} from 'vitest';
import type {Hands} from '../../src/changes/outcome.ts';
import type {StepState} from '../../src/panel/flows/flow.ts';
import {newCustomerSteps, planFault, takeCustomerBack} from '../../src/panel/flows/new-customer.ts';
import {preSalesSteps} from '../../src/panel/flows/pre-sales.ts';
import {explainBySession, runSteps, type Step} from '../../src/panel/flows/run.ts';
import type {Store} from '../../src/panel/store.ts';
import {defaultWorkspace} from '../../src/workspace/workspace.ts';
import {checklistOf, handsOf} from './hands.ts';
import {initech, root, useSandbox} from './server.ts';

const server = useSandbox();
const world = () => server.sandbox.world;
const workspace = defaultWorkspace;

const plan = {
  name: 'Stark Industries',
  segment: 'emea',
  logo: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  people: 'pepper@stark.example',
  values: [['customer name', 'Stark Industries'] as [string, string]],
  takesGroup: false,
};
const group = `${root}/emea/stark-industries`;
const project = `${group}/customer-collaboration-project`;

interface Run {
  readonly states: Record<string, StepState>;
  readonly done: boolean;
}

/** Runs steps; after so many states were kept, nothing is kept and nothing comes through any more, as if the tab were gone. */
async function run(steps: readonly Step[], known: Record<string, StepState> = {}, cutAfter = Infinity): Promise<Run> {
  const states = {...known};
  let kept = 0;
  const done = await runSteps(steps, known, {
    async keep(id, state) {
      if (kept === cutAfter) server.sandbox.faults.add({path: /./, drop: true});
      kept += 1;
      if (kept <= cutAfter) states[id] = state;
    },
    onProgress: () => undefined,
    isStopped: () => false,
    explain: error => explainBySession(hands.gitlab, error),
  });
  server.sandbox.faults.clear();
  return {states, done: done && kept <= cutAfter};
}

function stepsFor(hands: Hands, of: Parameters<typeof newCustomerSteps>[0] = plan): Step[] {
  let store: Promise<Store> | undefined;
  return newCustomerSteps(of, {
    hands,
    workspace,
    checklist: path => {
      store ??= (async () => {
        const made = checklistOf(path, hands);
        await made.refresh();
        return made;
      })();
      return store;
    },
  });
}

const writes = () => server.sandbox.log.filter(({method}) => method !== 'GET').length;

function expectStark() {
  const made = world().project(project);
  expect(made.visibility).toBe('private');
  expect(made.name).toBe('Stark Industries Customer Collaboration Project');
  expect(made.avatar).not.toBeNull();
  expect(made.invitations).toEqual([{email: 'pepper@stark.example', level: 30}]);
  expect(made.repository.commits).toHaveLength(2);
  const dana = world().user('dana');
  expect(world().notification(dana, made).level).toBe('watch');
  expect(
    world()
      .labelsOf(made, false)
      .every(label => world().isSubscribed(dana, label, made)),
  ).toBe(true);
  expect(world().group(group).visibility).toBe('private');
  expect(world().projects.filter(({path}) => path.startsWith(group))).toHaveLength(1);
}

let hands: Hands;
beforeEach(() => {
  hands = handsOf(server);
});

describe('a new customer', () => {
  it('is set up, and a second run changes nothing', async () => {
    expect((await run(stepsFor(hands))).done).toBe(true);
    expectStark();
    const before = writes();
    const again = await run(stepsFor(hands, {...plan, takesGroup: true}), {project: {state: 'running'}});
    expect(again.done).toBe(true);
    expect(writes()).toBe(before);
  });

  it('is set up to the end however often it was left in the middle', async () => {
    const whole = await run(stepsFor(hands));
    const kept = Object.keys(whole.states).length * 2;
    for (let cut = 1; cut < kept; cut += 1) {
      server.sandbox.reset();
      const first = await run(stepsFor(handsOf(server)), {}, cut);
      const second = await run(stepsFor(handsOf(server)), first.states);
      expect(second.done, `left after ${cut} of ${kept}`).toBe(true);
      expectStark();
    }
  });

  it('stops where a step fails, with GitLab’s reason, and goes on when it is tried again', async () => {
    server.sandbox.faults.add({
      method: 'POST',
      path: /^\/projects$/,
      status: 403,
      body: {error: ['Your project limit is 100000 projects']},
      times: 1,
    });
    const failed = await run(stepsFor(hands));
    expect(failed.states.project).toMatchObject({state: 'failed', words: expect.stringContaining('project limit')});
    expect(failed.states.labels).toBeUndefined();
    expect((await run(stepsFor(hands), failed.states)).done).toBe(true);
    expectStark();
  });

  it.each<[string, () => void, string, RegExp]>([
    [
      'the group was made by somebody else in between',
      () => world().addGroup({path: group, name: 'Stark Industries'}),
      'group',
      /is there by now.*Nothing was overwritten/,
    ],
    ['the path is one of a project', () => world().addProject({path: group}), 'group', /has already been taken/],
    ['the segment is gone', () => world().removeGroup(world().group(`${root}/emea`)), 'group', /does not find it/],
    [
      'the template is gone',
      () => world().projects.splice(world().projects.indexOf(world().project(workspace.templateProject)), 1),
      'project',
      /does not show you the template project/,
    ],
    [
      'the user is only an inherited member of the template’s group',
      () => world().group(`${root}/templates`).members.clear(),
      'project',
      /is unknown or invalid.*only an inherited member of/,
    ],
    [
      'GitLab cannot make the project',
      () => {
        world().imports.end = 'failed';
      },
      'project',
      /The template could not be exported/,
    ],
    [
      'GitLab never finishes',
      () => {
        world().imports.end = 'never';
      },
      'project',
      /has not finished making the project/,
    ],
    ['the session has ended', () => world().expireSessions(), 'group', /signed out.*Sign in to GitLab again/i],
  ])('says so when %s', async (_name, arrange, step, words) => {
    arrange();
    const {states, done} = await run(stepsFor(hands));
    expect(done).toBe(false);
    expect(states[step]).toMatchObject({state: 'failed', words: expect.stringMatching(words)});
    expect(Object.values(states).filter(({state}) => state === 'failed')).toHaveLength(1);
  });

  it('takes the role of who may not make groups for what it is', async () => {
    const {states} = await run(stepsFor(handsOf(server, 'robin')));
    expect(states.group).toMatchObject({
      state: 'failed',
      words: expect.stringContaining('Your role does not allow this'),
    });
    expect(writes()).toBe(1);
  });

  it('makes the project anew when GitLab could not fill it', async () => {
    world().imports.end = 'failed';
    const failed = await run(stepsFor(hands));
    world().imports.end = 'finished';
    expect((await run(stepsFor(hands), failed.states)).done).toBe(true);
    const [old, made] = world().projects.filter(({path}) => path.startsWith(group));
    expect(old?.markedForDeletionOn).not.toBeNull();
    expect(made?.path).toBe(project);
  });

  it('goes on with a new session and a changed role', async () => {
    const cut = await run(stepsFor(hands), {}, 2);
    world().expireSessions();
    const out = await run(stepsFor(hands), cut.states);
    expect(out.states.project).toMatchObject({state: 'failed', words: expect.stringContaining('Sign in')});
    const dana = world().user('dana').id;
    for (const path of [root, 'gitlab-com/timtams']) world().group(path).members.delete(dana);
    const less = await run(stepsFor(handsOf(server)), out.states);
    expect(less.states.project?.state).toBe('failed');
    world().addMember(root, 'dana', 50);
    world().addMember('gitlab-com/timtams', 'dana', 30);
    expect((await run(stepsFor(handsOf(server)), less.states)).done).toBe(true);
    expectStark();
  });

  it.each([
    ['a limit of seats', {status: 'error', message: {'pepper@stark.example': 'No seats left.'}}, 'No seats left.'],
    ['a limit of the day', {status: 'error', message: 'Invite limit of 20 per day exceeded'}, 'Invite limit of 20'],
    [
      'a domain',
      {status: 'error', message: {'pepper@stark.example': 'The member’s email address is not allowed'}},
      'not allowed',
    ],
  ])('tells who could not be invited because of %s, and does the rest', async (_name, body, words) => {
    server.sandbox.faults.add({method: 'POST', path: /invitations$/, status: 201, body});
    const {states, done} = await run(stepsFor(hands));
    expect(done).toBe(true);
    expect(states.members?.left?.join()).toContain(words);
  });

  it('is taken back: the group with all that it made, and never what is somebody else’s', async () => {
    const flowOf = (states: Record<string, StepState>) =>
      ({id: 'x', userId: 1, startedAt: '', stage: 'back', steps: states, kind: 'new-customer', plan}) as const;
    const scene = {hands, workspace, checklist: async () => checklistOf(project, hands)};
    const first = await run(stepsFor(hands));
    expect(await takeCustomerBack(flowOf(first.states), scene)).toEqual([]);
    expect(world().findGroup(group)).toBeUndefined();
    expect(world().findProject(project)).toBeUndefined();
    expect(await takeCustomerBack(flowOf(first.states), scene)).toEqual([]);

    const second = await run(stepsFor(hands));
    world().addProject({path: `${group}/of-somebody-else`});
    expect(await takeCustomerBack(flowOf(second.states), scene)).toEqual([
      `The group ${group} stays, because something else is in it by now.`,
    ]);
    expect(world().findProject(`${group}/of-somebody-else`)).toBeDefined();
    expect(world().findProject(project)).toBeUndefined();

    const third = await run(stepsFor(hands, {...plan, takesGroup: true}));
    await takeCustomerBack(flowOf(third.states), scene);
    expect(world().findGroup(group)).toBeDefined();
  });
});

describe('names and paths of a new customer', () => {
  const fault = (more: Partial<typeof plan & {path: string}>) => planFault({...plan, ...more}, workspace);
  it.each([
    ['Stark Industries', undefined],
    ['ستارك', /^GitLab makes no path of this name/],
    ['🚀', /^GitLab makes no path of this name/],
    ['!!!', /starts with a letter/],
    ['…', /starts with a letter/],
    ['', /^Enter the customer’s name/],
    ['   ', /^Enter the customer’s name/],
    ['x'.repeat(300), /at most 255/],
    ['x'.repeat(240), /longer than GitLab’s 255/],
    ['tree', /keeps the path “tree” for itself/],
    ['A/B', /takes only letters/],
  ])('%j', (name, expected) => {
    if (expected === undefined) expect(fault({name})).toBeUndefined();
    else expect(fault({name})).toMatch(expected);
  });

  it.each([
    ['ستارك', 'stark'],
    ['🚀', 'rocket'],
    ['Häagen-Dazs (Österreich)', undefined],
    ['Smith & Sons', undefined],
  ])('%j with the path %j is what GitLab takes', async (name, path) => {
    const named = {...plan, name, people: '', values: [], ...(path === undefined ? {} : {path})};
    const wrong = planFault(named, workspace);
    if (wrong !== undefined) {
      expect(wrong).toMatch(/takes only letters/);
      return;
    }
    const {states, done} = await run(stepsFor(hands, named));
    expect(states).not.toContainEqual(expect.objectContaining({state: 'failed'}));
    expect(done).toBe(true);
  });

  it('a segment has to be chosen', () => {
    expect(fault({segment: ''})).toBe('Choose a segment.');
  });
});

describe('a customer from pre-sales', () => {
  const target = `${root}/emea/initech/initech-collaboration-project`;
  const preSalesPlan = (path: string) => ({
    projectId: world().project(path).id,
    projectName: 'Initech collaboration project',
    address: '',
    action: 'close' as const,
    issues: [{iid: 2, title: 'Pricing, internal'}],
    agreed: true,
    segment: 'emea',
    name: 'Initech',
  });
  async function steps(path = initech): Promise<Step[]> {
    const store = checklistOf(path, hands);
    await store.refresh();
    return preSalesSteps(preSalesPlan(path), workspace, async () => store);
  }

  it('is taken over, and a second run changes nothing', async () => {
    expect((await run((await steps()).slice(0, 4))).done).toBe(true);
    expect((await run(await steps(target))).done).toBe(true);
    expect(
      world()
        .project(target)
        .issues.map(({state}) => state),
    ).toEqual(['opened', 'closed', 'opened']);
    const before = writes();
    expect((await run(await steps(target))).done).toBe(true);
    expect(writes()).toBe(before);
  });

  it.each([
    [
      'a project has the name already',
      {
        status: 400,
        body: {
          message:
            'Failed to transfer project {:new_namespace=>["Project with same name or path in target namespace already exists"]}',
        },
      },
      /same name or path/,
    ],
    [
      'packages hold it',
      {
        status: 400,
        body: {
          message:
            'Failed to transfer project {new_namespace: ["Project cannot be transferred, because image tags are present in its container registry"]}',
        },
      },
      /image tags/,
    ],
    ['the role is too low', {status: 403, body: {message: '403 Forbidden'}}, /role does not allow/],
  ])('stays where it is when %s, and nothing after the move is begun', async (_name, fault, words) => {
    server.sandbox.faults.add({method: 'PUT', path: /transfer$/, ...fault});
    const {states, done} = await run(await steps());
    expect(done).toBe(false);
    expect(states.location).toMatchObject({state: 'failed', words: expect.stringMatching(words)});
    expect(states.labels).toBeUndefined();
    expect(world().findProject(initech)).toBeDefined();
  });

  it('goes on when GitLab finishes a transfer later', async () => {
    const open = {status: 200, body: {id: world().project(initech).id}};
    const end = server.sandbox.faults.add({method: 'PUT', path: /transfer$/, ...open});
    const waiting = await run(await steps());
    expect(waiting.states.location).toMatchObject({
      state: 'failed',
      words: expect.stringContaining('has not finished it yet'),
    });
    end();
    world().transfer(world().project(initech), world().group(`${root}/emea/initech`));
    const before = writes();
    const {states} = await run((await steps(target)).slice(0, 4), waiting.states);
    expect(states.location?.state).toBe('done');
    expect(writes()).toBe(before);
  });
});
