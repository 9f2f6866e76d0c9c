import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {hold} from '../../../src/browser/tab-lock.ts';
import type {Checklist} from '../../../src/checklist/checklist.ts';
import {controlOf, type FlowControl} from '../../../src/flows/controller.ts';
import type {FlowOf} from '../../../src/flows/flow.ts';
import {createFlows, type Flows, type PageWithFlows} from '../../../src/flows/flows.ts';
import {said} from '../../../src/texts/said.ts';
import {defaultWorkspace} from '../../../src/workspace/workspace.ts';
import {told} from '../../told.ts';
import {fake} from '../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));

type NewCustomer = FlowOf<'new-customer'>;

/** Milliseconds after which what was typed is kept. */
const quiet = 300;
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const flowsOf = () => createFlows({host: 'gitlab.com', userId: async () => 7});
let count = 0;
let begun: NewCustomer;
/** Lets what was asked of GitLab fail. */
let fail: () => void;

const named = (name: string): NewCustomer => ({...begun, plan: {...begun.plan, name}});
const typed = ({flow}: FlowControl) => (flow.value as NewCustomer).plan.name;

/** A tab in which the flow stands open. @param checklistOf the checklist of a project that is not the page's own */
async function openTab(
  checklistOf?: (path: string) => Checklist,
): Promise<{readonly flows: Flows; readonly control: FlowControl}> {
  const flows = flowsOf();
  await flows.load();
  flows.open.value = begun.id;
  const answer = new Promise((_resolve, reject) => {
    fail = () => reject(new Error('offline'));
  });
  const gitlab = new Proxy({}, {get: () => () => answer});
  const checklist = {
    means: {gitlab, pageUser: () => answer},
    sources: {gitlab, workspace: defaultWorkspace},
  };
  const page = {
    flows,
    checklist,
    place: {kind: 'group', path: 'gitlab-com/account-management/emea'},
    checklistOf,
    checkAlive: () => true,
  } as unknown as PageWithFlows;
  const control = controlOf(page, begun);
  await control.open();
  return {flows, control};
}

beforeEach(async () => {
  vi.useFakeTimers({now: Date.UTC(2026, 10, 29)});
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  fake.reset();
  count += 1;
  begun = {
    id: `new-customer ${count}`,
    userId: 7,
    startedAt: '2026-11-29T10:00:00.000Z',
    stage: 'form',
    steps: {},
    kind: 'new-customer',
    plan: {name: '', segment: 'emea', people: '', values: [], takesGroup: false},
  };
  await flowsOf().put(begun);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a tab shows what another one keeps of the same flow', async () => {
  const {control} = await openTab();
  const other = flowsOf();
  await other.put(named('Stark'));
  await pass(0);
  expect(typed(control)).toBe('Stark');
  await other.put({...named('Stark'), stage: 'run', steps: {group: {state: 'done', made: true}}});
  await pass(0);
  expect(control.flow.value).toMatchObject({stage: 'run', steps: {group: {state: 'done'}}});
  expect(control.steps.value.map(({title}) => title).join()).toContain('Stark');
});

/** A set-up of which nothing but what is for a person is left, as another tab keeps it. */
function over(control: FlowControl): NewCustomer {
  const steps = Object.fromEntries(control.steps.value.map(({id}) => [id, {state: 'done'} as const]));
  return {...named('Stark'), stage: 'run', steps};
}

it('what is left for a person is read where another tab did all the steps, and where the page is opened after them', async () => {
  const read = vi.fn((path: string) => {
    const checklist = {place: {path}, refresh: async () => undefined, loadJournal: async () => undefined};
    return checklist as unknown as Checklist;
  });
  const {control} = await openTab(read);
  await flowsOf().put(over(control));
  await pass(0);
  expect(control.checklist.value?.place.path).toBe(
    'gitlab-com/account-management/emea/stark/customer-collaboration-project',
  );
  await control.end();
  begun = over(control);
  await flowsOf().put(begun);
  const {control: later} = await openTab(read);
  expect(later.checklist.value?.place.path).toBe(
    'gitlab-com/account-management/emea/stark/customer-collaboration-project',
  );
  expect(read).toHaveBeenCalledTimes(2);
});

it('what was typed here last stays, and is kept', async () => {
  const {control} = await openTab();
  control.edit(named('Wayne'));
  await flowsOf().put(named('Stark'));
  await pass(quiet - 1);
  expect(typed(control)).toBe('Wayne');
  await pass(1);
  expect(await flowsOf().kept(begun.id)).toEqual(named('Wayne'));
});

it('what was typed here last stays while it is on its way to where it is kept', async () => {
  const {flows, control} = await openTab();
  const before = await flows.kept(begun.id);
  let answer: () => void = () => undefined;
  // As another tab's change and its own earlier one arrive: late.
  vi.spyOn(flows, 'kept').mockImplementation(
    () =>
      new Promise(resolve => {
        answer = () => resolve(before);
      }),
  );
  control.edit(named('Wayne'));
  await pass(quiet);
  await flowsOf().put(named('Stark'));
  await pass(0);
  expect(typed(control)).toBe('Wayne');
  answer();
  await pass(0);
  expect(typed(control)).toBe('Wayne');
  expect(await flowsOf().kept(begun.id)).toEqual(named('Wayne'));
});

it('what is worked on here is not taken from another tab', async () => {
  const {control} = await openTab();
  const going = control.goOn();
  await pass(100);
  expect(control.isRunning.value).toBe(true);
  await flowsOf().put({...begun, stage: 'back'});
  await pass(0);
  expect(control.flow.value).toMatchObject({stage: 'run', steps: {group: {state: 'running'}}});
  fail();
  await pass(0);
  await going;
  expect(control.flow.value).toMatchObject({stage: 'run', steps: {group: {state: 'failed'}}});
});

it('what was typed in the last moment is kept for a page that goes', async () => {
  const leave: (() => void)[] = [];
  vi.stubGlobal(
    'addEventListener',
    (name: string, listener: () => void) => name === 'pagehide' && leave.push(listener),
  );
  const {control} = await openTab();
  control.edit(named('Wayne'));
  for (const listener of leave) listener();
  await pass(0);
  expect(await flowsOf().kept(begun.id)).toEqual(named('Wayne'));
  await control.end();
  for (const listener of leave) listener();
  await pass(0);
  expect(await flowsOf().kept(begun.id)).toBeUndefined();
});

describe('what is typed for a commit that was refused', () => {
  const refused = {message: 'Fill in', branch: undefined};
  const run = (): NewCustomer => ({
    ...begun,
    stage: 'run',
    steps: {
      files: {state: 'failed', words: said('gitlab.rule'), refused},
      labels: {state: 'failed', words: said('gitlab.busy')},
    },
  });
  const commitOf = async () => ((await flowsOf().kept(begun.id)) as NewCustomer).plan.commit;

  it('is kept a moment later, with what another tab did meanwhile', async () => {
    await flowsOf().put(run());
    const {control} = await openTab();
    control.editCommit({message: 'ABC-1 Fill in'});
    expect((control.flow.value as NewCustomer).plan.commit).toEqual({message: 'ABC-1 Fill in'});
    await flowsOf().put({...run(), steps: {...run().steps, labels: {state: 'done'}}});
    await pass(quiet);
    expect(await commitOf()).toEqual({message: 'ABC-1 Fill in'});
    expect(control.flow.value.steps.labels).toEqual({state: 'done'});
    const {control: later} = await openTab();
    expect((later.flow.value as NewCustomer).plan.commit).toEqual({message: 'ABC-1 Fill in'});
  });

  it('is kept at once while the flow is worked on here, beside what its steps say', async () => {
    const {control} = await openTab();
    const going = control.goOn();
    await pass(100);
    expect(control.isRunning.value).toBe(true);
    control.editCommit({message: 'ABC-3 Fill in'});
    await pass(0);
    expect(await flowsOf().kept(begun.id)).toMatchObject({
      stage: 'run',
      steps: {group: {state: 'running'}},
      plan: {commit: {message: 'ABC-3 Fill in'}},
    });
    fail();
    await pass(0);
    await going;
    expect(control.flow.value).toMatchObject({
      steps: {group: {state: 'failed'}},
      plan: {commit: {message: 'ABC-3 Fill in'}},
    });
  });

  it.each([
    ['is gone on with', (control: FlowControl) => control.goOn()],
    ['skips another step', (control: FlowControl) => control.skip('labels')],
  ])('is what is committed when the flow %s at once', async (_what, goOn) => {
    await flowsOf().put(run());
    const {control} = await openTab();
    control.editCommit({message: 'ABC-2 Fill in'});
    const going = goOn(control);
    await pass(100);
    expect(await commitOf()).toEqual({message: 'ABC-2 Fill in'});
    expect((control.flow.value as NewCustomer).plan.commit).toEqual({message: 'ABC-2 Fill in'});
    fail();
    await pass(0);
    await going;
  });
});

it('that another tab works on it is said until it is over', async () => {
  const {control} = await openTab();
  const other = flowsOf();
  let end: () => void = () => undefined;
  const work = hold(begun.id, () => {
    return new Promise(resolve => {
      end = resolve;
    });
  });
  await pass(100);
  await other.put({...begun, stage: 'run'});
  const going = control.goOn();
  await pass(5_000);
  await going;
  expect(control.isElsewhere.value).toBe(true);
  await pass(20_000);
  expect(control.isElsewhere.value).toBe(true);
  await other.put({...begun, stage: 'run', steps: {group: {state: 'done'}}});
  end();
  await work;
  await pass(500);
  expect(control.isElsewhere.value).toBe(false);
  expect(control.flow.value.steps).toEqual({group: {state: 'done'}});
});

it('what was typed stays readable where another tab discards the flow, and goes nowhere', async () => {
  const {flows, control} = await openTab();
  control.edit(named('Wayne'));
  await flowsOf().end(begun.id);
  await pass(quiet);
  expect(flows.all.value).toEqual([]);
  expect([flows.open.value, flows.ended.value?.id]).toEqual([begun.id, begun.id]);
  expect(control.isEnded.value).toBe(true);
  expect(told(control.problem.value)?.words).toBe('This was finished or discarded in another tab.');
  expect(typed(control)).toBe('Wayne');
  control.edit(named('Wayne Enterprises'));
  await pass(quiet);
  await flows.load();
  await Promise.all([control.goOn(), pass(5_000)]);
  expect(told(control.problem.value)?.words).toBe('This was finished or discarded in another tab.');
  expect(typed(control)).toBe('Wayne Enterprises');
  expect(control.flow.value.stage).toBe('form');
  expect(Object.keys(fake.all())).toEqual([]);
  flows.open.value = undefined;
  await flows.load();
  expect(flows.ended.value).toBeUndefined();
});

it('a flow that was begun, and in which nothing is typed, is closed where another tab ends it', async () => {
  const {flows} = await openTab();
  const other = flowsOf();
  await other.put({...begun, stage: 'run'});
  await pass(0);
  await other.end(begun.id);
  await pass(0);
  expect(flows.open.value).toBeUndefined();
});
