import {batch, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import {customerName} from '../checks/customer.ts';
import {type FilledValue, type FilledValues, withFilled} from '../placeholders/learned.ts';
import type {Draft} from './draft.ts';
import type {Store} from './store.ts';
import type {ValuesBook} from './values.ts';

/** What was typed for placeholders and not committed yet, and what was committed before. */
export interface Typed {
  /** Kept on this computer until it is committed. */
  readonly draft: Signal<Draft>;
  /** Values that were committed, for all customers. */
  readonly history: ReadonlySignal<FilledValues>;
  /** Reads both, once. */
  load(): Promise<void>;
  /** Keeps the draft as it is now. */
  keep(): Promise<void>;
  /** The same for a page that goes. */
  keepLeaving(): void;
  /**
   * Remembers committed values and takes them out of the draft; what was typed for other files stays in it.
   *
   * @param keys the placeholders that were filled
   */
  learn(keys: ReadonlySet<string>, filled: readonly Pick<FilledValue, 'meaning' | 'value'>[]): Promise<void>;
}

const empty: Draft = {values: new Map(), left: new Set(), lines: new Map()};

/**
 * @param projectId the customer's project, once it was read
 * @param customer the customer's name, where it is known
 */
export function createTyped(
  book: ValuesBook,
  projectId: () => number | undefined,
  customer: () => string | undefined = () => undefined,
): Typed {
  const draft = signal<Draft>(empty);
  const history = signal<FilledValues>([]);
  let kept = empty;
  let loading: Promise<boolean> | undefined;

  /** Before there is a project, only what was committed for others is known. */
  async function readHistory(): Promise<boolean> {
    history.value = await book.history().catch(() => history.value);
    return false;
  }

  async function read(project: number): Promise<boolean> {
    try {
      const [past, before] = await Promise.all([book.history(), book.draft(project)]);
      kept = before;
      batch(() => {
        history.value = past;
        const {values, left, lines} = draft.value;
        draft.value = {
          values: new Map([...kept.values, ...values]),
          left: new Set([...kept.left, ...left]),
          lines: new Map([...kept.lines, ...lines]),
        };
      });
      return true;
    } catch {
      // Without them there are fewer suggestions, and the form starts empty.
      return false;
    }
  }

  /** Resolves to whether what was kept before is known: before that, nothing may be written over it. */
  function load(): Promise<boolean> {
    const project = projectId();
    if (project === undefined) return readHistory();
    loading ??= read(project);
    return loading;
  }

  async function keep(): Promise<void> {
    const project = projectId();
    if (project === undefined || !(await load())) return;
    // A draft that cannot be kept is still there until the page is left.
    const [from, to] = [kept, draft.value];
    const isKept = await book.keepDraft(project, from, to).then(
      () => true,
      () => false,
    );
    if (isKept) kept = to;
  }

  return {
    draft,
    history,
    keep,

    keepLeaving() {
      const project = projectId();
      if (project !== undefined) book.keepDraftLeaving(project, kept, draft.value);
    },

    async load() {
      await load();
    },

    async learn(keys, filled) {
      const project = projectId();
      const others = <T>(all: ReadonlyMap<string, T>) =>
        new Map([...all].filter(([key]) => !keys.has(key.split('\n')[0] ?? key)));
      draft.value = {...draft.value, values: others(draft.value.values), lines: others(draft.value.lines)};
      if (project === undefined) return;
      const entries = filled.map(entry => ({...entry, project, customer: customer()}));
      history.value = withFilled(history.value, entries);
      // What cannot be kept is offered until the page is left.
      await Promise.allSettled([book.learn(entries), keep()]);
    },
  };
}

const ofStores = new WeakMap<Store, Typed>();

/** What was typed and committed for the placeholders of a store's project: one for all forms that are opened. */
export function typedOf(store: Store): Typed {
  const known = ofStores.get(store);
  if (known) return known;
  const project = () => {
    const fact = store.facts.value.project;
    return fact?.state === 'known' ? fact.value : undefined;
  };
  const typed = createTyped(
    store.valuesBook,
    () => project()?.id,
    () => {
      const known = project();
      return known && customerName(known, store.sources.workspace);
    },
  );
  ofStores.set(store, typed);
  return typed;
}
