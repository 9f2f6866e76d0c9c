import {type ReadonlySignal, signal} from '@preact/signals-core';
import type {Change} from '../changes/change.ts';
import type {Check, Fix} from '../customer/checks/check.ts';
import type {Row} from './checklist.ts';
import type {Made} from './made.ts';

/** What came of one item. */
export type ItemResult = 'waiting' | 'running' | 'done' | 'partly' | 'failed' | 'stopped';

/** Everything that needs no answer, from its preview to its end. */
interface Plan {
  readonly state: 'preview' | 'running' | 'ended';
  readonly items: readonly {readonly check: Check; readonly change: Change; readonly result: ItemResult}[];
}

/** “Fix all”: the plan that is shown, and what can be done with it. */
export interface FixAll {
  readonly plan: ReadonlySignal<Plan | undefined>;
  /** Lists everything that needs no answer and that the user's role allows. */
  preview(): void;
  /** Does it, one after the other; one that fails leaves the others alone. */
  run(): Promise<void>;
  /** Ends it after the item under way. */
  stop(): void;
  close(): void;
}

/** What it works with. */
interface FixAllOptions {
  readonly rows: () => readonly Row[];
  readonly lacksRole: (fix: Fix) => unknown;
  readonly make: (check: Check, change: Change) => Promise<Made>;
  /** Ends a row's change of many parts. */
  readonly stop: (check: Check) => void;
}

/** Rows in the order in which they are gone through: a group can be private only when its projects are. */
const order = ['visibility', 'group-visibility', 'team-access', 'name', 'members', 'notifications', 'labels'];

export function createFixAll({rows, lacksRole, make, stop}: FixAllOptions): FixAll {
  const plan = signal<Plan | undefined>(undefined);
  let isStopped = false;

  function setResult(index: number, result: ItemResult): void {
    const now = plan.value;
    if (now === undefined) return;
    const items = now.items.map((item, position) => (position === index ? {...item, result} : item));
    plan.value = {...now, items};
  }

  async function resultOf(check: Check, change: Change): Promise<ItemResult> {
    const made = await make(check, change);
    if (!made.isMade) return 'failed';
    return made.left.length > 0 ? 'partly' : 'done';
  }

  return {
    plan,

    preview() {
      const items: {check: Check; change: Change; result: ItemResult}[] = [];
      for (const id of order) {
        const row = rows().find(({check}) => check.id === id);
        const fix = row?.finding?.verdict === 'fail' ? row.finding.fix : undefined;
        if (row === undefined || fix?.kind !== 'change' || lacksRole(fix) !== undefined) continue;
        if (fix.after && !items.some(({check}) => check.id === fix.after)) continue;
        items.push({check: row.check, change: fix.change, result: 'waiting'});
      }
      plan.value = {state: 'preview', items};
    },

    async run() {
      const now = plan.value;
      if (now?.state !== 'preview') return;
      isStopped = false;
      plan.value = {...now, state: 'running'};
      for (const [index, {check, change}] of now.items.entries()) {
        if (!isStopped) setResult(index, 'running');
        setResult(index, isStopped ? 'stopped' : await resultOf(check, change));
      }
      if (plan.value !== undefined) plan.value = {...plan.value, state: 'ended'};
    },

    stop() {
      isStopped = true;
      for (const {check} of plan.value?.items ?? []) stop(check);
    },

    close() {
      plan.value = undefined;
    },
  };
}
