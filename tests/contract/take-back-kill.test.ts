import {describe, expect, it, vi} from 'vitest';
import type {Journal} from '../../src/changes/journal.ts';
import {emptyRecord} from '../../src/facts/record.ts';
import {controlOf, type FlowControl} from '../../src/flows/controller.ts';
import type {Flow, FlowOf} from '../../src/flows/flow.ts';
import {renamedFiles, seenIn} from '../../src/flows/handover.ts';
import {stateOf} from '../kill/matrix.ts';
import {told} from '../told.ts';
import {type Cut, cuts, cutWrite} from './cuts.ts';
import {handoverPlan, preSalesPlan, starkPlan} from './flow-plans.ts';
import {checklistOf, meansOf, memoryFlows, pageOf} from './means.ts';
import {initech, root, useSandbox} from './server.ts';

// Where the storage of a browser cannot be used, it is done without a look at other tabs.
vi.mock('webextension-polyfill', () => ({default: {storage: {local: {get: () => Promise.reject(new Error())}}}}));

const server = useSandbox();
const world = () => server.sandbox.world;
const start = Date.parse('2026-11-20T10:00:00.000Z');

/** What a browser keeps of one flow and its project. */
interface Kept {
  flow: Flow;
  journal: {entries: Journal};
  readonly notebook: ReturnType<typeof meansOf>['notebook'];
}

function projectIdOf({plan}: Flow): number {
  return 'projectId' in plan ? plan.projectId : 0;
}

const isOfBranch = (words: string) => words.includes('The branch “');

/** The flow on a page of its project that is opened now. @param isLeft whether the page is gone by now */
async function opened(kept: Kept, minutes: number, isLeft = () => false): Promise<FlowControl> {
  const means = {...meansOf(server, 'dana', isLeft), notebook: kept.notebook};
  const now = new Date(start + minutes * 60_000).toISOString();
  const {path} = world().projects.find(({id}) => id === projectIdOf(kept.flow)) ?? world().project(initech);
  const journal = {
    get entries() {
      return kept.journal.entries;
    },
    set entries(next) {
      if (!isLeft()) kept.journal.entries = next;
    },
  };
  const at = (place: string) => checklistOf(place, means, journal, now);
  const checklist = at(path);
  await checklist.refresh();
  const flows = {
    ...memoryFlows(),
    kept: async () => kept.flow,
    async put(next: Flow) {
      if (!isLeft()) kept.flow = next;
      return undefined;
    },
  };
  return controlOf({...pageOf(checklist), checklistOf: at, flows}, kept.flow);
}

let count = 0;
type Begun = {[Kind in Flow['kind']]: Pick<FlowOf<Kind>, 'kind' | 'plan'>}[Flow['kind']];

/** A flow that was run to its end, on as many pages as it leads to. */
async function done(begun: Begun): Promise<Kept> {
  count += 1;
  const userId = world().user('dana').id;
  const base = {id: `flow ${count}`, userId, startedAt: new Date(start).toISOString(), stage: 'form', steps: {}};
  // The compiler does not see that a kind and its plan stay together.
  const kept: Kept = {flow: {...base, ...begun} as Flow, journal: {entries: []}, notebook: meansOf(server).notebook};
  await (await opened(kept, 0)).goOn();
  await (await opened(kept, 1)).goOn();
  return kept;
}

const takeOver = () => done({kind: 'from-pre-sales', plan: preSalesPlan(world().project(initech).id)});

const setUp = () => done({kind: 'new-customer', plan: starkPlan});

const hooli = `${root}/apac/hooli/hooli-collaboration`;

async function handOver(): Promise<Kept> {
  const store = checklistOf(hooli, meansOf(server));
  await store.refresh();
  const plan = {...handoverPlan, projectId: world().project(hooli).id};
  return done({kind: 'from-another-csm', plan: {...plan, seen: seenIn(renamedFiles(store.facts.value, plan))}});
}

const flows: Readonly<Record<string, {readonly prepare: () => void; readonly begin: () => Promise<Kept>}>> = {
  'set up': {prepare: () => undefined, begin: setUp},
  'taken over from pre-sales': {prepare: () => undefined, begin: takeOver},
  'taken over from another CSM': {
    prepare: () => void world().setNotification('dana', hooli, 'mention'),
    begin: handOver,
  },
  'taken over from another CSM, by merge request': {
    prepare() {
      world().setNotification('dana', hooli, 'mention');
      world().project(hooli).repository.pushLevel = 'nobody';
    },
    begin: handOver,
  },
};

/** Takes a flow back, cut off at its n-th request that writes. @returns whether there was one */
async function cutBack(kept: Kept, nth: number, cut: Cut): Promise<boolean> {
  let isLeft = false;
  const control = await opened(kept, 2, () => isLeft);
  const isMet = cutWrite(server, nth, cut, () => {
    isLeft = cut.isLeft === true;
  });
  const shown = await control.lookBack();
  const back = control.takeBack(shown);
  // A page that is gone never gets to its end.
  while (
    !isLeft &&
    (await Promise.race([back.then(() => false), new Promise(resolve => setTimeout(resolve, 5, true))]))
  );
  await new Promise(resolve => setImmediate(resolve));
  server.sandbox.faults.clear();
  return isMet();
}

describe.each(Object.entries(flows))('a customer who was %s', (_name, {prepare, begin}) => {
  it.each(Object.entries(cuts))(
    'is taken back to the end, where at any request %s',
    async (_moment, cut) => {
      for (let nth = 1; ; nth += 1) {
        server.sandbox.reset();
        prepare();
        const states = [stateOf(server, false), stateOf(server, true)] as const;
        const before = (withBranches: boolean) => states[withBranches ? 1 : 0];
        const kept = await begin();
        expect(kept.flow.stage).toBe('run');
        const isCut = await cutBack(kept, nth, cut);
        for (let minutes = 3; kept.flow.stage === 'back' && minutes < 6; minutes += 1) {
          const control = await opened(kept, minutes);
          await control.takeBack(await control.lookBack());
        }
        const left = told(kept.flow.left ?? []);
        expect([nth, kept.flow.stage, kept.flow.steps, left.filter(words => !isOfBranch(words))]).toEqual([
          nth,
          'form',
          {},
          [],
        ]);
        // What is told to be there may be.
        expect([nth, stateOf(server, !left.some(isOfBranch))]).toEqual([nth, before(!left.some(isOfBranch))]);
        const record = await kept.notebook.record(projectIdOf(kept.flow));
        expect([nth, record]).toEqual([nth, {...emptyRecord, ...(record.playbook && {playbook: record.playbook})}]);
        if (!isCut) break;
      }
    },
    60_000,
  );
});
