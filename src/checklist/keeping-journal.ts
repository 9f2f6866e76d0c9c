import {batch, type Signal, signal} from '@preact/signals-core';
import {StorageFull} from '../browser/storage-error.ts';
import type {Journal} from '../changes/journal.ts';
import {problemOf} from '../gitlab/errors.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import {inTurn, said} from '../texts/said.ts';
import type {JournalBook} from './journal-book.ts';

/** The journal of a project or group, as it is shown and kept. */
export interface KeepingJournal {
  /** Undefined until it was asked for. */
  readonly journal: Signal<Journal | undefined>;
  /** As it is kept now; undefined where it is not known yet whose it is. */
  read(): Promise<Journal | undefined>;
  /** Keeps it. That it could not be kept is told. @returns why not */
  keep(step: (journal: Journal) => Journal): Promise<Problem | undefined>;
  /** Shows it as it is kept; that an entry could not be kept stays told. */
  load(): Promise<void>;
}

interface KeepingOptions {
  /** Undefined until it is known of which project or group it is. */
  readonly book: () => JournalBook | undefined;
  readonly notKept: Signal<Problem | undefined>;
  /** Told, with what is shown, of entries that were forgotten, by their ids. */
  readonly onForgotten: (ids: ReadonlySet<string>) => void;
  /** Told, with what is shown, of shown entries that turned out to be taken back. */
  readonly onUndone: (entries: Journal) => void;
  /** Told of all that is kept. */
  readonly onKept: (entries: Journal) => void;
}

/** Why the journal was not kept, and what follows. */
function journalNotKept(error: unknown): Problem {
  const {words, ...problem} = problemOf(error);
  if (problem.kind !== 'not-kept') return {words, ...problem};
  const why =
    error instanceof StorageFull ? [said('checklist.journalFull')] : [said('checklist.journalNotKept'), words];
  return {...problem, words: inTurn(...why, said('checklist.undoneUntilLeft'))};
}

/** A journal of which nothing is shown yet. */
export function createKeepingJournal({book, notKept, onForgotten, onUndone, onKept}: KeepingOptions): KeepingJournal {
  const journal = signal<Journal | undefined>(undefined);
  /** Why it could not be loaded, as long as that is what is told. */
  let notLoaded: Problem | undefined;

  async function update(step: (journal: Journal) => Journal, settles: () => boolean): Promise<Problem | undefined> {
    try {
      const kept = await book()?.update(step);
      if (kept === undefined) return undefined;
      const left = new Set(kept.map(({id}) => id));
      const gone = new Set(journal.value?.map(({id}) => id).filter(id => !left.has(id)));
      const open = new Set(journal.value?.flatMap(({id, undone}) => (undone ? [] : [id])));
      batch(() => {
        journal.value = kept;
        if (settles()) notKept.value = undefined;
        onForgotten(gone);
        onUndone(kept.filter(({id, undone}) => undone && open.has(id)));
        onKept(kept);
      });
      return undefined;
    } catch (error) {
      notKept.value = journalNotKept(error);
      return notKept.value;
    }
  }

  return {
    journal,
    read: async () => book()?.read(),

    keep: step => update(step, () => true),

    async load() {
      notLoaded = await update(
        kept => kept,
        () => notKept.value === notLoaded,
      );
    },
  };
}
