import {expect, it} from 'vitest';
import type {Flow} from '../../../src/flows/flow.ts';
import {takenRows} from '../../../src/flows/taken-rows.ts';

const base = {id: 'a', userId: 7, startedAt: '2026-11-30T10:00:00.000Z'} as const;
const handover = {
  kind: 'from-another-csm',
  plan: {projectId: 1, projectName: 'Hooli', address: '', replacements: []},
} as const;
const step = (id: string, rows?: readonly string[]) => ({
  id,
  title: id,
  after: [],
  canSkip: true,
  run: async () => ({}),
  ...(rows ? {rows} : {}),
});
const steps = [step('group'), step('files', ['readme', 'issue-templates']), step('labels', ['labels'])];

it.each<[string, Pick<Flow, 'stage' | 'steps'>, readonly string[]]>([
  ['a form is filled in', {stage: 'form', steps: {}}, ['readme', 'issue-templates', 'labels']],
  ['no step is done', {stage: 'run', steps: {}}, ['readme', 'issue-templates', 'labels']],
  ['a step is done', {stage: 'run', steps: {files: {state: 'done'}}}, ['labels']],
  ['a step was skipped', {stage: 'run', steps: {labels: {state: 'skipped'}}}, ['readme', 'issue-templates']],
  [
    'a step failed, which has its own Retry',
    {stage: 'run', steps: {files: {state: 'done'}, labels: {state: 'failed'}}},
    ['labels'],
  ],
  ['all are done', {stage: 'run', steps: {files: {state: 'done'}, labels: {state: 'done'}}}, []],
  [
    'what is done is being undone',
    {stage: 'back', steps: {labels: {state: 'done'}}},
    ['readme', 'issue-templates', 'labels'],
  ],
])('where %s, the flow does the same as these items', (_when, state, expected) => {
  const flow = {...base, ...handover, ...state} as unknown as Flow;
  expect([...takenRows(flow, steps)].sort()).toEqual([...expected].sort());
});

it('a handover’s form is about the files, although there is no step for them before it is begun', () => {
  const flow = {...base, ...handover, stage: 'form', steps: {}} as unknown as Flow;
  expect([...takenRows(flow, [])]).toEqual(['readme', 'issue-templates']);
  expect([...takenRows({...flow, stage: 'run'}, [])]).toEqual([]);
});
