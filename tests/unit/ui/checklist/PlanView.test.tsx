// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {createRef, render} from 'preact';
import {expect, it, vi} from 'vitest';
import type {Plan, PlanState} from '../../../../src/checklist/plan.ts';
import {SureToUndo} from '../../../../src/ui/checklist/PlanItems.tsx';
import {PlanView} from '../../../../src/ui/checklist/PlanView.tsx';

/** Presses Control and Enter in a plan of a state. @returns how often it was run, and undone */
function confirmIn(state: PlanState, changes: number, asksToUndo = false) {
  const run = vi.fn();
  const undo = vi.fn();
  const item = (index: number) => ({
    check: {id: `check-${index}`},
    checklist: {place: {path: 'acme'}},
    words: {what: {text: 'changes.setProjectVisibility'}},
    change: {kind: 'project-visibility', from: 'public', to: 'private'},
    outcome: signal({result: state === 'ended' ? 'done' : 'waiting'}),
  });
  const items = Array.from({length: changes}, (_, index) => item(index));
  const plan = {
    state: signal(state),
    items: signal(items),
    undos: signal(items),
    left: signal([]),
    progress: signal({of: 'changes', done: 0, all: changes}),
    canRetry: () => false,
    run,
    undo,
  } as unknown as Plan;
  const root = document.body.appendChild(document.createElement('div'));
  render(
    <PlanView
      plan={plan}
      label="Fix all"
      heading="h4"
      opener={createRef()}
      leaving=""
      asksToUndo={signal(asksToUndo)}
    />,
    root,
  );
  const within = root.querySelector('.list') ?? root.querySelector('section');
  within?.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true}));
  root.remove();
  return {run: run.mock.calls.length, undo: undo.mock.calls.length};
}

it.each<[string, PlanState, number, boolean, {run: number; undo: number}]>([
  ['begins what is shown', 'preview', 2, false, {run: 1, undo: 0}],
  ['goes on with what is paused', 'paused', 2, false, {run: 1, undo: 0}],
  ['takes back what it was asked for', 'ended', 2, true, {run: 0, undo: 1}],
  ['does not ask for that by itself', 'ended', 2, false, {run: 0, undo: 0}],
  ['does nothing where nothing is to be done', 'preview', 0, false, {run: 0, undo: 0}],
  ['does nothing while it works', 'running', 2, false, {run: 0, undo: 0}],
  ['does nothing while it looks', 'looking', 2, false, {run: 0, undo: 0}],
])('Control+Enter %s', (_what, state, changes, asksToUndo, expected) => {
  expect(confirmIn(state, changes, asksToUndo)).toEqual(expected);
});

const project = (to: string) => ({kind: 'project-visibility', projectId: 1, from: 'private', to}) as const;
const group = (to: string) => ({kind: 'group-visibility', groupId: 2, from: 'private', to}) as const;

it.each<[string, readonly object[]]>([
  ['Undo changes', [project('private'), {kind: 'tick'}]],
  ['Undo and make the project public', [project('public'), {kind: 'tick'}]],
  ['Undo and make the group internal', [group('internal')]],
  ['Undo changes (2 become public)', [group('public'), project('public')]],
  ['Undo changes (2 become more visible)', [group('internal'), project('public')]],
])('“%s” takes all back', (label, changes) => {
  const undos = changes.map(change => ({
    change,
    check: {id: 'row', failureTitle: 'Row'},
    words: {what: {text: 'changes.tick'}},
  }));
  const root = document.body.appendChild(document.createElement('div'));
  const nothing = () => undefined;
  render(<SureToUndo plan={{undos: signal(undos)} as unknown as Plan} onSure={nothing} onCancel={nothing} />, root);
  expect(root.querySelector('.danger')?.textContent).toBe(label);
  root.remove();
});
