import {batch, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import * as v from 'valibot';
import {inTurn} from '../../browser/in-turn.ts';
import {onKeptChange, readKept, removeKept, writeKept} from '../../browser/kept.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {Problem} from '../../gitlab/problem.ts';
import {type Flow, flowSchema} from './flow.ts';

/** The guided flows of the signed-in user, as every page of the workspace sees them. */
export interface Flows {
  /** Those that were begun and not ended. */
  readonly all: ReadonlySignal<readonly Flow[]>;
  /** Id of the one that stands open in the panel. */
  readonly open: Signal<string | undefined>;
  /** Why the browser did not keep one. */
  readonly notKept: ReadonlySignal<Problem | undefined>;
  load(): Promise<void>;
  /** One as it is kept now, which another tab may have changed; undefined where it was ended. @throws NotKept */
  kept(id: string): Promise<Flow | undefined>;
  /** Keeps a flow as it is now. It is shown at once; that it could not be kept is told. */
  put(flow: Flow): Promise<void>;
  /** Forgets a flow. */
  end(id: string): Promise<void>;
}

/**
 * One item a flow, which one tab at a time works on, and one with the ids of all.
 *
 * @param host the GitLab host's name
 * @param userId the signed-in user's
 */
export function createFlows(host: string, userId: () => Promise<number>): Flows {
  const indexKey = `flows:1:${host}`;
  const keyOf = (id: string) => `flow:1:${host}:${id}`;
  const all = signal<readonly Flow[]>([]);
  const open = signal<string | undefined>(undefined);
  const notKept = signal<Problem | undefined>(undefined);
  /** What this page is writing: newer than what it would read. */
  const writing = new Map<string, number>();

  function kept(id: string): Promise<Flow | undefined> {
    return readKept('local', keyOf(id), v.optional(flowSchema), undefined);
  }

  async function allKept(): Promise<readonly Flow[]> {
    const ids = await readKept('local', indexKey, v.array(v.string()), []);
    const flows = await Promise.all(ids.map(kept));
    return flows.filter(flow => flow !== undefined);
  }

  async function load(): Promise<void> {
    try {
      const flows = await allKept();
      const me = flows.length > 0 ? await userId() : undefined;
      const own = all.value.filter(({id}) => writing.has(id));
      const others = flows.filter(({id, userId: whose}) => whose === me && !writing.has(id));
      batch(() => {
        all.value = [...others, ...own].sort((one, other) => one.startedAt.localeCompare(other.startedAt));
        // It was ended in another tab.
        if (!all.value.some(({id}) => id === open.value)) open.value = undefined;
      });
    } catch {
      // Signed out, or storage that cannot be read: what is shown stays, and says so as soon as it is gone on with.
    }
  }

  async function write(id: string, step: () => Promise<void>): Promise<void> {
    writing.set(id, (writing.get(id) ?? 0) + 1);
    try {
      await step();
      notKept.value = undefined;
    } catch (error) {
      notKept.value = problemOf(error);
    } finally {
      const left = (writing.get(id) ?? 1) - 1;
      if (left === 0) writing.delete(id);
      else writing.set(id, left);
    }
  }

  async function changeIndex(step: (ids: readonly string[]) => readonly string[]): Promise<void> {
    await inTurn(indexKey, async () => {
      const ids = await readKept('local', indexKey, v.array(v.string()), []);
      await writeKept('local', indexKey, [...step(ids)]);
    });
  }

  onKeptChange('local', keys => {
    if (keys.includes(indexKey)) void load();
  });

  return {
    all,
    open,
    notKept,
    load,
    kept,
    async put(flow) {
      const isNew = !all.value.some(({id}) => id === flow.id);
      all.value = isNew ? [...all.value, flow] : all.value.map(other => (other.id === flow.id ? flow : other));
      await write(flow.id, async () => {
        await writeKept('local', keyOf(flow.id), flow);
        if (isNew) await changeIndex(ids => [...ids, flow.id]);
      });
    },
    async end(id) {
      batch(() => {
        if (open.value === id) open.value = undefined;
        all.value = all.value.filter(flow => flow.id !== id);
      });
      await write(id, async () => {
        await changeIndex(ids => ids.filter(other => other !== id));
        await removeKept('local', keyOf(id));
      });
    },
  };
}
