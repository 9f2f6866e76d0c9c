import {batch, type ReadonlySignal, signal} from '@preact/signals-core';
import type {Change} from '../changes/change.ts';
import type {JournalEntry} from '../changes/journal.ts';
import {withValue} from './with-value.ts';

/** A change that can be taken back: by which change, and its place in the journal. */
export interface Undo {
  readonly change: Change;
  readonly entryId: string;
}

/** What can be taken back, by a row's id. */
export interface Undos {
  /** What takes a row's last change back. */
  readonly undos: ReadonlySignal<ReadonlyMap<string, Undo | undefined>>;
  /** What a row's last change did, while it can be taken back. */
  readonly dones: ReadonlySignal<ReadonlyMap<string, JournalEntry>>;
  /** The change that was made last on this page, while it can be taken back. */
  readonly lastMade: ReadonlySignal<JournalEntry | undefined>;
  /** @param entry what was done; @param isMade whether it was made on this page just now */
  set(row: string, undo: Undo | undefined, entry?: JournalEntry, isMade?: boolean): void;
  /** Takes back what would take back entries of the journal that are gone. @param gone their ids */
  forget(gone: ReadonlySet<string>): void;
}

/** Nothing can be taken back yet. */
export function createUndos(): Undos {
  const undos = signal<ReadonlyMap<string, Undo | undefined>>(new Map());
  const dones = signal<ReadonlyMap<string, JournalEntry>>(new Map());
  const lastMade = signal<JournalEntry | undefined>(undefined);

  function set(row: string, undo: Undo | undefined, entry?: JournalEntry, isMade = false): void {
    batch(() => {
      undos.value = withValue(undos.value, row, undo);
      dones.value = withValue(dones.value, row, undo && entry);
      if (undo === undefined && lastMade.value?.check === row) lastMade.value = undefined;
      if (undo !== undefined && isMade) lastMade.value = entry;
    });
  }

  return {
    undos,
    dones,
    lastMade,
    set,
    forget(gone) {
      for (const [row, undo] of undos.value) if (undo !== undefined && gone.has(undo.entryId)) set(row, undefined);
    },
  };
}
