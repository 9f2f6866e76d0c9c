import {batch, type ReadonlySignal, type Signal, signal} from '@preact/signals-core';
import {customerName} from '../customer/checks/customer.ts';
import {type Draft, noDraft, rebasedDraft} from '../customer/filling/draft.ts';
import type {EditedFile, Field} from '../customer/filling/files.ts';
import {placeDraft} from '../customer/filling/rebase-draft.ts';
import {problemOf} from '../gitlab/errors.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import {type FilledValue, type FilledValues, withFilled} from '../placeholders/history.ts';
import type {Checklist} from './checklist.ts';
import type {ValuesBook} from './values.ts';
import {answers} from './whose.ts';

/** What was typed for placeholders and not committed yet, and what was committed before. */
export interface Typed {
  /** Kept on this computer until it is committed. */
  readonly draft: Signal<Draft>;
  /** What was typed before users were told apart: it may be somebody else's, so it is shown and fills in nothing. */
  readonly ownerless: ReadonlySignal<Draft>;
  /** Values that were committed, for all customers. */
  readonly history: ReadonlySignal<FilledValues>;
  /** Why the browser does not keep the draft beyond this page. */
  readonly notKept: ReadonlySignal<Problem | undefined>;
  /** Reads both, once. */
  load(): Promise<void>;
  /** Reads both again, where they were read: by now it can be known whose they are. */
  reload(): Promise<void>;
  /**
   * Brings values for single places to where these are now; see {@link placeDraft}.
   *
   * @returns the values whose place is gone
   */
  place(files: readonly EditedFile[], fields: readonly Field[]): readonly string[];
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
  /**
   * Remembers of committed values that they were undone: they are offered from then on, and not filled in by themselves.
   *
   * @param meanings of the placeholders that are there again; see `meaningOf`
   */
  unlearn(meanings: ReadonlySet<string>): Promise<void>;
}

/**
 * @param projectId the customer's project, once it was read
 * @param customer the customer's name, where it is known
 */
export function createTyped(
  book: ValuesBook,
  projectId: () => number | undefined,
  customer: () => string | undefined = () => undefined,
): Typed {
  const draft = signal<Draft>(noDraft);
  const ownerless = signal<Draft>(noDraft);
  const history = signal<FilledValues>([]);
  const notKept = signal<Problem | undefined>(undefined);
  /** The user's own, as it is kept. */
  let kept = noDraft;
  let loading: Promise<boolean> | undefined;

  /** Before there is a project, only what was committed for others is known. */
  async function readHistory(): Promise<boolean> {
    history.value = await book.history().catch(() => history.value);
    return false;
  }

  async function read(project: number): Promise<boolean> {
    try {
      const [past, held] = await Promise.all([book.history(), book.draft(project)]);
      batch(() => {
        history.value = past;
        draft.value = rebasedDraft(held.own, kept, draft.value);
        kept = held.own;
        ownerless.value = held.others;
      });
      return true;
    } catch (error) {
      // Without them there are fewer suggestions, and the form starts empty.
      notKept.value = problemOf(error);
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
    const [from, to] = [kept, draft.value];
    try {
      await book.keepDraft(project, from, to);
      if (kept === from) kept = to;
      notKept.value = undefined;
    } catch (error) {
      // It is still there until the page is left.
      notKept.value = problemOf(error);
    }
  }

  return {
    draft,
    ownerless,
    history,
    notKept,
    keep,

    keepLeaving() {
      const project = projectId();
      if (project !== undefined) book.keepDraftLeaving(project, kept, draft.value);
    },

    async load() {
      await load();
    },

    async reload() {
      const project = projectId();
      if (project === undefined || loading === undefined) return;
      loading = read(project);
      await loading;
    },

    place(files, fields) {
      const placed = placeDraft(draft.value, files, fields);
      if (placed.draft === draft.value) return [];
      draft.value = placed.draft;
      return placed.lost;
    },

    async learn(keys, filled) {
      const project = projectId();
      const rest = <T>(all: ReadonlyMap<string, T>) =>
        new Map([...all].filter(([key]) => !keys.has(key.split('\n')[0] ?? key)));
      draft.value = {...draft.value, values: rest(draft.value.values), lines: rest(draft.value.lines)};
      if (project === undefined) return;
      const entries = filled.map(entry => ({...entry, project, customer: customer()}));
      history.value = withFilled(history.value, entries);
      // What cannot be kept is offered until the page is left.
      await Promise.allSettled([book.learn(entries), keep()]);
    },

    async unlearn(meanings) {
      const of = projectId();
      await load();
      const entries = history.value
        .filter(({project, meaning}) => project === of && meanings.has(meaning))
        .map(entry => ({...entry, undone: true as const}));
      if (entries.length === 0) return;
      history.value = withFilled(history.value, entries);
      await book.learn(entries).catch(() => undefined);
    },
  };
}

const ofStores = new WeakMap<Checklist, Typed>();

/** What was typed and committed for the placeholders of a checklist's project: one for all forms that are opened. */
export function typedOf(checklist: Checklist): Typed {
  const known = ofStores.get(checklist);
  if (known) return known;
  const project = () => {
    const fact = checklist.facts.value.project;
    return fact?.state === 'known' ? fact.value : undefined;
  };
  const typed = createTyped(
    checklist.valuesBook,
    () => project()?.id,
    () => {
      const known = project();
      return known && customerName(known, checklist.sources.workspace);
    },
  );
  ofStores.set(checklist, typed);
  answers.subscribe(count => {
    if (count > 0) void typed.reload();
  });
  return typed;
}
