import {describe, expect, it, vi} from 'vitest';
import type {Fault} from '../../sandbox/faults.ts';
import {controlOf, type FlowControl} from '../../src/flows/controller.ts';
import type {Flow, FlowOf} from '../../src/flows/flow.ts';
import {told} from '../told.ts';
import {preSalesPlan, starkPlan} from './flow-plans.ts';
import {checklistOf, meansOf, memoryFlows, pageOf} from './means.ts';
import {acme, initech, root, useSandbox} from './server.ts';

// Where the storage of a browser cannot be used, it is done without a look at other tabs.
vi.mock('webextension-polyfill', () => ({default: {storage: {local: {get: () => Promise.reject(new Error())}}}}));

const server = useSandbox();
const world = () => server.sandbox.world;
const group = `${root}/emea/stark-industries`;
const project = `${group}/customer-collaboration-project`;
const at = '2026-11-20T10:00:00.000Z';
let count = 0;

type Begun = {[Kind in Flow['kind']]: Pick<FlowOf<Kind>, 'kind' | 'plan'>}[Flow['kind']];

/** A flow that was run to its end, on the page of a project. */
async function done(path: string, begun: Begun): Promise<{control: FlowControl; kept: () => Flow}> {
  count += 1;
  const base = {id: `flow ${count}`, userId: world().user('dana').id, startedAt: at, stage: 'form', steps: {}};
  // The compiler does not see that a kind and its plan stay together.
  let kept = {...base, ...begun} as Flow;
  const put = async (next: Flow) => {
    kept = next;
    return undefined;
  };
  const checklist = checklistOf(path, meansOf(server));
  await checklist.refresh();
  const control = controlOf({...pageOf(checklist), flows: {...memoryFlows(), kept: async () => kept, put}}, kept);
  await control.goOn();
  return {control, kept: () => kept};
}

const setUp = () => done(acme, {kind: 'new-customer', plan: starkPlan});

const isThere = () => world().findProject(project) !== undefined && world().findGroup(group) !== undefined;

const accept = () => {
  world().addUser({username: 'pepper', name: 'Pepper Potts'});
  world().acceptInvitation(project, 'pepper@stark.example', 'pepper');
};
const write = (title = 'Where is the suit?', author = 'kim') =>
  world().addIssue(project, title, author, {createdAt: new Date().toISOString()});
const commit = () => world().commitFile(project, 'suit.md', 'Mark II', 'sam');

describe('a customer who was set up', () => {
  it('is taken back at once where nobody did anything in it, with few requests', async () => {
    const {control, kept} = await setUp();
    server.sandbox.log.length = 0;
    const shown = await control.lookBack();
    expect(server.sandbox.log.map(({method}) => method)).toEqual(Array(4).fill('GET'));
    expect(told(shown)).toMatchObject({state: 'known', found: []});
    await control.takeBack(shown);
    expect([isThere(), control.problem.value]).toEqual([false, undefined]);
    expect(kept()).toMatchObject({stage: 'form', steps: {}, left: []});
  });

  it('names what others did, and deletes that after it was shown', async () => {
    const {control} = await setUp();
    accept();
    write();
    write('And the other one?');
    commit();
    world().addMember(project, 'robin', 30, null, 'sam');
    const shown = await control.lookBack();
    expect(told(shown)).toMatchObject({
      state: 'known',
      found: [
        'Pepper Potts (@pepper) became a member through your invitation and loses access.',
        'Someone else added Robin Okafor (@robin), who loses access.',
        'Since then, 2 issues were created by Kim Novak. They will be deleted too.',
        'Since then, 1 commit was made by Sam Lindqvist. It will be deleted too.',
        'GitLab keeps these for a few days too.',
      ],
    });
    await control.takeBack(shown);
    expect(isThere()).toBe(false);
  });

  it.each<[string, () => unknown]>([
    ['somebody accepted', accept],
    ['an issue was written', write],
    ['a commit was made', commit],
    ['a commit was made to a branch', () => world().project(project).repository.commitToBranch('x', 'X', 'sam', [])],
    ['something else was done', () => world().recordActivity(world().project(project), '2999-01-01T00:00:00.000Z')],
  ])('is not deleted where %s since that was shown, and is asked about anew', async (_what, change) => {
    const {control, kept} = await setUp();
    const shown = await control.lookBack();
    change();
    await control.takeBack(shown);
    expect(told(control.problem.value)).toMatchObject({
      kind: 'conflict',
      words: 'Something was added to the project since you were asked. Nothing was deleted.',
      advice: 'Review what would be deleted now, then decide again.',
    });
    expect(isThere()).toBe(true);
    expect(kept()).toMatchObject({stage: 'back', steps: {project: {state: 'done'}}});
    await control.takeBack(await control.lookBack());
    expect([isThere(), control.problem.value]).toEqual([false, undefined]);
  });

  it('is not deleted with what nobody was shown', async () => {
    const {control} = await setUp();
    write();
    await control.takeBack();
    expect(told(control.problem.value)?.words).toContain('Nothing was deleted.');
    expect(isThere()).toBe(true);
  });

  const broken: Fault = {method: 'GET', path: /\/issues$/, status: 500};

  it('is deleted unseen only where it was said that it could not be looked up', async () => {
    const {control} = await setUp();
    server.sandbox.faults.add(broken);
    const shown = await control.lookBack();
    expect(shown.state).toBe('failed');
    await control.takeBack(shown);
    expect(isThere()).toBe(false);
  });

  it('is not deleted where it cannot be looked up once more, or only then', async () => {
    const {control} = await setUp();
    const shown = await control.lookBack();
    const end = server.sandbox.faults.add(broken);
    await control.takeBack(shown);
    expect(told(control.problem.value)).toMatchObject({
      kind: 'conflict',
      words: expect.stringMatching(/^Couldn’t check whether something was added .*\. Nothing was deleted\. /),
    });
    const unseen = await control.lookBack();
    end();
    write();
    await control.takeBack(unseen);
    expect(told(control.problem.value)?.words).toContain('Something was added to the project');
    expect(isThere()).toBe(true);
  });

  it('goes on with the second try, and what it then tells is not that of the first', async () => {
    const {control, kept} = await setUp();
    const end = server.sandbox.faults.add({method: 'DELETE', path: /./, status: 500});
    await control.takeBack(await control.lookBack());
    expect(kept()).toMatchObject({stage: 'back', left: []});
    end();
    world().addProject({path: `${group}/of-somebody-else`});
    await control.takeBack(await control.lookBack());
    expect(kept().stage).toBe('form');
    expect(told(control.left.value)).toEqual([`The group ${group} stays, because it has other content now.`]);
    await control.goOn();
    expect(control.left.value, 'it runs anew').toEqual([]);
  });
});

describe('a customer who was taken over from pre-sales', () => {
  const moved = `${root}/emea/initech`;
  const takeOver = () =>
    done(initech, {kind: 'from-pre-sales', plan: {...preSalesPlan(world().project(initech).id), issues: []}});

  it('is back, and that its group stays is said once', async () => {
    const {control, kept} = await takeOver();
    world().addProject({path: `${moved}/of-somebody-else`});
    await control.takeBack(await control.lookBack());
    expect(world().findProject(initech)).toBeDefined();
    expect(kept()).toMatchObject({stage: 'form', steps: {}});
    const stays = told(control.left.value).filter(sentence => sentence.includes('stays, because'));
    expect(stays).toEqual([`The project was moved back. The group ${moved} stays, because it’s no longer empty.`]);
  });

  it('says nothing of a group that is gone with the second try', async () => {
    const {control} = await takeOver();
    server.sandbox.faults.add({method: 'DELETE', path: /^\/groups\/\d+$/, times: 1, status: 403});
    await control.takeBack();
    expect(world().findGroup(moved)).toBeUndefined();
    expect(told(control.left.value).filter(sentence => sentence.includes(moved))).toEqual([]);
  });
});

describe('a page on which taking back goes on', () => {
  it('is one that it led to a moment ago, and once', async () => {
    const checklist = checklistOf(initech, meansOf(server));
    await checklist.refresh();
    const {control, kept} = await done(initech, {
      kind: 'from-another-csm',
      plan: {projectId: world().project(initech).id, projectName: 'Initech', address: '', replacements: []},
    });
    expect(control.isLedHere(), 'it led nowhere').toBe(false);
    const at = checklist.now();
    const other = (id: string, leftAt?: string) =>
      controlOf({...pageOf(checklist), flows: memoryFlows()}, {...kept(), id, stage: 'back', leftAt});
    const led = other('led', at);
    expect([led.isLedHere(), led.isLedHere()]).toEqual([true, false]);
    expect(other('not led').isLedHere()).toBe(false);
    const elsewhere = checklistOf(acme, meansOf(server));
    await elsewhere.refresh();
    const page = {...pageOf(elsewhere), flows: memoryFlows()};
    expect(controlOf(page, {...kept(), id: 'elsewhere', leftAt: at}).isLedHere()).toBe(false);
  });
});
