import {batch, type ReadonlySignal, signal} from '@preact/signals';
import type {Change} from '../changes/change.ts';
import {type ChangeWords, wordsOfChange} from '../changes/words.ts';
import type {Check} from '../checks/check.ts';
import {projectChecks} from '../checks/index.ts';
import type {FactName} from '../facts/facts.ts';
import {fewAtATime} from '../facts/pool.ts';
import type {Store} from '../panel/store.ts';
import type {CustomerResult} from './result.ts';

/** Rows whose fix needs no answer, in the order in which they are done: a group can be private only when its projects are. */
const rowsToFix = ['visibility', 'group-visibility', 'team-access', 'notifications', 'labels'];
/** What those rows look at, and the role that it takes. */
const needed = new Set<FactName>([
  ...projectChecks.filter(({id}) => rowsToFix.includes(id)).flatMap(({facts}) => facts),
  'project',
  'role',
]);
/** Customers that are worked on at the same time. */
const together = 3;

export type BulkResult = 'waiting' | 'running' | 'done' | 'failed' | 'undone';

/** One change of one customer. */
export interface BulkItem {
  readonly customer: CustomerResult;
  readonly checklist: Store;
  readonly check: Check;
  readonly change: Change;
  readonly words: ChangeWords;
  readonly result: BulkResult;
  /** Why it failed. */
  readonly reason?: string | undefined;
}

/** The fixes of many customers that need no answer, from their preview to their undo. */
export interface BulkFix {
  readonly state: ReadonlySignal<'none' | 'looking' | 'preview' | 'running' | 'pausing' | 'paused' | 'ended'>;
  readonly items: ReadonlySignal<readonly BulkItem[]>;
  /** What could not be looked at, one sentence each. */
  readonly left: ReadonlySignal<readonly string[]>;
  /** Looks what each of these customers needs, without doing anything. */
  preview(customers: readonly CustomerResult[]): Promise<void>;
  run(): Promise<void>;
  pause(): void;
  /** Ends it after the changes under way. */
  stop(): void;
  /** Takes back what was done. */
  undo(): Promise<void>;
  close(): void;
}

/**
 * @param storeFor a customer's checklist
 * @param onChanged told when a customer's checklist says something else
 */
export function createBulkFix(
  storeFor: (path: string) => Store,
  onChanged: (id: number, checklist: Store) => void,
): BulkFix {
  const state = signal<'none' | 'looking' | 'preview' | 'running' | 'pausing' | 'paused' | 'ended'>('none');
  const items = signal<readonly BulkItem[]>([]);
  const left = signal<readonly string[]>([]);
  let isStopped = false;
  /** Goes from one state to the next, unless something else came in between. */
  const follow = (from: typeof state.value, to: typeof state.value) => {
    if (state.value === from) state.value = to;
  };

  const set = (item: BulkItem, result: BulkResult, reason?: string) => {
    items.value = items.value.map(other =>
      other.checklist === item.checklist && other.check === item.check ? {...other, result, reason} : other,
    );
  };

  async function look(customer: CustomerResult): Promise<void> {
    if (isStopped) return;
    const checklist = storeFor(customer.path);
    await checklist.reread(needed);
    const found = rowsToFix.flatMap(id => {
      const row = checklist.rows.value.find(({check}) => check.id === id);
      const fix = row?.finding?.fix;
      if (row === undefined || fix?.kind !== 'change') return [];
      if (checklist.lacksRole(fix) !== undefined) {
        left.value = [...left.value, `${customer.customer}: your role does not allow “${fix.label}”.`];
        return [];
      }
      const {check} = row;
      return [
        {customer, checklist, check, change: fix.change, words: wordsOfChange(fix.change), result: 'waiting'} as const,
      ];
    });
    batch(() => {
      items.value = [...items.value, ...found];
    });
  }

  async function fix(mine: readonly BulkItem[]): Promise<void> {
    for (const item of mine) {
      if (isStopped || state.value !== 'running') return;
      set(item, 'running');
      const worked = await item.checklist.run(item.check, item.change);
      const problem = item.checklist.rows.value.find(({check}) => check === item.check)?.problem;
      set(item, worked ? 'done' : 'failed', problem?.words);
      onChanged(item.customer.id, item.checklist);
    }
  }

  /** The items in a state, by customer: one customer's come one after the other. */
  const byCustomer = (result: BulkResult) => {
    const groups = new Map<Store, BulkItem[]>();
    for (const item of items.value) {
      if (item.result === result) groups.set(item.checklist, [...(groups.get(item.checklist) ?? []), item]);
    }
    return [...groups.values()];
  };

  return {
    state,
    items,
    left,

    async preview(customers) {
      isStopped = false;
      batch(() => {
        state.value = 'looking';
        items.value = [];
        left.value = [];
      });
      await fewAtATime(customers, together, look);
      if (state.value === 'looking') state.value = 'preview';
    },

    async run() {
      isStopped = false;
      state.value = 'running';
      await fewAtATime(byCustomer('waiting'), together, fix);
      // Only now nothing is under way any more: going on sooner would do the same twice.
      follow('pausing', 'paused');
      follow('running', 'ended');
    },

    pause() {
      follow('running', 'pausing');
    },

    stop() {
      isStopped = true;
      state.value = 'ended';
    },

    async undo() {
      await fewAtATime(byCustomer('done'), together, async mine => {
        for (const item of [...mine].reverse()) {
          set(item, 'running');
          const worked = await item.checklist.undo(item.check);
          const problem = item.checklist.rows.value.find(({check}) => check === item.check)?.problem;
          set(item, worked ? 'undone' : 'done', worked ? undefined : (problem?.words ?? 'It cannot be taken back.'));
          onChanged(item.customer.id, item.checklist);
        }
      });
    },

    close() {
      isStopped = true;
      batch(() => {
        state.value = 'none';
        items.value = [];
        left.value = [];
      });
    },
  };
}
