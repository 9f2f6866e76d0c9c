import {beforeEach, describe, expect, it} from 'vitest';
import type {Means} from '../../src/apply/means.ts';
import {NotKept} from '../../src/browser/storage-error.ts';
import type {Checklist} from '../../src/checklist/checklist.ts';
import type {StepState} from '../../src/flows/flow.ts';
import {handoverSteps, renamedFiles, seenIn} from '../../src/flows/handover.ts';
import {newCustomerSteps} from '../../src/flows/new-customer.ts';
import {preSalesSteps} from '../../src/flows/pre-sales.ts';
import {explainBySession, runSteps, type Step} from '../../src/flows/run.ts';
import {said} from '../../src/texts/said.ts';
import {defaultWorkspace} from '../../src/workspace/workspace.ts';
import {told} from '../told.ts';
import {handoverPlan} from './flow-plans.ts';
import {checklistOf, meansOf, signIn} from './means.ts';
import {initech, root, useSandbox} from './server.ts';

const server = useSandbox();
const world = () => server.sandbox.world;
const workspace = defaultWorkspace;
const branch = 'csm-checklist-1';

const stark = `${root}/emea/stark-industries/customer-collaboration-project`;
const hooli = `${root}/apac/hooli/hooli-collaboration`;

const starkPlan = {
  name: 'Stark Industries',
  segment: 'emea',
  logo: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  people: 'pepper@stark.example, happy@stark.example',
  values: [['customer name', 'Stark Industries'] as [string, string]],
  takesGroup: false,
};
let means: Means;
beforeEach(() => {
  means = meansOf(server);
});

/** The requests that write and that GitLab took. */
const written = () => server.sandbox.log.filter(({method, status}) => method !== 'GET' && status < 400).length;
const textOf = (project: string, path: string) => new TextDecoder().decode(world().readFile(project, path));

/** A checklist on a page of this user's, read when it is asked for first. */
function lazily(path: string): () => Promise<Checklist> {
  let store: Promise<Checklist> | undefined;
  return () => {
    store ??= (async () => {
      const made = checklistOf(path, means, undefined, undefined, await means.pageUser());
      await made.refresh();
      return made;
    })();
    return store;
  };
}

type States = Record<string, StepState>;

async function run(steps: readonly Step[], known: States = {}): Promise<{states: States; done: boolean}> {
  const states = {...known};
  const done = await runSteps(steps, known, {
    async keep(id, state) {
      states[id] = state;
      return undefined;
    },
    onProgress: () => undefined,
    isStopped: () => false,
    explain: error => explainBySession(means.gitlab, error),
  });
  return {states, done};
}

/** What keeps a fact from being read, and the words that a step fails with; none where it does not fail, but is left in the middle. */
interface Trouble {
  /** @param path that of the requests for the fact */
  readonly begin: (path: RegExp) => void;
  readonly words?: RegExp;
}

/** What is asked for by itself is told by GraphQL too, which is asked first. */
const orGraphql = ({source}: RegExp) => new RegExp(`^/graphql$|${source}`);

const gitLabsTrouble: Readonly<Record<string, Trouble>> = {
  'GitLab is out of order': {
    begin: path => void server.sandbox.faults.add({method: 'GET', path: orGraphql(path), status: 500}),
    words: /^GitLab can’t answer right now\. Try again in a moment\.$/,
  },
  'GitLab’s proxy gets no answer': {
    begin: path =>
      void server.sandbox.faults.add({method: 'GET', path: orGraphql(path), status: 502, text: '<html></html>'}),
    words: /^GitLab can’t answer right now\. Try again in a moment\.$/,
  },
  'the role does not allow to read it': {
    begin: path =>
      void server.sandbox.faults.add({
        method: 'GET',
        path: orGraphql(path),
        status: 403,
        body: {message: '403 Forbidden'},
      }),
    words: /^Your role doesn’t allow this\. Ask someone with a higher role/,
  },
};
const sessionTrouble: Readonly<Record<string, Trouble>> = {
  'somebody else is signed in': {
    begin: () => signIn(server, 'robin'),
  },
  'nobody is signed in': {
    begin: () => world().expireSessions(),
  },
};
const leftBy = ({words}: Trouble) =>
  words ? {state: 'failed', words: expect.stringMatching(words)} : {state: 'running', words: undefined};
const allTrouble = {...gitLabsTrouble, ...sessionTrouble};

function allIsWell(): void {
  server.sandbox.faults.clear();
  signIn(server, 'dana');
}

const at = (path: string, more: string) => new RegExp(`^/projects/(\\d+|${path})${more}$`);

/** A step by itself. */
interface Case {
  /** What is done before; then the steps of a page that is just opened. */
  readonly prepare: () => Promise<() => readonly Step[]>;
  readonly step: string;
  /** Requests for what it rests on, by what that is. */
  readonly reads: Readonly<Record<string, RegExp>>;
  /** Whether GitLab shows it. */
  readonly isDone: () => boolean;
}

async function newCustomer(): Promise<() => readonly Step[]> {
  const stepsOf = () => {
    const read = lazily(stark);
    return newCustomerSteps(starkPlan, {means, workspace, branch, checklist: read});
  };
  expect((await run(stepsOf().slice(0, 2))).done).toBe(true);
  return stepsOf;
}

async function handover(): Promise<() => readonly Step[]> {
  const store = await lazily(hooli)();
  const plan = {...handoverPlan, seen: seenIn(renamedFiles(store.facts.value, handoverPlan))};
  return () => handoverSteps(plan, workspace, lazily(hooli), branch);
}

async function fromPreSales(): Promise<() => readonly Step[]> {
  const plan = {
    projectId: world().project(initech).id,
    projectName: 'Initech collaboration project',
    address: '',
    action: 'close' as const,
    issues: [{iid: 2, title: 'Pricing, internal'}],
    agreed: true,
    segment: 'emea',
    name: 'Initech',
    takesGroup: false,
  };
  const {id} = world().addGroup({path: `${root}/emea/initech`, name: 'Initech'});
  return () => preSalesSteps(plan, {means, workspace, madeGroup: () => id, checklist: lazily(initech)});
}

const cases: readonly Case[] = [
  {
    prepare: newCustomer,
    step: 'avatar',
    reads: {project: at(stark, '')},
    isDone: () => world().project(stark).avatar?.name === 'logo.png',
  },
  {
    prepare: newCustomer,
    step: 'files',
    reads: {
      project: at(stark, ''),
      readme: at(stark, '/repository/files/README.md'),
      issueTemplates: at(stark, '/repository/tree'),
      'an issue template': at(stark, '/repository/files/.gitlab/issue_templates/Feature Request.md'),
    },
    isDone: () =>
      textOf(stark, 'README.md').includes('# Stark Industries and GitLab') &&
      textOf(stark, '.gitlab/issue_templates/Feature Request.md').includes('What Stark Industries needs'),
  },
  {
    prepare: newCustomer,
    step: 'members',
    reads: {
      project: at(stark, ''),
      members: at(stark, '/members'),
      invitations: at(stark, '/invitations'),
    },
    isDone: () => world().project(stark).invitations.length === 2,
  },
  {
    prepare: newCustomer,
    step: 'notifications',
    reads: {project: at(stark, ''), notifications: at(stark, '/notification_settings')},
    isDone: () => world().notification(world().user('dana'), world().project(stark)).level === 'watch',
  },
  {
    prepare: handover,
    step: 'files',
    reads: {
      project: at(hooli, ''),
      readme: at(hooli, '/repository/files/README.md'),
      issueTemplates: at(hooli, '/repository/tree'),
    },
    isDone: () => textOf(hooli, 'README.md').includes('Customer Success Manager: Dana Reyes (@dana)'),
  },
  {
    prepare: fromPreSales,
    step: 'issues',
    reads: {issues: at(initech, '/issues')},
    isDone: () => world().project(initech).issues[1]?.state === 'closed',
  },
  {
    prepare: fromPreSales,
    step: 'location',
    reads: {project: at(initech, '')},
    isDone: () => world().findProject(initech) === undefined,
  },
];

const rows = cases.flatMap(one => [
  ...Object.entries(one.reads).flatMap(([fact, path]) =>
    Object.keys(allTrouble).map(trouble => ({...one, fact, path, trouble})),
  ),
]);

describe('a step whose reading goes wrong', () => {
  it.each(rows)(
    'is not done: $step of $prepare.name, $fact, where $trouble',
    async ({prepare, step: id, path, trouble: name, isDone}) => {
      const stepsOf = await prepare();
      const only = () => stepsOf().filter(step => step.id === id);
      const before = written();
      const trouble = allTrouble[name] ?? expect.fail();
      trouble.begin(path);
      const steps = only();
      const failed = await run(steps);
      expect(told(failed.states[id])).toMatchObject(leftBy(trouble));
      expect(told(failed.states[id])).not.toMatchObject({left: expect.anything()});
      expect(isDone()).toBe(false);
      expect(written()).toBe(before);

      // Tried again while it still is so.
      expect(told((await run(steps, failed.states)).states[id])).toMatchObject(leftBy(trouble));
      expect(written()).toBe(before);

      allIsWell();
      const again = await run(steps, failed.states);
      expect(told(again.states[id])).toMatchObject({state: 'done'});
      expect(again.states[id]?.left ?? []).toEqual([]);
      expect(isDone()).toBe(true);
    },
  );

  it.each([
    {prepare: newCustomer, name: 'record', what: 'whether a merge request waits'},
    {prepare: handover, name: 'record', what: 'whether a merge request waits'},
    {prepare: newCustomer, name: 'brackets', what: 'what was decided about brackets'},
  ])('commits nothing where the browser does not tell $what: $prepare.name', async ({prepare, name}) => {
    const stepsOf = await prepare();
    const {notebook} = means;
    const refuse = () => Promise.reject(new NotKept(said('texts.asKept', 'The storage is broken.')));
    means = {...means, notebook: {...notebook, [name]: refuse}};
    const only = () => stepsOf().filter(({id}) => id === 'files');
    const before = written();
    const {states} = await run(only());
    expect(told(states.files)).toMatchObject({
      state: 'failed',
      words: expect.stringMatching(/^The storage is broken\. /),
    });
    expect(written()).toBe(before);
    means = {...means, notebook};
    expect((await run(only(), states)).done).toBe(true);
    expect(written()).toBe(before + 1);
  });

  it.each(cases.filter(({step}) => step !== 'location'))(
    'is done without a change only for the user of the page: $step of $prepare.name',
    async ({prepare, step: id, isDone}) => {
      const stepsOf = await prepare();
      const only = () => stepsOf().filter(step => step.id === id);
      const steps = only();
      expect((await run(steps)).done).toBe(true);
      expect(isDone()).toBe(true);
      const before = written();
      for (const trouble of Object.values(sessionTrouble)) {
        trouble.begin(/^$/);
        // What was read is known still, and shows that nothing is left to do.
        const {states, done} = await run(steps);
        expect(done).toBe(false);
        expect(states[id]).toMatchObject(leftBy(trouble));
        allIsWell();
      }
      expect((await run(steps)).done).toBe(true);
      expect((await run(only())).done).toBe(true);
      expect(written()).toBe(before);
    },
  );

  it.each([
    ['at their first reading', 'first'],
    ['until they are tried again', 'until'],
  ])('goes wrong for all steps of a customer %s, and all are done in the end', async (_when, until) => {
    await newCustomer();
    const read = lazily(stark);
    const first = async () => {
      const store = await read();
      if (until === 'first') server.sandbox.faults.clear();
      return store;
    };
    const steps = newCustomerSteps(starkPlan, {means, workspace, branch, checklist: first}).slice(2);
    server.sandbox.faults.add({method: 'GET', path: at(stark, '.*'), status: 500});
    const {states, done} = await run(steps);
    expect(done).toBe(until === 'first');
    const expected = until === 'first' ? 'done' : 'failed';
    // That of the group is read elsewhere.
    for (const {id} of steps.filter(step => step.id !== 'group-visibility'))
      expect([id, states[id]?.state]).toEqual([id, expected]);
    server.sandbox.faults.clear();
    const again = await run(steps, states);
    expect(again.done).toBe(true);
    expect(Object.values(told(again.states)).flatMap(({left = []}) => left)).toEqual([]);
    for (const {prepare, isDone} of cases) if (prepare === newCustomer) expect(isDone()).toBe(true);
  });

  it('is tried again where somebody else signed in while the project was made', async () => {
    const stepsOf = () => newCustomerSteps(starkPlan, {means, workspace, branch, checklist: lazily(stark)});
    let atOthers = 0;
    server.sandbox.faults.add({
      method: 'POST',
      path: /^\/projects$/,
      after: true,
      until: async () => {
        signIn(server, 'robin');
        atOthers = written();
      },
    });
    const {states, done} = await run(stepsOf());
    expect(done).toBe(false);
    expect(written()).toBe(atOthers + 1);
    const later = Object.entries(told(states)).filter(([id]) => !['group', 'project'].includes(id));
    for (const [id, {state, words}] of later) expect([id, state, words]).toEqual([id, 'running', undefined]);
    allIsWell();
    const again = await run(stepsOf(), states);
    expect(again.done).toBe(true);
    expect(Object.values(told(again.states)).flatMap(({left = []}) => left)).toEqual([]);
    for (const {prepare, isDone} of cases) if (prepare === newCustomer) expect(isDone()).toBe(true);
  });
});

describe('a step whose row has no change', () => {
  const preSales = `${root}/pre-sales/hooli`;

  async function failed(id: string) {
    const path = world().findProject(hooli) ? hooli : preSales;
    const steps = handoverSteps({...handoverPlan, replacements: []}, workspace, lazily(path), branch);
    const {states} = await run(steps.filter(other => other.id === id));
    return told(states[id]);
  }

  it.each<[string, string, () => void, string]>([
    [
      'that a person has to put right',
      'notifications',
      () => {
        world().project(hooli).emailsDisabled = true;
      },
      'Email notifications are turned off for this project or a parent group, so GitLab emails no one. Fix it in GitLab, then try again, or skip this step.',
    ],
    [
      'that nobody can judge yet',
      'name',
      () => {
        world().project(hooli).path = preSales;
      },
      '“Hooli Collaboration” is compared with the customer group’s name when you move the project. Fix it in GitLab, then try again, or skip this step.',
    ],
    [
      'of which a fact cannot be read',
      'labels',
      () => void server.sandbox.faults.add({method: 'GET', path: /\/labels$/, status: 500}),
      'GitLab can’t answer right now. Try again in a moment.',
    ],
    [
      'of which a fact cannot be read, as the row says in more words',
      'team-access',
      () => {
        world().group(root).shares.length = 0;
        world().project(hooli).shares.length = 0;
        server.sandbox.faults.add({method: 'GET', path: orGraphql(/\/groups\/.*members/), status: 403});
      },
      'Your role doesn’t allow this. Ask someone with a higher role to do it, or to change your role.',
    ],
  ])('%s says so once, with what to do', async (_what, id, arrange, words) => {
    arrange();
    expect(await failed(id)).toMatchObject({state: 'failed', words});
  });
});
