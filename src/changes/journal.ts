import type {Said} from '../texts/said.ts';
import type {Change} from './change.ts';
import {donePart} from './done-part.ts';
import type {ChangeWords} from './kinds/kind.ts';
import {wordsOfChange} from './kinds.ts';
import {eachOnce, type Outcome} from './outcome.ts';

/** One change that was made here. */
export interface JournalEntry extends ChangeWords {
  /** Unique within a journal. */
  readonly id: string;
  /** Date and time (ISO). */
  readonly at: string;
  /** The name of who made it. */
  readonly by: string;
  /** Full path of the project or group, as it was then. */
  readonly where: string;
  /** Id of the row. */
  readonly check: string;
  /** What takes it back; undefined where nothing does, and where it was too large to be kept. */
  readonly undo?: Change | undefined;
  readonly undone: boolean;
  /** The change itself, from before it is sent until it is known how that ended. */
  readonly sent?: Change | undefined;
  /** Whether what takes it back was sent, until it is known how that ended. */
  readonly undoSent?: boolean | undefined;
  /** When that was: date and time (ISO). */
  readonly undoSentAt?: string | undefined;
  /** What of it, or of what took it back, did not work although the rest did, or is to be known, one sentence each. */
  readonly left?: readonly Said[] | undefined;
  /** It was kept before users were told apart: it may be somebody else's, so it cannot be taken back. */
  readonly isOwnerless?: true | undefined;
}

/** All that is kept of a customer's changes, the latest first. */
export type Journal = readonly JournalEntry[];

/** What is told of what came of a change. */
type Result = Pick<Outcome, 'undo' | 'left' | 'done'>;

const mostEntries = 200;
/** Characters that what takes a change back may have to be kept. */
const longestUndo = 400_000;
/** Characters that all of a customer's entries may have together; the oldest lose what takes them back first. */
const longestJournal = 1_000_000;

/** Words of what of a change was done. */
function wordsOfDone(change: Change, {undo, left = [], done}: Result): ChangeWords {
  if (done !== undefined && done !== 'none') return wordsOfChange(done);
  return wordsOfChange(left.length > 0 ? donePart(change, undo) : change);
}

/** The entry for a change that was made. */
export function entryFor(
  change: Change,
  result: Result,
  about: {
    readonly id: string;
    readonly at: string;
    readonly by: string;
    readonly where: string;
    readonly check: string;
  },
): JournalEntry {
  const {undo, left = []} = result;
  const keepsUndo = undo !== undefined && JSON.stringify(undo).length <= longestUndo;
  return {
    ...about,
    ...wordsOfDone(change, result),
    ...(left.length > 0 ? {left} : {}),
    ...(keepsUndo ? {undo} : {}),
    undone: false,
  };
}

/** The journal with one more entry, or with what is known of it by now, within what a browser's storage takes. */
export function withEntry(journal: Journal, entry: JournalEntry): Journal {
  let room = longestJournal;
  const others = journal.filter(({id}) => id !== entry.id);
  // What was taken in from a file lies behind older ones.
  const newest = [entry, ...others.toSorted((one, other) => other.at.localeCompare(one.at))].slice(0, mostEntries);
  const within = new Map(
    newest.map(kept => {
      const {undo, ...words} = kept;
      // The change itself goes once it is known how it ended.
      room -= JSON.stringify({...kept, sent: undefined}).length;
      return [kept.id, room >= 0 ? kept : words];
    }),
  );
  return [entry, ...others].flatMap(({id}) => within.get(id) ?? []);
}

/** The journal without an entry: what it says was not done. */
export function withoutEntry(journal: Journal, id: string): Journal {
  return journal.filter(entry => entry.id !== id);
}

/** An entry for a change that is about to be sent: how it ends is not known yet. */
export function sentEntry(entry: JournalEntry, change: Change): JournalEntry {
  return {...entry, sent: change};
}

/** The journal in which it is known that an entry's change was made, and what came of it. */
export function withSettled(journal: Journal, id: string, result: Result): Journal {
  const {undo, left = []} = result;
  return withChanged(journal, id, ({sent, undo: _undo, ...words}) => ({
    ...words,
    ...(sent === undefined ? {} : wordsOfDone(sent, result)),
    ...(left.length > 0 ? {left} : {}),
    ...(undo === undefined ? {} : {undo}),
  }));
}

/**
 * The journal in which it is known that what was sent was not made: without its entry, or, where something of it is there all the
 * same, with that.
 *
 * @param left what is there, one sentence each
 */
export function withoutSent(journal: Journal, id: string, left: readonly Said[]): Journal {
  if (left.length === 0) return withoutEntry(journal, id);
  return withChanged(journal, id, ({sent: _sent, undo: _undo, ...entry}) => ({...entry, undone: true, left}));
}

function withChanged(journal: Journal, id: string, step: (entry: JournalEntry) => JournalEntry): Journal {
  return journal.map(entry => (entry.id === id ? step(entry) : entry));
}

/**
 * The journal in which it is kept that what takes an entry back was sent, or was not done.
 *
 * @param at when it was sent: date and time (ISO); undefined where it was not done
 */
export function withUndoSent(journal: Journal, id: string, at: string | undefined): Journal {
  return withChanged(journal, id, ({undoSent: _before, undoSentAt: _at, ...entry}) =>
    at === undefined ? entry : {...entry, undoSent: true, undoSentAt: at},
  );
}

/**
 * The journal in which an entry is marked as taken back.
 *
 * @param left what is to be known of that, one sentence each
 */
export function withUndone(journal: Journal, id: string, left: readonly Said[] = []): Journal {
  return withChanged(journal, id, ({undoSent: _sent, undoSentAt: _at, left: before = [], ...entry}) => {
    const all = eachOnce([...before, ...left]);
    return {...entry, undone: true, ...(all.length > 0 ? {left: all} : {})};
  });
}
