import {beforeEach, describe, expect, it} from 'vitest';
import type {Means} from '../../src/apply/means.ts';
import {move, moveBack} from '../../src/apply/move.ts';
import type {Checklist} from '../../src/checklist/checklist.ts';
import {takeCustomerBack} from '../../src/flows/customer-back.ts';
import type {StepState} from '../../src/flows/flow.ts';
import {fieldsLeft, handoverSteps, renamedFiles, seenIn} from '../../src/flows/handover.ts';
import {newCustomerSteps, planFault} from '../../src/flows/new-customer.ts';
import {preSalesSteps, wishOf} from '../../src/flows/pre-sales.ts';
import {explainBySession, runSteps, type Step} from '../../src/flows/run.ts';
import {said} from '../../src/texts/said.ts';
import {defaultWorkspace} from '../../src/workspace/workspace.ts';
import {told} from '../told.ts';
import {cuts, cutWrite} from './cuts.ts';
import {handoverPlan, preSalesPlan} from './flow-plans.ts';
import {checklistOf, meansOf} from './means.ts';
import {acme, initech, root, useSandbox} from './server.ts';

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

/** What a plan has where the user agreed to take the group that is there. */
function agreed(path = group) {
  const {id, visibility} = world().group(path);
  return {takesGroup: true, group: {id, visibility}};
}

/** What is kept of the steps of the run under way, or of the last one. */
let kept: Record<string, StepState> = {};

interface Run {
  readonly states: Record<string, StepState>;
  readonly done: boolean;
}

/**
 * Runs steps; after so many states were kept, nothing is kept and nothing comes through any more, as if the tab were gone.
 *
 * @param isStopped whether it is stopped, by how many states were kept
 * @param isMute whether only nothing is kept, as if the extension's background were gone
 */
async function run(
  steps: readonly Step[],
  known: Record<string, StepState> = {},
  cutAfter = Infinity,
  isStopped: (states: Record<string, StepState>) => boolean = () => false,
  isMute = false,
): Promise<Run> {
  const states = {...known};
  kept = states;
  let count = 0;
  const done = await runSteps(steps, known, {
    async keep(id, state) {
      if (count === cutAfter && !isMute) server.sandbox.faults.add({path: /./, drop: true});
      count += 1;
      if (count <= cutAfter) states[id] = state;
      else if (isMute)
        return {kind: 'not-kept', words: said('browser.noAnswer'), advice: said('browser.noAnswer advice')};
      return undefined;
    },
    onProgress: () => undefined,
    isStopped: () => isStopped(states),
    explain: error => explainBySession(means.gitlab, error),
  });
  server.sandbox.faults.clear();
  return {states, done: done && count <= cutAfter};
}

/**
 * Goes through a flow again and again, each time cut off at its next request that writes or its next state, and finishes it.
 *
 * @param begin runs it, with so many states kept where a number is given
 */
async function cutAtEach(
  moment: string,
  prepare: () => void,
  begin: (keeps: number) => Promise<Run>,
  finish: (first: Run, when: string) => Promise<void>,
): Promise<void> {
  const cut = cuts[moment];
  for (let nth = 1; ; nth += 1) {
    server.sandbox.reset();
    prepare();
    const isMet = cut && cutWrite(server, nth, cut);
    const first = await begin(cut ? Infinity : nth);
    if (isMet ? !isMet() : first.done) break;
    await finish(first, `${moment}, ${nth}`);
  }
}

const muted = 'nothing is kept from then on';
const allMoments = [...Object.keys(cuts).filter(moment => !cuts[moment]?.isLeft), muted];

function stepsFor(means: Means, of: Parameters<typeof newCustomerSteps>[0] = plan): Step[] {
  let store: Promise<Checklist> | undefined;
  return newCustomerSteps(of, {
    means,
    workspace,
    branch: 'csm-checklist-1',
    checklist: path => {
      store ??= (async () => {
        const made = checklistOf(path, means);
        await made.refresh();
        return made;
      })();
      return store;
    },
  });
}

const flowOf = (steps: Record<string, StepState>) =>
  ({id: 'x', userId: 1, startedAt: '', stage: 'back', steps, kind: 'new-customer', plan}) as const;

const writes = () => server.sandbox.log.filter(({method}) => method !== 'GET').length;

function expectStark() {
  const made = world().project(project);
  expect(made.visibility).toBe('private');
  expect(made.name).toBe('Stark Industries Customer Collaboration Project');
  expect(made.avatar).not.toBeNull();
  expect(made.invitations).toMatchObject([{email: 'pepper@stark.example', level: 30}]);
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

let means: Means;
beforeEach(() => {
  means = meansOf(server);
});

describe('a new customer', () => {
  it('is set up, and a second run changes nothing', async () => {
    const first = await run(stepsFor(means));
    expect(first.done).toBe(true);
    expectStark();
    const before = writes();
    const madeId = first.states.project?.madeId;
    const again = await run(stepsFor(means, {...plan, ...agreed()}), {
      project: {state: 'running', sent: true, madeId},
    });
    expect(again.done).toBe(true);
    expect(writes()).toBe(before);
  });

  it('is set up to the end however often it was left in the middle', async () => {
    let asked = 0;
    for (let cut = 1, isCut = true; isCut; cut += 1) {
      server.sandbox.reset();
      const first = await run(stepsFor(meansOf(server)), {}, cut);
      isCut = !first.done;
      let last = await run(stepsFor(meansOf(server)), first.states);
      if (last.states.group?.found) {
        asked += 1;
        last = await run(stepsFor(meansOf(server), {...plan, ...agreed()}), last.states);
      }
      expect(last.done, `left after ${cut} states`).toBe(true);
      expectStark();
    }
    expect(asked, 'only where the answer about the group was lost').toBe(1);
  }, 60_000);

  it.each(allMoments)(
    'is set up to the end, and nothing twice, where at any step %s',
    async moment => {
      await cutAtEach(
        moment,
        () => undefined,
        keeps => run(stepsFor(meansOf(server)), {}, keeps, undefined, true),
        async ({states}, when) => {
          // What could not be kept before it was made is not made: nobody would know later whose it is.
          const isKept = (step: StepState | undefined) => step?.sent === true || step?.madeId !== undefined;
          const isThere = {
            group: world().findGroup(group) !== undefined,
            project: world().findProject(project) !== undefined,
          };
          if (moment === muted)
            expect([when, isThere]).toEqual([when, {group: isKept(states.group), project: isKept(states.project)}]);
          let last = await run(stepsFor(meansOf(server)), states);
          if (last.states.group?.found)
            last = await run(stepsFor(meansOf(server), {...plan, ...agreed()}), last.states);
          expect([when, last.done]).toEqual([when, true]);
          expectStark();
        },
      );
    },
    60_000,
  );

  it('leaves nothing behind when it is taken back, wherever it was left in the middle', async () => {
    const before = world().groups.length + world().projects.length;
    for (let cut = 1, isCut = true; isCut; cut += 1) {
      server.sandbox.reset();
      const {states, done} = await run(stepsFor(meansOf(server)), {}, cut);
      isCut = !done;
      const left = await takeCustomerBack(flowOf(states), meansOf(server), workspace);
      // GitLab never tells who made a group: one whose making it did not answer stays, and is told.
      const isUntold = states.group?.sent === true && states.group.madeId === undefined;
      const stays = expect.stringContaining(
        `The group ${group} stays: GitLab doesn’t say whether it was created here.`,
      );
      expect(told(left), `left after ${cut} states`).toEqual(isUntold ? [stays] : []);
      expect(world().findGroup(group) !== undefined, `left after ${cut} states`).toBe(isUntold);
      const isLeft = ({markedForDeletionOn}: {markedForDeletionOn: string | null}) => markedForDeletionOn === null;
      const projects = world().projects.filter(({path}) => !path.includes('-deletion_scheduled-'));
      expect(world().groups.filter(isLeft).length + projects.length).toBe(before + (isUntold ? 1 : 0));
    }
  }, 60_000);

  it('never takes what somebody else made in between, however often it is tried', async () => {
    world().addGroup({path: group, name: 'Stark of somebody else'});
    const refused = await run(stepsFor(means));
    expect(told(refused.states.group)).toMatchObject({
      state: 'failed',
      words: expect.stringContaining(`Someone created a group with the path ${group} in the meantime`),
    });
    expect((await run(stepsFor(means), refused.states)).states.group?.state).toBe('failed');
    expect(writes()).toBe(0);
    await takeCustomerBack(flowOf(refused.states), means, workspace);
    expect(world().findGroup(group)).toBeDefined();

    const taking = {...plan, ...agreed()};
    world().addProject({path: project, name: 'Somebody’s'});
    const taken = await run(stepsFor(means, taking));
    expect(told(taken.states.project)).toMatchObject({
      state: 'failed',
      words: expect.stringContaining('already exists'),
    });
    expect((await run(stepsFor(means, taking), taken.states)).states.project?.state).toBe('failed');
    expect(writes()).toBe(0);
    await takeCustomerBack(flowOf(taken.states), means, workspace);
    expect(world().project(project).name).toBe('Somebody’s');
  });

  it('is told when the group that was agreed on is archived', async () => {
    const going = world().addGroup({path: group, name: 'Stark Industries'});
    going.archived = true;
    const {states} = await run(stepsFor(means, {...plan, ...agreed()}));
    expect(told(states.group)).toMatchObject({
      state: 'failed',
      words: `The group ${group} is archived. Nothing was changed. Go back to the form and choose another path.`,
    });
    expect(states.group?.found, 'there is nothing to ask about').toBeUndefined();
  });

  it('is done by nobody else’s means: another user has signed in meanwhile', async () => {
    const first = await run(stepsFor(means), {}, 4);
    const before = writes();
    const other = {...meansOf(server, 'robin'), pageUser: means.pageUser};
    const {states, done} = await run(stepsFor(other), first.states);
    expect(done).toBe(false);
    expect(Object.values(states).map(({state}) => state)).not.toContain('failed');
    await expect(takeCustomerBack(flowOf(first.states), other, workspace)).rejects.toThrow('signed in as robin');
    expect(writes()).toBe(before);
  });

  it('waits for GitLab in the middle of a stop: the project is there when it goes on', async () => {
    world().imports.end = 'never';
    const stopped = await run(stepsFor(means), {}, Infinity, states => states.project?.sent === true);
    expect(stopped.states.project).toMatchObject({state: 'running', sent: true});
    expect(stopped.done).toBe(false);
    world().imports.end = 'finished';
    expect((await run(stepsFor(means), stopped.states)).done).toBe(true);
    expectStark();
  });

  it('goes on when GitLab fills the project after all', async () => {
    world().imports.end = 'never';
    const tired = await run(stepsFor(means));
    expect(told(tired.states.project)?.words).toContain('hasn’t finished creating the project');
    world().imports.end = 'finished';
    expect((await run(stepsFor(means), tired.states)).done).toBe(true);
    expectStark();
    expect(server.sandbox.log.filter(({method, path}) => method === 'POST' && path === '/projects')).toHaveLength(1);
  });

  it('gets its own logo, README and people although the template has a picture, a right README and a member', async () => {
    const template = world().project(workspace.templateProject);
    template.avatar = world().project(acme).avatar;
    expect(template.avatar).not.toBeNull();
    world().commitFile(workspace.templateProject, 'README.md', '# Nothing to fill in\n');
    world().commitFile(
      workspace.templateProject,
      '.gitlab/issue_templates/Feature Request.md',
      'For [CUSTOMER NAME]\n',
    );
    const {states, done} = await run(
      stepsFor(means, {
        ...plan,
        people: 'pepper@stark.example, happy@stark.example',
        values: [...plan.values, ['csm', 'Dana']],
      }),
    );
    expect(done).toBe(true);
    const made = world().project(project);
    expect(made.avatar?.name).toBe('logo.png');
    expect(new TextDecoder().decode(world().readFile(project, '.gitlab/issue_templates/Feature Request.md'))).toBe(
      'For Stark Industries\n',
    );
    expect(told(states.files)?.left).toEqual(['The project’s files have no placeholder for “Dana”.']);
    expect(made.invitations.map(({email}) => email)).toEqual(['pepper@stark.example', 'happy@stark.example']);
  });

  it('fills in what was shown to go in by itself, and what was typed instead of it', async () => {
    const known: [string, string][] = [
      ['customer name', 'Stark'],
      ['csm name', 'Dana Reyes'],
    ];
    const {done} = await run(stepsFor(means, {...plan, known}));
    expect(done).toBe(true);
    const readme = new TextDecoder().decode(world().readFile(project, 'README.md'));
    expect(readme).toContain('# Stark Industries and GitLab');
    expect(readme).toContain('| Customer Success Manager | Dana Reyes |');
  });

  it('invites the accounts that were shown, and tells who is nobody', async () => {
    const kim = world().user('kim');
    const users = [{id: kim.id, name: kim.name, username: 'kim'}];
    const {states} = await run(stepsFor(means, {...plan, people: 'pepper@stark.example @KIM @nobody', users}));
    expect(told(states.members)?.left).toEqual(['Not invited, because no account was found: @nobody.']);
    expect(world().project(project).members.get(kim.id)?.level).toBe(30);
    expect(world().project(project).invitations).toHaveLength(1);
  });

  it('finds who is invited when the answer to the invitation was lost, and invites who is missing', async () => {
    const both = {...plan, people: 'pepper@stark.example, happy@stark.example'};
    const end = server.sandbox.faults.add({method: 'POST', path: /invitations$/, drop: true});
    const lost = await run(stepsFor(means, both));
    expect(lost.states.members?.state).toBe('failed');
    end();
    world().project(project).invitations.push({email: 'pepper@stark.example', level: 30});
    server.sandbox.faults.add({method: 'POST', path: /invitations$/, drop: true, after: true, times: 1});
    expect((await run(stepsFor(means, both), lost.states)).done).toBe(true);
    expect(
      world()
        .project(project)
        .invitations.map(({email}) => email),
    ).toEqual(['pepper@stark.example', 'happy@stark.example']);
  });

  it('invites more people than GitLab takes at once', async () => {
    const people = Array.from({length: 230}, (_, index) => `p${index}@stark.example`);
    const {done} = await run(stepsFor(means, {...plan, people: people.join('\n')}));
    expect(done).toBe(true);
    expect(world().project(project).invitations).toHaveLength(230);
  });

  it('stops where a step fails, with GitLab’s reason, and goes on when it is tried again', async () => {
    server.sandbox.faults.add({
      method: 'POST',
      path: /^\/projects$/,
      status: 403,
      body: {error: ['Your project limit is 100000 projects']},
      times: 1,
    });
    const failed = await run(stepsFor(means));
    expect(told(failed.states.project)).toMatchObject({
      state: 'failed',
      words: expect.stringContaining('project limit'),
    });
    expect(failed.states.labels).toBeUndefined();
    expect((await run(stepsFor(means), failed.states)).done).toBe(true);
    expectStark();
  });

  it.each<[string, () => void, string, RegExp]>([
    [
      'the group was made by somebody else in between',
      () => world().addGroup({path: group, name: 'Stark Industries'}),
      'group',
      /in the meantime\. If the group is this customer’s, use it\. If not, select “Back to the form” and choose another path\.$/,
    ],
    ['the path is one of a project', () => world().addProject({path: group}), 'group', /has already been taken/],
    [
      'the segment is gone',
      () => world().removeGroup(world().group(`${root}/emea`)),
      'group',
      /GitLab doesn’t have this/,
    ],
    [
      'the template is gone',
      () => world().projects.splice(world().projects.indexOf(world().project(workspace.templateProject)), 1),
      'project',
      /doesn’t show you the template project/,
    ],
    [
      'the template lies in no group above the segment',
      () => {
        world().addGroup({path: 'elsewhere'});
        world().addGroup({path: 'elsewhere/templates'});
        world().project(workspace.templateProject).path = 'elsewhere/templates/customer-collaboration-project-template';
        world().redirects.set(workspace.templateProject, world().projects[0]?.id ?? 0);
        world().addMember('elsewhere', 'dana', 30);
      },
      'project',
      /is not a descendant of the Group owning the template/,
    ],
    [
      'the user may not read the template’s files',
      () => {
        const template = world().project(workspace.templateProject);
        template.visibility = 'private';
        world().group(`${root}/templates`).members.clear();
        const dana = world().user('dana').id;
        world().group(root).members.delete(dana);
        world().group(root).shares.splice(0);
        world().addMember(`${root}/emea`, 'dana', 50);
        template.members.set(dana, {level: 10, expiresAt: null});
      },
      'project',
      /is unknown or invalid.*can’t read the files of the template project/,
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
      /hasn’t finished creating the project/,
    ],
  ])('says so when %s', async (_name, arrange, step, words) => {
    arrange();
    const {states, done} = await run(stepsFor(means));
    expect(done).toBe(false);
    expect(told(states[step])).toMatchObject({state: 'failed', words: expect.stringMatching(words)});
    expect(Object.values(states).filter(({state}) => state === 'failed')).toHaveLength(1);
  });

  it('takes the role of who may not make groups for what it is', async () => {
    const {states} = await run(stepsFor(meansOf(server, 'robin')));
    expect(told(states.group)).toMatchObject({
      state: 'failed',
      words: expect.stringContaining('Your role doesn’t allow this'),
    });
    expect(writes()).toBe(1);
  });

  it('makes the project anew when GitLab could not fill it', async () => {
    world().imports.end = 'failed';
    const failed = await run(stepsFor(means));
    world().imports.end = 'finished';
    expect((await run(stepsFor(means), failed.states)).done).toBe(true);
    const [old, made] = world().projects.filter(({path}) => path.startsWith(group));
    expect(old?.markedForDeletionOn).not.toBeNull();
    expect(made?.path).toBe(project);
  });

  it('goes on with a new session and a changed role', async () => {
    const cut = await run(stepsFor(means), {}, 4);
    world().expireSessions();
    const out = await run(stepsFor(means), cut.states);
    expect(out.states.project?.state).toBe('running');
    const dana = world().user('dana').id;
    for (const path of [root, 'gitlab-com/timtams', group]) world().group(path).members.delete(dana);
    means = meansOf(server);
    const less = await run(stepsFor(means), out.states);
    expect(less.states.project?.state).toBe('failed');
    world().addMember(root, 'dana', 50);
    world().addMember('gitlab-com/timtams', 'dana', 30);
    expect((await run(stepsFor(meansOf(server)), less.states)).done).toBe(true);
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
  ])(
    'stops at the invitations when nobody could be invited because of %s, and does the rest',
    async (_name, body, words) => {
      server.sandbox.faults.add({method: 'POST', path: /invitations$/, status: 201, body});
      const {states, done} = await run(stepsFor(means));
      expect(done).toBe(false);
      expect(told(states.members)).toMatchObject({state: 'failed', words: expect.stringContaining(words)});
      const others = Object.entries(states).filter(([id]) => id !== 'members');
      expect(others.map(([, {state}]) => state)).toEqual(others.map(() => 'done'));
    },
  );

  it('tells who of several could not be invited', async () => {
    const {states, done} = await run(stepsFor(means, {...plan, people: 'pepper@stark.example, x@blocked.example'}));
    expect(done).toBe(true);
    expect(told(states.members)?.left).toEqual([
      "x@blocked.example: The member's email address is not allowed for this project.",
    ]);
  });

  it('is taken back: the group with all that it made, and never what is somebody else’s', async () => {
    const first = await run(stepsFor(means));
    expect(told(await takeCustomerBack(flowOf(first.states), means, workspace))).toEqual([]);
    expect(world().findGroup(group)).toBeUndefined();
    expect(world().findProject(project)).toBeUndefined();
    expect(told(await takeCustomerBack(flowOf(first.states), means, workspace))).toEqual([]);

    const second = await run(stepsFor(means));
    world().addProject({path: `${group}/of-somebody-else`});
    expect(told(await takeCustomerBack(flowOf(second.states), means, workspace))).toEqual([
      `The group ${group} stays, because it has other content now.`,
    ]);
    expect(world().findProject(`${group}/of-somebody-else`)).toBeDefined();
    expect(world().findProject(project)).toBeUndefined();

    const third = await run(stepsFor(means, {...plan, ...agreed()}));
    await takeCustomerBack(flowOf(third.states), means, workspace);
    expect(world().findGroup(group)).toBeDefined();
  });
});

describe('H6: an answer that was lost', () => {
  const lost = (path: RegExp, more: object = {}) =>
    server.sandbox.faults.add({method: 'POST', path, drop: true, times: 1, ...more});

  it('about the group is asked about, and the group stays when all is taken back', async () => {
    lost(/^\/groups$/, {after: true});
    const first = await run(stepsFor(means));
    expect(first.states.group).toMatchObject({state: 'failed', sent: true, sentAt: expect.stringMatching(/Z$/)});
    const second = await run(stepsFor(means), first.states);
    expect(told(second.states.group)).toMatchObject({
      state: 'failed',
      words: expect.stringContaining('GitLab doesn’t say who created it.'),
      found: {path: group, visibility: 'private', id: world().group(group).id},
    });
    expect(told(await takeCustomerBack(flowOf(second.states), means, workspace))).toEqual([
      expect.stringContaining('GitLab doesn’t say whether it was created here.'),
    ]);
    expect(world().findGroup(group)).toBeDefined();
    const third = await run(stepsFor(means, {...plan, ...agreed()}), second.states);
    expect(third.done).toBe(true);
    expectStark();
    expect(told(await takeCustomerBack(flowOf(third.states), means, workspace))).toEqual([]);
    expect(world().findGroup(group), 'it was agreed that it is there').toBeDefined();
    expect(world().findProject(project)).toBeUndefined();
  });

  it('about a group that was there before makes nothing of it', async () => {
    lost(/^\/groups$/);
    const first = await run(stepsFor(means));
    world().addGroup({path: group, name: 'Stark of somebody else'});
    const {states} = await run(stepsFor(means), first.states);
    expect(told(states.group)?.words).toContain('existed before');
    expect(told(await takeCustomerBack(flowOf(states), means, workspace))).toEqual([]);
    expect(world().findGroup(group)).toBeDefined();
  });

  it.each<[string, object]>([
    ['somebody else made', {createdAt: new Date(Date.now() + 60_000).toISOString(), creatorId: 1}],
    ['was there before', {createdAt: '2026-01-01T00:00:00.000Z', creatorId: 0}],
  ])('about a project that %s leaves it alone', async (_what, more) => {
    lost(/^\/projects$/);
    const first = await run(stepsFor(means));
    expect(first.states.project).toMatchObject({state: 'failed', sent: true});
    const creator = 'creatorId' in more && more.creatorId === 0 ? {creatorId: world().user('dana').id} : {};
    const {id} = world().addProject({path: project, name: 'Somebody’s', ...more, ...creator});
    world().project(project).import.status = 'failed';
    const {states} = await run(stepsFor(means), first.states);
    expect(told(states.project)).toMatchObject({
      state: 'failed',
      words: expect.stringContaining('GitLab doesn’t say that it was created here'),
    });
    expect(told(await takeCustomerBack(flowOf(states), means, workspace))).toEqual([
      `The group ${group} stays, because it’s no longer empty.`,
    ]);
    expect(world().project(project)).toMatchObject({id, markedForDeletionOn: null});
  });

  it('about a project that was made is found by its maker and its time', async () => {
    lost(/^\/projects$/, {after: true});
    const first = await run(stepsFor(means));
    expect(first.states.project).toMatchObject({state: 'failed', sent: true});
    const {states, done} = await run(stepsFor(means), first.states);
    expect(done).toBe(true);
    expect(states.project?.madeId).toBe(world().project(project).id);
    expectStark();
  });

  it('is not made up for by a group of the same path', async () => {
    const first = await run(stepsFor(means));
    world().scheduleDeletion(world().group(group));
    const {id} = world().addGroup({path: group, name: 'Stark of somebody else'});
    expect(told(await takeCustomerBack(flowOf(first.states), means, workspace))).toEqual([]);
    expect(world().group(group)).toMatchObject({id, markedForDeletionOn: null});
  });

  it('of a flow that was kept before ids were leaves all as it is, and says so', async () => {
    await run(stepsFor(means));
    const old: Record<string, StepState> = {
      group: {state: 'done', made: true},
      project: {state: 'done', made: true},
    };
    expect(told(await takeCustomerBack(flowOf(old), means, workspace))).toEqual([
      expect.stringContaining(`The group ${group} stays`),
      `The project ${project} stays: couldn’t tell whether it was created here.`,
    ]);
    expect(world().findProject(project)).toBeDefined();
  });
});

describe('W6: a new customer of which GitLab does not find everything at once', () => {
  const missing = {status: 404, body: {message: '404 Project Not Found'}};
  const cases: [string, string, RegExp, number][] = [
    ['the group', 'GET', /^\/groups\/[^/]+$/, 2],
    ['how far the import is', 'GET', /\/import$/, 3],
    ['the project', 'GET', /customer-collaboration-project$/, 3],
    ['its labels', 'GET', /customer-collaboration-project\/labels$/, 2],
    ['its files', 'GET', /customer-collaboration-project\/repository\/files\/README.md$/, 2],
    ['a setting', 'PUT', /\/notification_settings$/, 3],
    ['the sharing', 'POST', /\/share$/, 3],
    ['the invitations', 'POST', /\/invitations$/, 3],
    ['the commit', 'POST', /\/repository\/commits$/, 3],
  ];

  it.each(cases)('waits for %s', async (_what, method, path, times) => {
    world().group(root).shares.length = 0;
    let isMade = false;
    // Before it is made, that it is not there is no trouble.
    server.sandbox.faults.add({
      method: 'POST',
      path: path.source.includes('groups') ? /^\/groups$/ : /^\/projects$/,
      meanwhile: () => {
        if (!isMade) server.sandbox.faults.add({method, path, times, ...missing});
        isMade = true;
      },
    });
    const {states, done} = await run(stepsFor(means));
    expect(
      Object.values(states)
        .map(({words}) => words)
        .filter(Boolean),
    ).toEqual([]);
    expect(done).toBe(true);
    expectStark();
  });

  it('but not for ever', async () => {
    server.sandbox.faults.add({method: 'GET', path: /\/import$/, ...missing});
    const {states} = await run(stepsFor(means));
    expect(told(states.project)).toMatchObject({
      state: 'failed',
      words: expect.stringContaining('GitLab doesn’t have this'),
    });
  });
});

describe('W8: a commit that a push rule refuses', () => {
  it('goes through with the message that is given then, in the flow too', async () => {
    const end = server.sandbox.faults.add({
      method: 'POST',
      path: /\/repository\/commits$/,
      status: 400,
      body: {message: "Commit message does not follow the pattern '^ABC-'"},
    });
    const refused = await run(stepsFor(means));
    expect(told(refused.states.files)).toMatchObject({
      state: 'failed',
      words: expect.stringContaining('^ABC-'),
      refused: {message: expect.stringContaining('Fill in')},
    });
    end();
    const again = await run(stepsFor(means, {...plan, commit: {message: 'ABC-1 Fill in'}}), refused.states);
    expect(again.done).toBe(true);
    expect(world().project(project).repository.commits[0]?.message).toBe('ABC-1 Fill in');
  });
});

describe('W9: a customer that was taken back', () => {
  it('is set up anew although the old address leads to the deleted project', async () => {
    const first = await run(stepsFor(means));
    const old = world().project(project);
    world().scheduleDeletion(old);
    world().redirects.set(project, old.id);
    const doomed = world().group(group);
    doomed.path = `${group}-deletion_scheduled-${doomed.id}`;
    old.path = `${doomed.path}/${old.path.split('/').at(-1)}`;
    expect(first.done).toBe(true);
    expect((await run(stepsFor(means))).done).toBe(true);
    expect(world().project(project).id).not.toBe(old.id);
  });
});

describe('names and paths of a new customer', () => {
  const taken: readonly [string, string?][] = [
    ['Stark Industries'],
    ['ستارك', 'stark'],
    ['🚀', 'rocket'],
    ['…', 'dots'],
    ['🇩🇪 Bahn'],
    ['L’Oréal'],
    ['Acme – EMEA'],
    ['Häagen-Dazs (Österreich)'],
    ['株式会社', 'kabushiki'],
    ['x'.repeat(224)],
    ['tree'],
    ['Dr. Miller Foods'],
    ['A.B. Inc. Ltd.'],
    ['Ørsted'],
  ];
  const refused: readonly [string, RegExp, string?][] = [
    ['ستارك', /^GitLab can’t make a path from this name/],
    ['🚀', /^GitLab can’t make a path from this name/],
    ['!!!', /must start with a letter/, 'path'],
    ['🪿', /must start with a letter/, 'goose'],
    ['', /^Enter the customer’s name/, 'path'],
    ['   ', /^Enter the customer’s name/, 'path'],
    ['x'.repeat(300), /at most 255/, 'long'],
    ['x'.repeat(225), /longer than GitLab’s 255/],
    ['Acme', /reserves the path “tree”/, 'tree'],
    ['A/B', /can’t contain “\/”/],
    ['Smith & Sons', /can’t contain “&”/],
    ["L'Oréal", /can’t contain “'”/],
    ['Acme', /can contain only letters/, '-acme'],
    ['Acme', /can’t end with/, 'acme.git'],
    ['Acme', /at most 255/, 'a'.repeat(256)],
  ];

  const named = (name: string, path?: string) => ({...plan, name, ...(path === undefined ? {} : {path})});

  it.each(refused)('%j is refused before anything is sent', (name, words, path) => {
    expect(planFault(named(name, path), workspace)).toMatch(words);
  });

  it.each(refused.filter(([, words]) => !String(words).includes('can’t make a path')))(
    '%j is refused by GitLab too, when it is sent past the form',
    async (name, _words, path) => {
      const {states, done} = await run(stepsFor(means, named(name, path)));
      expect(done).toBe(false);
      expect(Object.values(states)).toContainEqual(expect.objectContaining({state: 'failed'}));
    },
  );

  it.each(taken)('%j is what GitLab takes', async (name, path) => {
    const wanted = {...named(name, path), people: '', values: []};
    expect(planFault(wanted, workspace)).toBeUndefined();
    const {states, done} = await run(stepsFor(means, wanted));
    expect(states).not.toContainEqual(expect.objectContaining({state: 'failed'}));
    expect(done).toBe(true);
  });

  it('a segment has to be chosen', () => {
    expect(planFault({...plan, segment: ''}, workspace)).toBe('Choose a segment.');
  });
});

describe('a customer from pre-sales', () => {
  const target = `${root}/emea/initech/initech-collaboration-project`;
  const planOf = (path: string) => preSalesPlan(world().project(path).id);
  async function steps(path = initech, by = means, more: object = {}): Promise<Step[]> {
    const store = checklistOf(path, by);
    await store.refresh();
    return preSalesSteps(
      {...planOf(path), ...more},
      {
        means: by,
        workspace,
        madeGroup: () => kept.group?.madeId,
        checklist: async () => store,
      },
    );
  }
  /** The page goes to the new address with the move: what comes after it is done there. */
  const upToMove = 5;
  const here = () => (world().findProject(initech) ? initech : target);

  function expectTaken() {
    const moved = world().project(target);
    expect(moved.issues.map(({state}) => state)).toEqual(['opened', 'closed', 'opened']);
    expect(world().group(`${root}/emea/initech`)).toMatchObject({name: 'Initech', visibility: 'private'});
    const dana = world().user('dana');
    expect(world().notification(dana, moved).level).toBe('watch');
    expect(
      world()
        .labelsOf(moved, false)
        .every(label => world().isSubscribed(dana, label, moved)),
    ).toBe(true);
  }

  it('is taken over, and a second run changes nothing', async () => {
    expect((await run((await steps()).slice(0, upToMove))).done).toBe(true);
    expect((await run(await steps(target))).done).toBe(true);
    expectTaken();
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
    ['the role is too low', {status: 403, body: {message: '403 Forbidden'}}, /role doesn’t allow/],
  ])('stays where it is when %s, and nothing after the move is begun', async (_name, fault, words) => {
    server.sandbox.faults.add({method: 'PUT', path: /transfer$/, ...fault});
    const {states, done} = await run(await steps());
    expect(done).toBe(false);
    expect(told(states.location)).toMatchObject({state: 'failed', words: expect.stringMatching(words)});
    expect(states.labels).toBeUndefined();
    expect(world().findProject(initech)).toBeDefined();
  });

  it('W12: is subscribed again to the labels that the transfer copied', async () => {
    const label = world().addLabel(`${root}/pre-sales`, 'proof of value');
    world().setSubscription(world().user('dana'), label, null, true);
    world().addIssue(initech, 'PoV', 'dana', {labels: ['proof of value']});
    expect((await run((await steps()).slice(0, upToMove))).done).toBe(true);
    expect((await run(await steps(target))).done).toBe(true);
    const copied = world()
      .labelsOf(world().project(target), false)
      .find(({name}) => name === 'proof of value');
    expect(copied && world().isSubscribed(world().user('dana'), copied, world().project(target))).toBe(true);
  });

  it('W4: waits for a transfer that is a job, and can be left and gone on with', async () => {
    world().asyncTransfers = {polls: Infinity};
    const said: string[] = [];
    const left = await run((await steps()).slice(0, upToMove), {}, Infinity, states => {
      if (states.location?.sent) said.push('location');
      return states.location?.sent === true;
    });
    expect(left.done).toBe(false);
    expect(left.states.location).toMatchObject({state: 'running', sent: true});
    expect(told(left.states.location)?.words).toContain('still moving');
    const moving = world().project(initech).transfer;
    if (moving) moving.polls = 3;
    expect((await run((await steps()).slice(0, upToMove), left.states)).done).toBe(true);
    expect(world().findProject(target)).toBeDefined();
    expect(said.length).toBeGreaterThan(0);
  });

  it('goes on when GitLab finishes a transfer later', async () => {
    const open = {status: 200, body: {id: world().project(initech).id}};
    const end = server.sandbox.faults.add({method: 'PUT', path: /transfer$/, ...open});
    const waiting = await run(await steps());
    expect(told(waiting.states.location)).toMatchObject({
      state: 'running',
      sent: true,
      words: expect.stringContaining('hasn’t failed'),
    });
    end();
    world().transfer(world().project(initech), world().group(`${root}/emea/initech`));
    const before = writes();
    const {states} = await run((await steps(target)).slice(0, upToMove), waiting.states);
    expect(states.location?.state).toBe('done');
    expect(writes()).toBe(before);
  });

  it('is taken over to the end however often it was left in the middle', async () => {
    let asked = 0;
    for (let cut = 1, isCut = true; isCut; cut += 1) {
      server.sandbox.reset();
      const by = meansOf(server);
      const first = await run((await steps(initech, by)).slice(0, upToMove), {}, cut);
      isCut = !first.done;
      let second = await run((await steps(here(), by)).slice(0, upToMove), first.states);
      let more = {};
      if (second.states.group?.found) {
        asked += 1;
        more = agreed(`${root}/emea/initech`);
        second = await run((await steps(here(), by, more)).slice(0, upToMove), second.states);
      }
      expect(second.done, `left after ${cut} states`).toBe(true);
      expect((await run(await steps(target, by, more), second.states)).done).toBe(true);
      expectTaken();
      const transfers = server.sandbox.log.filter(({method, path}) => method === 'PUT' && path.endsWith('/transfer'));
      expect(transfers.length).toBeLessThanOrEqual(2);
    }
    expect(asked, 'only where the answer about the group was lost').toBe(1);
  });

  it.each(allMoments)(
    'is taken over to the end, and moved once, where at any step %s',
    async moment => {
      await cutAtEach(
        moment,
        () => undefined,
        async keeps => {
          const by = meansOf(server);
          return run((await steps(initech, by)).slice(0, upToMove), {}, keeps, undefined, true);
        },
        async ({states}, when) => {
          const by = meansOf(server);
          let second = await run((await steps(here(), by)).slice(0, upToMove), states);
          let more = {};
          if (second.states.group?.found) {
            more = agreed(`${root}/emea/initech`);
            second = await run((await steps(here(), by, more)).slice(0, upToMove), second.states);
          }
          expect([when, second.done]).toEqual([when, true]);
          expect((await run(await steps(target, by, more), second.states)).done).toBe(true);
          expectTaken();
        },
      );
    },
    60_000,
  );

  it('H4: goes only into the group that was made, as it was made; with another one the user is asked', async () => {
    const made = await run((await steps()).slice(0, 1));
    world().group(`${root}/emea`).visibility = 'public';
    world().group(`${root}/emea/initech`).visibility = 'public';
    const {states} = await run((await steps()).slice(0, upToMove), made.states);
    expect(told(states.location)).toMatchObject({
      state: 'failed',
      words: expect.stringContaining('initech is public now. It was private.'),
      found: {path: `${root}/emea/initech`, visibility: 'public'},
    });
    expect(world().findProject(initech)).toBeDefined();
    const more = agreed(`${root}/emea/initech`);
    expect((await run((await steps(initech, means, more)).slice(0, upToMove), states)).done).toBe(true);
    expect(world().findProject(target)).toBeDefined();
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      'is archived',
      () => (world().group(`${root}/emea/initech`).archived = true),
      /is archived\. Nothing was moved\. Choose another path\.$/,
    ],
    [
      'waits for its deletion',
      () => world().scheduleDeletion(world().group(`${root}/emea/initech`)),
      /no longer exists/,
    ],
    [
      'has a project of the same name',
      () => world().addProject({path: `${root}/emea/initech/x`, name: world().project(initech).name}),
      /A project already exists at /,
    ],
  ])('H4: stays where the group that was made %s by now', async (_what, arrange, words) => {
    const made = await run((await steps()).slice(0, 1));
    arrange();
    const {states} = await run((await steps()).slice(0, upToMove), made.states);
    expect(told(states.location)).toMatchObject({state: 'failed', words: expect.stringMatching(words)});
    expect(states.location?.found).toBeUndefined();
    expect(world().findProject(initech)).toBeDefined();
  });

  it('stays where somebody gains access of whom the summary did not say so, and says what to do', async () => {
    const made = await run((await steps(initech, means, {gains: []})).slice(0, upToMove - 1));
    world().addUser({username: 'spy', name: 'Sue Spy'});
    world().addMember(`${root}/emea/initech`, 'spy', 10);
    const seen = (gains: object[]) => ({gains});
    const refused = await run((await steps(initech, means, seen([]))).slice(0, upToMove), made.states);
    expect(told(refused.states.location)).toMatchObject({
      state: 'failed',
      words:
        'Sue Spy (@spy) would now get access or a higher role too. Nothing was moved. To review who gains access now, select “Undo everything” and open the summary again.',
    });
    expect(world().findProject(initech)).toBeDefined();
    const spy = {id: world().user('spy').id, level: 10};
    const agreed = await run((await steps(initech, means, seen([spy]))).slice(0, upToMove), refused.states);
    expect(agreed.done).toBe(true);
    expect(world().findProject(target)).toBeDefined();
  });

  it('closes no issue where the group cannot be made', async () => {
    world().addMember(initech, 'robin', 50);
    const {states, done} = await run(await steps(initech, meansOf(server, 'robin')));
    expect(done).toBe(false);
    expect(told(states.group)).toMatchObject({
      state: 'failed',
      words: expect.stringContaining('Your role doesn’t allow'),
    });
    expect(Object.keys(states)).toEqual(['group']);
    expect(
      world()
        .project(initech)
        .issues.every(({state}) => state === 'opened'),
    ).toBe(true);
  });

  it('never takes a group that was made by somebody else in between, unless that was agreed on', async () => {
    world().addGroup({path: `${root}/emea/initech`, name: 'Initech Ltd'});
    const refused = await run(await steps());
    expect(told(refused.states.group)).toMatchObject({
      state: 'failed',
      words: expect.stringContaining(`Someone created a group with the path ${root}/emea/initech in the meantime`),
    });
    expect((await run(await steps(), refused.states)).states.group?.state).toBe('failed');
    expect(writes()).toBe(0);
  });

  it('that is taken back gets the visibility again that the move took from it', async () => {
    const store = checklistOf(initech, means);
    for (const path of [root, `${root}/pre-sales`, initech]) {
      const place = world().findGroup(path) ?? world().project(path);
      place.visibility = 'internal';
    }
    await store.refresh();
    const before = world().project(initech);
    const wish = wishOf(planOf(initech), await means.gitlab.project(initech), workspace);
    const {undo} = await move(means, {...wish, target: null});
    expect(before.visibility).toBe('private');
    if (undo?.kind !== 'move-back') throw new Error('A move has an undo.');
    expect((await moveBack(means, undo)).left).toEqual([]);
    expect(world().project(initech).visibility).toBe('internal');
    expect(world().findGroup(`${root}/emea/initech`)).toBeUndefined();
  });
});

describe('a customer from another CSM', () => {
  const hooli = `${root}/apac/hooli/hooli-collaboration`;
  async function steps(by = means): Promise<Step[]> {
    const store = checklistOf(hooli, by);
    await store.refresh();
    return handoverSteps(seenNow(store, handoverPlan), workspace, async () => store, 'csm-checklist-1');
  }
  /** A plan whose lines were shown as they are in the files now. */
  function seenNow(store: Checklist, of: Parameters<typeof handoverSteps>[0]) {
    return {...of, seen: seenIn(renamedFiles(store.facts.value, of))};
  }
  const readme = () => new TextDecoder().decode(world().readFile(hooli, 'README.md'));

  function expectHandedOver() {
    const handed = world().project(hooli);
    expect(readme()).toContain('Customer Success Manager: Dana Reyes (@dana)');
    expect(readme()).not.toMatch(/robin/i);
    expect(handed.repository.commits).toHaveLength(2);
    expect(world().notification(world().user('dana'), handed).level).toBe('watch');
  }

  beforeEach(() => world().setNotification('dana', hooli, 'mention'));

  it('is handed over, and a second run changes nothing', async () => {
    expect((await run(await steps())).done).toBe(true);
    expectHandedOver();
    const before = writes();
    expect((await run(await steps())).done).toBe(true);
    expect(writes()).toBe(before);
  });

  it('fills in what is left in its README with the same commit, so that the item is done', async () => {
    world().commitFile(hooli, 'README.md', `${readme()}Sponsor: [SPONSOR NAME], for @robin: [GOAL].\n`);
    const store = checklistOf(hooli, means);
    await store.refresh();
    const verdict = () => store.rows.value.find(({check}) => check.id === 'readme')?.finding?.verdict;
    expect(verdict()).toBe('fail');
    const plan = seenNow(store, {...handoverPlan, values: [['sponsor name', 'Gavin Belson']]});
    expect(fieldsLeft(store.facts.value, handoverPlan).map(({key}) => key)).toEqual(['sponsor name', 'goal']);
    const half = await run(handoverSteps(plan, workspace, async () => store, 'csm-checklist-1'));
    expect(half.done).toBe(true);
    expect(readme()).toContain('Sponsor: Gavin Belson, for @dana: [GOAL].');
    expect(world().project(hooli).repository.commits[0]?.message).toMatch(/^Update the CSM in the README/);
    expect(verdict()).toBe('fail');
    const rest = seenNow(store, {
      ...handoverPlan,
      values: [
        ['goal', 'Ship'],
        ['gone', ''],
      ],
    });
    const whole = await run(handoverSteps(rest, workspace, async () => store, 'csm-checklist-1'));
    expect(whole.done).toBe(true);
    expect(readme()).toContain('Sponsor: Gavin Belson, for @dana: Ship.');
    expect(world().project(hooli).repository.commits[0]?.message).toBe('Fill in the README (1 placeholder)');
    expect(verdict()).toBe('pass');
  });

  it.each([
    ['one more line', 'Ask @robin.\n'],
    ['a change elsewhere in it', 'Thanks.\n'],
  ])('commits no line that was not seen: %s', async (_what, more) => {
    const store = checklistOf(hooli, means);
    await store.refresh();
    const shown = seenNow(store, handoverPlan);
    world().commitFile(hooli, 'README.md', `${readme()}${more}`);
    const before = readme();
    await store.refresh();
    const read = async () => store;
    const refused = await run(handoverSteps(shown, workspace, read, 'csm-checklist-1'));
    expect(refused.states.files).toMatchObject({state: 'failed', unseen: true});
    expect(told(refused.states.files)?.words).toBe(
      'Files changed since you reviewed these lines. Nothing was committed. Review the lines below as they are now.',
    );
    expect((await run(handoverSteps(shown, workspace, read, 'csm-checklist-1'), refused.states)).done).toBe(false);
    expect(readme()).toBe(before);
    const again = handoverSteps(seenNow(store, handoverPlan), workspace, read, 'csm-checklist-1');
    const agreed = await run(again, refused.states);
    expect(agreed.states.files).toMatchObject({state: 'done'});
    expect(readme()).toBe(before.replaceAll('Robin Okafor', 'Dana Reyes').replaceAll('@robin', '@dana'));
  });

  it('is handed over to the end however often it was left in the middle', async () => {
    for (let cut = 1, isCut = true; isCut; cut += 1) {
      server.sandbox.reset();
      world().setNotification('dana', hooli, 'mention');
      const by = meansOf(server);
      const first = await run(await steps(by), {}, cut);
      isCut = !first.done;
      expect((await run(await steps(by), first.states)).done, `left after ${cut} states`).toBe(true);
      expectHandedOver();
    }
  });

  it.each(allMoments)('is handed over to the end, with one commit, where at any step %s', async moment => {
    await cutAtEach(
      moment,
      () => world().setNotification('dana', hooli, 'mention'),
      async keeps => run(await steps(meansOf(server)), {}, keeps, undefined, true),
      async ({states}, when) => {
        expect([when, (await run(await steps(meansOf(server)), states)).done]).toEqual([when, true]);
        expectHandedOver();
      },
    );
  });

  it('waits for the merge where the branch is protected, and makes no second merge request', async () => {
    world().project(hooli).repository.pushLevel = 'nobody';
    expect((await run(await steps())).done).toBe(true);
    expect(world().project(hooli).mergeRequests).toHaveLength(1);
    const before = writes();
    expect((await run(await steps())).done).toBe(true);
    expect(writes()).toBe(before);
    expect(readme()).toContain('@robin');
  });

  it.each([
    ['of the commit', /\/repository\/commits$/],
    ['of the merge request', /\/merge_requests$/],
  ])('makes no second merge request where the answer %s is lost, and cannot be looked at', async (_which, path) => {
    world().project(hooli).repository.pushLevel = 'nobody';
    const look = path.source.includes('commits') ? /\/branches\// : path;
    let isSent = false;
    server.sandbox.faults.add({
      method: 'POST',
      path,
      times: 1,
      after: true,
      status: 502,
      meanwhile: () => {
        isSent = true;
        server.sandbox.faults.add({method: 'GET', path: look, drop: true});
      },
    });
    const first = await run(await steps());
    expect(isSent).toBe(true);
    expect(told(first.states.files)).toMatchObject({state: 'failed', words: expect.stringContaining('Trying again')});
    expect((await run(await steps(), first.states)).done).toBe(true);
    const {mergeRequests, repository} = world().project(hooli);
    expect(mergeRequests).toMatchObject([{state: 'opened', source: 'csm-checklist-1'}]);
    expect([...repository.branches.keys()]).toEqual(['csm-checklist-1']);
  });

  it('asks for another branch where somebody has it', async () => {
    const {repository} = world().project(hooli);
    repository.pushLevel = 'nobody';
    repository.commitToBranch('csm-checklist-1', 'Mine', 'sam', []);
    const first = await run(await steps());
    expect(told(first.states.files)).toMatchObject({
      state: 'failed',
      words: expect.stringContaining('The branch “csm-checklist-1” already exists.'),
      refused: {message: 'Update the CSM in the README', branch: 'csm-checklist-1'},
    });
    const store = checklistOf(hooli, means);
    await store.refresh();
    const own = {...handoverPlan, commit: {branch: 'handover'}};
    const again = handoverSteps(seenNow(store, own), workspace, async () => store, 'csm-checklist-1');
    expect((await run(again, first.states)).done).toBe(true);
    expect(world().project(hooli).mergeRequests).toMatchObject([{source: 'handover'}]);
  });

  it('says so where the file was changed in between, and writes itself into the new text once its lines were seen', async () => {
    const stale = await steps();
    world().commitFile(hooli, 'README.md', `${readme()}\nAnd a line of somebody else, for @robin\n`);
    const {states} = await run(stale);
    expect(told(states.files)).toMatchObject({
      state: 'failed',
      words: expect.stringContaining('Nothing was overwritten'),
    });
    expect((await run(await steps(), states)).done).toBe(true);
    expect(readme()).toContain('And a line of somebody else, for @dana');
  });
});
