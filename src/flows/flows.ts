import {batch, type ReadonlySignal, type Signal, signal} from '@preact/signals-core';
import type {Whose} from '../browser/found-items.ts';
import {keyOf, kindOfKey} from '../browser/item-kinds.ts';
import {createItems, onKeptChange} from '../browser/items.ts';
import type {Page} from '../checklist/page.ts';
import {problemOf} from '../gitlab/errors.ts';
import {endsSession, type Problem} from '../gitlab/model/problem.ts';
import type {Flow} from './flow.ts';
import type {FlowLogos} from './flow-logo.ts';
import {flowIdsShape, flowShape} from './flow-shapes.ts';

/** The guided flows of the signed-in user, as every page of the workspace sees them. */
export interface Flows {
  /** Those that were begun and not ended. */
  readonly all: ReadonlySignal<readonly Flow[]>;
  /** Id of the one that stands open in the panel. */
  readonly open: Signal<string | undefined>;
  /** The one that stands open although another tab ended it. */
  readonly ended: ReadonlySignal<Flow | undefined>;
  /** Why the browser did not keep one. */
  readonly notKept: ReadonlySignal<Problem | undefined>;
  load(): Promise<void>;
  /** One as it is kept now, which another tab may have changed; undefined where it was ended. @throws NotKept */
  kept(id: string): Promise<Flow | undefined>;
  /** Tells what is kept of a flow whenever that was changed elsewhere, until it is ended here. */
  follow(id: string, show: (kept: Flow) => void): void;
  /** Keeps a flow as it is now. It is shown at once; that it could not be kept is told. @returns why not */
  put(flow: Flow): Promise<Problem | undefined>;
  /**
   * Keeps a flow for a page that goes.
   *
   * @param step it as it is kept to it as it will be; not called where it was ended
   */
  putLeaving(id: string, step: (kept: Flow) => Flow): void;
  /** Forgets a flow. */
  end(id: string): Promise<void>;
}

/** A page with the guided flows of its user. */
export interface PageWithFlows extends Page {
  readonly flows: Flows;
}

/**
 * One item a flow, which one tab at a time works on, and one with the ids of all.
 *
 * @param beforeEnd awaited before one is forgotten; where it rejects, none is
 */
export function createFlows(whose: Whose, beforeEnd: () => Promise<void> = async () => undefined): Flows {
  const index = createItems('flows', whose, flowIdsShape);
  const items = createItems('flow', whose, flowShape);
  const all = signal<readonly Flow[]>([]);
  const open = signal<string | undefined>(undefined);
  const ended = signal<Flow | undefined>(undefined);
  const notKept = signal<Problem | undefined>(undefined);
  const followers = new Map<string, (kept: Flow) => void>();
  const leaving = new Map<string, Awaited<ReturnType<typeof items.follow>>>();
  /** What this page is writing: newer than what it would read. */
  const writing = new Map<string, number>();

  /** Logos are seldom: what keeps them is loaded with the first. */
  let logos: FlowLogos | undefined;
  const withLogos = async () => {
    logos ??= (await import('./flow-logo.ts')).createFlowLogos(whose);
    return logos;
  };

  async function kept(id: string): Promise<Flow | undefined> {
    const {own} = await items.read(id);
    return own && 'picture' in own.plan ? (await withLogos()).restore(own) : own;
  }

  async function allKept(): Promise<readonly Flow[]> {
    const {ownerless} = await index.read();
    if (ownerless.length > 0) await (await import('./adopt-flows.ts')).adoptFlows(whose, ownerless, index, items);
    const {own} = await index.read();
    const flows = await Promise.all(own.map(kept));
    return flows.filter(flow => flow !== undefined);
  }

  async function load(): Promise<void> {
    try {
      const flows = await allKept();
      const own = all.value.filter(({id}) => writing.has(id));
      const others = flows.filter(({id}) => !writing.has(id));
      const isOpen = ({id}: Flow) => id === open.value;
      const shown = [...all.value, ended.value].find(flow => flow !== undefined && isOpen(flow));
      batch(() => {
        all.value = [...others, ...own].sort((one, other) => one.startedAt.localeCompare(other.startedAt));
        ended.value = all.value.some(isOpen) ? undefined : shown;
        if (ended.value === undefined && !all.value.some(isOpen)) open.value = undefined;
      });
    } catch {
      // Signed out, or storage that cannot be read: what is shown stays, and says so as soon as it is gone on with.
    }
  }

  async function write(id: string, step: () => Promise<void>): Promise<Problem | undefined> {
    writing.set(id, (writing.get(id) ?? 0) + 1);
    try {
      await step();
      notKept.value = undefined;
    } catch (error) {
      notKept.value = problemOf(error);
      return notKept.value;
    } finally {
      const left = (writing.get(id) ?? 1) - 1;
      if (left === 0) writing.delete(id);
      else writing.set(id, left);
    }
    return undefined;
  }

  async function tell(keys: readonly string[]): Promise<void> {
    const owner = {host: whose.host, userId: await whose.userId()};
    for (const [id, show] of followers) {
      if (!keys.includes(keyOf('flow', owner, id))) continue;
      const now = await kept(id);
      if (now !== undefined && !writing.has(id)) show(now);
    }
  }

  onKeptChange(keys => {
    const names = new Set(keys.map(key => kindOfKey(key)?.name));
    if (names.has('flows')) void load();
    // Signed out, or storage that cannot be read: what is shown stays.
    if (names.has('flow')) void tell(keys).catch(() => undefined);
  });

  return {
    all,
    open,
    ended,
    notKept,
    load,
    kept,
    follow(id, show) {
      followers.set(id, show);
      // Where what is kept cannot be read, that is told with the next thing that is kept.
      void items.follow(id).then(
        change => leaving.set(id, change),
        () => undefined,
      );
    },
    putLeaving: (id, step) => leaving.get(id)?.(({own}) => own && (logos?.asKept(step(own)) ?? step(own))),
    async put(flow) {
      const isNew = !all.value.some(({id}) => id === flow.id);
      all.value = isNew ? [...all.value, flow] : all.value.map(other => (other.id === flow.id ? flow : other));
      return write(flow.id, async () => {
        const lean = 'logo' in flow.plan ? await (await withLogos()).keep(flow) : flow;
        await items.update(flow.id, () => lean);
        if (isNew) await index.update(undefined, ({own}) => [...own, flow.id]);
      });
    },
    async end(id) {
      const problem = await write(id, async () => {
        await beforeEnd();
        await index.update(undefined, ({own}) => own.filter(other => other !== id));
        await items.remove(id);
        await logos?.forget(id);
      });
      // Somebody else, who signed in meanwhile, ends nothing; what the browser does not take is ended here at least.
      if (problem !== undefined && endsSession(problem.kind)) return;
      followers.delete(id);
      batch(() => {
        if (open.value === id) open.value = undefined;
        all.value = all.value.filter(flow => flow.id !== id);
      });
    },
  };
}
