import {batch, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import {type FilledValue, type FilledValues, withFilled} from '../placeholders/learned.ts';
import type {Draft, ValuesBook} from './values.ts';

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
  /** Remembers committed values and forgets the draft. */
  learn(filled: readonly Omit<FilledValue, 'project'>[]): Promise<void>;
}

const empty: Draft = {values: new Map(), left: new Set()};

/** @param projectId the customer's project, once it was read */
export function createTyped(book: ValuesBook, projectId: () => number | undefined): Typed {
  const draft = signal<Draft>(empty);
  const history = signal<FilledValues>([]);
  let isLoaded = false;
  return {
    draft,
    history,

    async load() {
      const project = projectId();
      if (isLoaded || project === undefined) return;
      isLoaded = true;
      try {
        const [past, kept] = await Promise.all([book.history(), book.draft(project)]);
        batch(() => {
          history.value = past;
          if (draft.value === empty) draft.value = kept;
        });
      } catch {
        // Without them there are fewer suggestions, and the form starts empty.
      }
    },

    async keep() {
      const project = projectId();
      // A draft that cannot be kept is still there until the page is left.
      if (project !== undefined) await book.keepDraft(project, draft.value).catch(() => undefined);
    },

    async learn(filled) {
      const project = projectId();
      draft.value = empty;
      if (project === undefined) return;
      const entries = filled.map(entry => ({...entry, project}));
      history.value = withFilled(history.value, entries);
      // What cannot be kept is offered until the page is left.
      await Promise.allSettled([book.learn(entries), book.keepDraft(project, empty)]);
    },
  };
}
