// @vitest-environment happy-dom
import {computed, signal} from '@preact/signals';
import {render} from 'preact';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import type {FlowControl} from '../../../../src/flows/controller.ts';
import type {Flow} from '../../../../src/flows/flow.ts';
import {said} from '../../../../src/texts/said.ts';
import {LazyFlow} from '../../../../src/ui/checklist/LazyFlow.tsx';
import {formsOf} from '../../../../src/ui/checklist/open-form.ts';
import {FlowView} from '../../../../src/ui/flows/FlowView.tsx';
import type {PanelPage} from '../../../../src/ui/page.ts';
import {flows as part} from '../../../../src/ui/scripts.ts';
import {defaultWorkspace} from '../../../../src/workspace/workspace.ts';
import {eventually} from '../../../eventually.ts';

const shown = vi.hoisted(() => ({control: undefined as unknown, done: 0}));
vi.mock('webextension-polyfill', () => ({default: {}}));
vi.mock('../../../../src/flows/controller.ts', () => ({
  controlOf: () => shown.control,
  progressOf: () => ({done: shown.done, all: 1}),
}));
vi.mock('../../../../src/ui/flows/NewCustomerForm.tsx', () => ({NewCustomerForm: () => <input />}));
vi.mock('../../../../src/ui/flows/FlowEnd.tsx', () => ({FlowEnd: () => <section class="result" tabIndex={-1} />}));

const begun: Flow = {
  id: 'a',
  userId: 7,
  startedAt: '2026-11-29T10:00:00.000Z',
  stage: 'form',
  steps: {},
  kind: 'new-customer',
  plan: {name: 'Stark', segment: 'emea', people: '', values: [], takesGroup: false},
};

let root: ShadowRoot;
let page: PanelPage;
/** Whether the flow led to this page a moment ago. */
let isLed = false;
const takeBack = vi.fn(async () => undefined);
const end = vi.fn(async () => undefined);
/** Keys that came through to the panel. */
let through: string[];
const open = signal<string | undefined>('a');
const ended = signal<Flow | undefined>(undefined);
let control: {
  readonly [Name in 'flow' | 'isRunning' | 'isElsewhere' | 'isEnded' | 'problem']: {value: FlowControl[Name]['value']};
};

const button = (name: string) => [...root.querySelectorAll('button')].find(({textContent}) => textContent === name);
const view = () => root.querySelector<HTMLElement>('.flow');
const pressEscape = () =>
  view()?.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true}));
/** What is drawn anew comes a moment later. */
const drawn = () => new Promise(resolve => setTimeout(resolve));

beforeEach(() => {
  isLed = false;
  shown.done = 0;
  takeBack.mockClear();
  end.mockClear();
  root = document.body.appendChild(document.createElement('div')).attachShadow({mode: 'open'});
  through = [];
  root.addEventListener('keydown', event => void through.push((event as KeyboardEvent).key));
  open.value = 'a';
  ended.value = undefined;
  control = {
    flow: signal(begun),
    isRunning: signal(false),
    isElsewhere: signal(false),
    isEnded: signal(false),
    problem: signal(undefined),
  };
  shown.control = {
    ...control,
    steps: signal([{id: 'group', title: 'Make the group', after: [], canSkip: false, rows: ['group-visibility']}]),
    isStopping: signal(false),
    progress: signal(new Map()),
    checklist: signal(undefined),
    commitsBack: signal([]),
    undone: signal(new Set()),
    left: computed(() => control.flow.value.left ?? []),
    open: async () => undefined,
    isLedHere: () => isLed,
    lookBack: async () => ({state: 'known', found: [], marks: []}),
    takeBack,
    end,
  };
  part.loaded.value = {FlowView} as never;
  const flows = {all: signal([]), open, ended, notKept: signal(undefined)};
  page = {
    flows,
    now: () => '2026-11-29T10:00:00.000Z',
    place: {kind: 'group', path: `${defaultWorkspace.root}/emea/stark`},
    checklist: {facts: signal({}), endedBy: signal(undefined), sources: {workspace: defaultWorkspace}},
  } as unknown as PanelPage;
  ended.value = begun;
  render(
    <div class="panel">
      <LazyFlow page={page} />
    </div>,
    root,
  );
});

afterEach(() => {
  render(null, root);
  document.body.replaceChildren();
});

it.each<[string, Partial<Flow>, boolean, string | undefined]>([
  ['a form is open', {}, false, undefined],
  ['it failed', {stage: 'run', steps: {group: {state: 'failed', words: said('gitlab.denied')}}}, false, undefined],
  ['it could not be taken back', {stage: 'back'}, false, undefined],
  ['it runs', {stage: 'run'}, true, 'a'],
  ['it is taken back', {stage: 'back'}, true, 'a'],
])('Escape where %s goes no further than the flow', async (_where, state, isRunning, expected) => {
  control.flow.value = {...begun, ...state} as Flow;
  control.isRunning.value = isRunning;
  await drawn();
  pressEscape();
  expect(open.value).toBe(expected);
  expect(through).toEqual([]);
});

it.each([false, true])(
  'what is over is ended by Escape, and not set aside; ended by another tab: %s',
  async isEnded => {
    shown.done = 1;
    control.flow.value = {...begun, stage: 'run', steps: {group: {state: 'done'}}};
    control.isEnded.value = isEnded;
    await drawn();
    expect([button('Close for now'), button('Close')].map(Boolean)).toEqual([false, isEnded]);
    pressEscape();
    expect(through).toEqual([]);
    expect([end.mock.calls.length, open.value]).toEqual(isEnded ? [0, undefined] : [1, 'a']);
  },
);

it('brings its head into sight when its stage changes, and when it could not be taken back or is over', async () => {
  await drawn();
  const scroll = vi.spyOn(view() as HTMLElement, 'scrollIntoView').mockReturnValue();
  const problem = (words: string) =>
    ({kind: 'busy', words: said('texts.asKept', words), advice: said('gitlab.busy advice')}) as const;
  const steps: readonly [() => void, number][] = [
    [() => (control.problem.value = problem('It cannot be read.')), 0],
    [() => (control.flow.value = {...begun, stage: 'run'}), 1],
    [() => (control.flow.value = {...begun, stage: 'run', steps: {group: {state: 'running'}}}), 1],
    [() => (control.flow.value = {...begun, stage: 'back'}), 2],
    [() => (control.problem.value = problem('It is being changed.')), 3],
    [() => (control.problem.value = undefined), 3],
    [() => (control.problem.value = problem('It is being changed.')), 4],
    [() => (control.flow.value = begun), 5],
    [() => (control.isEnded.value = true), 6],
  ];
  for (const [change, times] of steps) {
    change();
    await drawn();
    expect(scroll).toHaveBeenCalledTimes(times);
  }
});

it('leaves a user alone who is elsewhere in the panel when another tab goes on with it', async () => {
  await drawn();
  const scroll = vi.spyOn(view() as HTMLElement, 'scrollIntoView').mockReturnValue();
  const elsewhere = root.appendChild(document.createElement('button'));
  elsewhere.focus();
  control.flow.value = {...begun, stage: 'run'};
  await drawn();
  expect(scroll).not.toHaveBeenCalled();
});

it('what another tab ended is shown with what was typed until it is closed', async () => {
  expect(button('Discard draft')).toBeDefined();
  control.isEnded.value = true;
  control.problem.value = {
    kind: 'conflict',
    words: said('flows.endedElsewhere'),
    advice: said('flows.endedElsewhere advice'),
  };
  await drawn();
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('in another tab.');
  expect(root.querySelector('input')).not.toBeNull();
  expect([button('Close for now'), button('Discard draft')]).toEqual([undefined, undefined]);
  button('Close')?.click();
  await drawn();
  expect(view()).toBeNull();
});

it.each<[string, readonly string[], string]>([
  ['all', [], 'Everything was undone.'],
  ['a part', ['The group stays.'], 'Undone, but note:The group stays.'],
])('says that %s of it was taken back', async (_what, left, expected) => {
  await drawn();
  expect(view()?.textContent).not.toContain('undone');
  control.flow.value = {...begun, left: left.map(sentence => said('texts.asKept', sentence))};
  await drawn();
  expect(view()?.textContent).toContain(expected);
});

it.each([true, false])('goes on with taking back by itself only on a page that it led to: %s', async isHere => {
  open.value = undefined;
  ended.value = undefined;
  await drawn();
  isLed = isHere;
  control.flow.value = {
    ...begun,
    stage: 'back',
    leftAt: '2026-11-29T10:00:00.000Z',
    steps: {group: {state: 'done', made: true}},
  };
  ended.value = control.flow.value;
  open.value = 'a';
  await drawn();
  await drawn();
  expect(takeBack).toHaveBeenCalledTimes(isHere ? 1 : 0);
  expect(view()?.textContent).toContain('1 step isn’t undone yet.');
  button('Undo everything')?.click();
  await drawn();
  await drawn();
  expect(takeBack).toHaveBeenCalledTimes(isHere ? 1 : 0);
  await eventually(() => expect(button('Undo all steps')?.getAttribute('aria-disabled')).toBe('false'));
  button('Undo all steps')?.click();
  expect(takeBack).toHaveBeenCalledTimes(isHere ? 2 : 1);
});

it.each<[string, Flow['steps'], string]>([
  ['the first step that failed', {group: {state: 'failed', words: said('gitlab.denied')}}, '[data-step="group"]'],
  ['the result', {group: {state: 'done'}}, '.result'],
])('a run that has ended gives the focus to %s, and leaves alone who is at a field', async (_what, steps, expected) => {
  for (const isAtField of [false, true]) {
    control.flow.value = {...begun, stage: 'run'};
    control.isRunning.value = true;
    await drawn();
    const field = view()?.appendChild(document.createElement('input'));
    (isAtField ? field : view())?.focus();
    shown.done = steps.group?.state === 'done' ? 1 : 0;
    control.flow.value = {...begun, stage: 'run', steps};
    control.isRunning.value = false;
    await drawn();
    expect(root.activeElement).toBe(isAtField ? field : root.querySelector(expected));
    field?.remove();
    shown.done = 0;
  }
});

it('a step that failed has its own Retry, which is the next thing to press', async () => {
  control.flow.value = {...begun, stage: 'run', steps: {group: {state: 'failed', words: said('gitlab.denied')}}};
  await drawn();
  const retry = root.querySelector('[data-step="group"] button.confirm');
  expect([retry?.textContent, retry?.getAttribute('aria-label')]).toEqual(['Retry', 'Retry: Make the group']);
  expect(button('Continue')).toBeUndefined();
});

it('as long as it is open, the page’s items that it does the same as are taken', async () => {
  const {taken} = formsOf(page.checklist);
  await drawn();
  expect(taken.value).toMatchObject({rows: new Set(['group-visibility']), words: 'The guided flow does this.'});
  control.flow.value = {...begun, stage: 'run', steps: {group: {state: 'done'}}};
  await drawn();
  expect(taken.value).toBeUndefined();
  control.flow.value = begun;
  await drawn();
  expect(taken.value).toBeDefined();
  render(null, root);
  expect(taken.value).toBeUndefined();
});
