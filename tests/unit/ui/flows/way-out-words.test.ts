import {signal} from '@preact/signals';
import {expect, it} from 'vitest';
import type {FlowControl} from '../../../../src/flows/controller.ts';
import type {Flow, StepState} from '../../../../src/flows/flow.ts';
import {backWords} from '../../../../src/ui/flows/way-out-words.ts';

const project: StepState = {state: 'done', made: true, madeId: 3};

function wordsWith(members: StepState): readonly string[] {
  const flow: Flow = {
    id: 'a',
    userId: 7,
    startedAt: '2026-11-29T10:00:00.000Z',
    stage: 'run',
    kind: 'new-customer',
    plan: {name: 'Stark', segment: 'emea', people: '', values: [], takesGroup: false},
    steps: {project, members},
  };
  const steps = ['project', 'members'].map(id => ({id, title: id, after: [], canSkip: false}));
  const control = {flow: signal(flow), steps: signal(steps), undone: signal(new Set<string>())};
  return backWords(control as unknown as FlowControl);
}

it.each<[string, StepState, string | undefined]>([
  ['were invited', {state: 'done', made: true}, 'Remove the access of invited people. Their emails were already sent.'],
  ['may have been invited', {state: 'failed', sent: true}, 'Remove the access of anyone who was invited after all.'],
  ['were not invited', {state: 'failed'}, undefined],
])('where people %s, the way back says so', (_what, members, expected) => {
  expect(wordsWith(members)[1]).toBe(expected);
});
