// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {render} from 'preact';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {OthersWork} from '../../../../src/apply/others-work.ts';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import type {FlowControl} from '../../../../src/flows/controller.ts';
import type {Flow} from '../../../../src/flows/flow.ts';
import type {Problem} from '../../../../src/gitlab/model/problem.ts';
import {said} from '../../../../src/texts/said.ts';
import {TakeBack} from '../../../../src/ui/flows/TakeBack.tsx';
import {eventually} from '../../../eventually.ts';

const base = {id: 'a', userId: 7, startedAt: '2026-11-29T10:00:00.000Z', stage: 'run'} as const;
const made = {state: 'done', made: true} as const;
const setUp: Flow = {
  ...base,
  kind: 'new-customer',
  plan: {name: 'Stark', segment: 'emea', people: '', values: [], takesGroup: false},
  steps: {project: {...made, madeId: 3}},
};
const takenOver: Flow = {
  ...base,
  kind: 'from-pre-sales',
  plan: {
    projectId: 3,
    projectName: 'Initech',
    address: '',
    action: 'close',
    issues: [],
    agreed: true,
    segment: 'emea',
    name: 'Initech',
    takesGroup: false,
  },
  steps: {location: {...made, entry: 'move'}},
};
const failed: Problem = {kind: 'unavailable', words: said('gitlab.onlyPart'), advice: said('gitlab.busy advice')};
const commit = {state: 'known', found: [said('apply.commitsSince', 1, ['Sam'])], marks: ['commit 1']} as const;

const takeBack = vi.fn(async (_shown?: OthersWork) => undefined);
const flow = signal<Flow>(setUp);
const problem = signal<Problem | undefined>(undefined);
const checklist = signal<Checklist | undefined>(undefined);
let answer: (work: OthersWork) => void = () => undefined;
/** How often it was looked what others did. */
let looks = 0;

const control = {
  flow,
  problem,
  checklist,
  steps: signal(['project', 'location'].map(id => ({id, title: `Step ${id}`, after: [], canSkip: false}))),
  undone: signal(new Set()),
  commitsBack: signal([]),
  open: vi.fn(async () => undefined),
  takeBack,
  lookBack: () => {
    looks += 1;
    return new Promise(resolve => {
      answer = resolve;
    });
  },
} as unknown as FlowControl;

const button = (name: string) => [...document.querySelectorAll('button')].find(other => other.textContent === name);
const sure = () => button('Undo all steps');
const isReady = () => sure()?.getAttribute('aria-disabled') === 'false';
const shown = () => document.querySelector('.preview')?.textContent ?? '';

async function ask(of: Flow) {
  flow.value = of;
  render(<TakeBack control={control} isOver />, document.body);
  button('Undo everything')?.click();
  await eventually(() => expect(looks).toBe(1));
}

beforeEach(() => {
  takeBack.mockClear();
  problem.value = undefined;
  checklist.value = undefined;
  looks = 0;
});

afterEach(() => {
  render(null, document.body);
});

describe('before a customer who was set up is deleted', () => {
  it.each<[string, OthersWork, string]>([
    ['what others did is named', commit, 'Since then, 1 commit was made by Sam. It will be deleted too.'],
    [
      'it is said that nothing came in',
      {state: 'known', found: [], marks: ['activity']},
      'Since then, no one else joined',
    ],
    [
      'it is said that it could not be looked up',
      {state: 'failed', problem: failed},
      'Couldn’t check what others did in the project since.',
    ],
  ])('%s, and only then it can be', async (_what, work, expected) => {
    await ask(setUp);
    expect(shown()).toContain('Delete the project with everything in it. GitLab keeps it for a few days.');
    expect(shown()).toContain('Checking what others did');
    expect(isReady()).toBe(false);
    sure()?.click();
    expect(takeBack).not.toHaveBeenCalled();
    answer(work);
    await eventually(() => expect(isReady()).toBe(true));
    expect(shown()).toContain(expected);
    sure()?.click();
    expect(takeBack).toHaveBeenCalledWith(work, undefined);
  });

  it('it is asked anew where something came in since it was shown', async () => {
    problem.value = {kind: 'conflict', words: said('apply.cameInSince'), advice: said('apply.cameInSince advice')};
    flow.value = {...setUp, stage: 'back'};
    render(<TakeBack control={control} isOver={false} />, document.body);
    await eventually(() => expect(looks).toBe(1));
    answer(commit);
    await eventually(() => expect(shown()).toContain('Since then, 1 commit was made'));
    expect(takeBack).not.toHaveBeenCalled();
  });
});

describe('before a project is moved back', () => {
  const person = (id: number, name: string) => ({id, name, username: name.toLowerCase(), accessLevel: 30});
  const move = {
    kind: 'move-back',
    projectId: 3,
    from: {id: 5, path: 'root/emea/initech'},
    to: {id: 6, path: 'root/pre-sales'},
    wasCreated: true,
  };
  const journal = signal<readonly object[] | undefined>(undefined);
  const customer = (everybody: () => Promise<unknown>) =>
    ({
      journal,
      loadJournal: async () => undefined,
      texts: {load: async () => undefined},
      sources: {gitlab: {members: async () => [], everybody, groupEverybody: async () => [person(2, 'Toby')]}},
    }) as unknown as Checklist;

  beforeEach(() => {
    journal.value = undefined;
  });

  it('it is said who loses and who gains access, in the words of the row', async () => {
    checklist.value = customer(async () => [person(1, 'Ann')]);
    await ask(takenOver);
    answer({state: 'known', found: [], marks: []});
    await eventually(() => expect(shown()).toContain('Checking who loses and gains access…'));
    expect([isReady(), shown().includes('others did')]).toEqual([false, false]);
    journal.value = [{id: 'move', undo: move, undone: false}];
    await eventually(() => expect(isReady()).toBe(true));
    expect(shown()).toContain('1 person loses the access inherited from root/emea/initech:Ann (@ann)');
    expect(shown()).toContain(
      '1 person gains access or a higher role inherited from root/pre-sales:Toby (@toby), Developer',
    );
  });

  it('nothing is taken back where that could not be read', async () => {
    checklist.value = customer(() => Promise.reject(new Error('offline')));
    journal.value = [{id: 'move', undo: move, undone: false}];
    await ask(takenOver);
    answer({state: 'known', found: [], marks: []});
    await eventually(() => expect(shown()).toContain('Couldn’t check who loses and gains access.'));
    expect(isReady()).toBe(false);
  });

  it('the checklist is read where it is not known yet, and a move that is undone is no matter', async () => {
    await ask(takenOver);
    answer({state: 'known', found: [], marks: []});
    await eventually(() => expect(control.open).toHaveBeenCalled());
    expect(isReady()).toBe(false);
    checklist.value = customer(async () => []);
    journal.value = [{id: 'move', undo: move, undone: true}];
    await eventually(() => expect(isReady()).toBe(true));
    expect(shown()).not.toContain('access');
  });
});
