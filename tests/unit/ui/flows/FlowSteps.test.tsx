// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {render} from 'preact';
import {afterEach, expect, it, vi} from 'vitest';
import type {FlowControl} from '../../../../src/flows/controller.ts';
import type {Flow, StepState} from '../../../../src/flows/flow.ts';
import {said} from '../../../../src/texts/said.ts';
import {FlowSteps} from '../../../../src/ui/flows/FlowSteps.tsx';

const failed: StepState = {state: 'failed', words: said('gitlab.denied')};
const done: StepState = {state: 'done'};

vi.mock('webextension-polyfill', () => ({default: {}}));

afterEach(() => render(null, document.body));

it.each<[string, Flow['steps'], string]>([
  [
    'others wait',
    {group: done, project: failed},
    '1 of 3 steps done. 1 step failed. 1 step that depends on it hasn’t started.',
  ],
  ['none waits', {group: done, project: failed, labels: failed}, '1 of 3 steps done. 2 steps failed.'],
])('where %s for steps that failed, it is said', (_what, steps, expected) => {
  const control = {
    flow: signal({id: 'a', stage: 'run', steps, plan: {}}),
    steps: signal(['group', 'project', 'labels'].map(id => ({id, title: id, after: [], canSkip: false}))),
    isRunning: signal(false),
    isStopping: signal(false),
    isEnded: signal(false),
    progress: signal(new Map()),
    undone: signal(new Set()),
    commitsBack: signal([]),
    checklist: signal(undefined),
  } as unknown as FlowControl;
  render(<FlowSteps control={control} />, document.body);
  expect(document.querySelector('[role="status"]')?.textContent).toBe(expected);
});
