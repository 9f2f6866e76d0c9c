import {batch, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import {onKeptChange, readKept, writeKept} from '../../browser/kept.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {Problem} from '../../gitlab/problem.ts';
import {type Flow, flowsSchema} from './flow.ts';

/** The guided flows of the signed-in user, as every page of the workspace sees them. */
export interface Flows {
  /** Those that were begun and not ended. */
  readonly all: ReadonlySignal<readonly Flow[]>;
  /** Id of the one that stands open in the panel. */
  readonly open: Signal<string | undefined>;
  /** Why the browser did not keep one. */
  readonly notKept: ReadonlySignal<Problem | undefined>;
  load(): Promise<void>;
  /** Keeps a flow as it is now. It is shown at once; that it could not be kept is told. */
  put(flow: Flow): Promise<void>;
  /** Forgets a flow. */
  end(id: string): Promise<void>;
}

/** One tab after the other; two that write at once would lose what one of them wrote. */
async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks === undefined ? work() : navigator.locks.request(name, work);
}

/**
 * @param host the GitLab host's name
 * @param userId the signed-in user's
 */
export function createFlows(host: string, userId: () => Promise<number>): Flows {
  const key = `flows:1:${host}`;
  const all = signal<readonly Flow[]>([]);
  const open = signal<string | undefined>(undefined);
  const notKept = signal<Problem | undefined>(undefined);
  const kept = () => readKept('local', key, flowsSchema, []);

  async function load(): Promise<void> {
    try {
      const flows = await kept();
      const me = flows.length > 0 ? await userId() : undefined;
      all.value = flows.filter(flow => flow.userId === me);
    } catch {
      // Signed out, or storage that cannot be read: then there is nothing to go on with.
      all.value = [];
    }
  }

  let writing = 0;

  async function update(step: (flows: readonly Flow[]) => readonly Flow[]): Promise<void> {
    all.value = step(all.value);
    writing += 1;
    try {
      await alone(`csm-checklist ${key}`, async () => writeKept('local', key, [...step(await kept())]));
      notKept.value = undefined;
    } catch (error) {
      notKept.value = problemOf(error);
    } finally {
      writing -= 1;
    }
  }

  onKeptChange('local', keys => {
    // What this page is about to write is newer than what it reads.
    if (keys.includes(key) && writing === 0) void load();
  });

  return {
    all,
    open,
    notKept,
    load,
    put: flow =>
      update(flows =>
        flows.some(({id}) => id === flow.id)
          ? flows.map(other => (other.id === flow.id ? flow : other))
          : [...flows, flow],
      ),
    async end(id) {
      batch(() => {
        if (open.value === id) open.value = undefined;
      });
      await update(flows => flows.filter(flow => flow.id !== id));
    },
  };
}
