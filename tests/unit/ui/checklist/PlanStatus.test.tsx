// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {render} from 'preact';
import {expect, it} from 'vitest';
import type {Plan, PlanResult, PlanState} from '../../../../src/checklist/plan.ts';
import {PlanStatus} from '../../../../src/ui/checklist/PlanItems.tsx';

/** What is said of a plan whose changes ended so. */
function words(state: PlanState, of: 'changes' | 'undos', results: readonly PlanResult[]): string | null {
  const root = document.createElement('div');
  const items = signal(results.map(result => ({outcome: signal({result})})));
  const progress = signal({of, done: 3, all: results.length});
  render(<PlanStatus plan={{state: signal(state), items, progress} as unknown as Plan} />, root);
  return root.textContent;
}

const times = (count: number, result: PlanResult) => Array<PlanResult>(count).fill(result);

it.each<[PlanState, 'changes' | 'undos', readonly PlanResult[], string]>([
  ['running', 'changes', ['done', 'failed', 'partly', 'running', 'waiting'], '3 of 5 changes made.'],
  ['paused', 'changes', [...times(3, 'done'), ...times(2, 'waiting')], '3 of 5 changes made.'],
  ['undoing', 'undos', [...times(3, 'undone'), 'running', 'done'], '3 of 5 changes made.'],
  ['ended', 'changes', times(5, 'done'), '5 changes made.'],
  ['ended', 'changes', ['done'], '1 change made.'],
  ['ended', 'changes', ['failed', 'partly', ...times(3, 'done')], '3 changes made. 1 partly made. 1 failed.'],
  ['ended', 'changes', ['as-was', ...times(2, 'stopped')], '1 change already done. 2 not made.'],
  ['ended', 'changes', times(2, 'failed'), '2 changes failed.'],
  ['ended', 'undos', times(5, 'undone'), '5 changes undone.'],
  ['ended', 'undos', ['undone', 'partly-undone', 'done', 'partly'], '1 change undone. 1 partly undone. 2 not undone.'],
  ['ended', 'undos', ['failed', 'as-was', 'stopped', 'undone'], '1 change undone.'],
])('%s, of %s %j: %s', (state, of, results, said) => {
  expect(words(state, of, results)).toBe(said);
});
