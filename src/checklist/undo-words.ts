import type {Change} from '../changes/change.ts';
import type {JournalEntry} from '../changes/journal.ts';
import type {Checklist} from './checklist.ts';

/**
 * Name of the field for a commit message, unique on the page: one and the same wherever an entry of the journal is taken back.
 *
 * @param entry the journal's entry that is taken back, if any
 */
export function messageField(check: string, entry = ''): string {
  return `message ${check} ${entry}`;
}

/** A journal's entry that is taken back by a commit. */
export interface CommittedUndo {
  readonly check: string;
  readonly entry: string;
  /** What the commit says, as proposed or as typed. */
  readonly message: string;
}

/** @returns the commit that takes an entry back, or undefined if no commit does */
export function committedUndo(
  {id, check, undo}: JournalEntry,
  {texts}: Pick<Checklist, 'texts'>,
): CommittedUndo | undefined {
  if (undo === undefined || !('message' in undo)) return undefined;
  return {check, entry: id, message: texts.all.value.get(messageField(check, id)) ?? undo.message};
}

/** @returns what takes an entry back, with the commit message that was typed for it */
export function undoAsTyped(entry: JournalEntry, checklist: Pick<Checklist, 'texts'>): Change | undefined {
  const {undo} = entry;
  const commit = committedUndo(entry, checklist);
  return undo !== undefined && 'message' in undo && commit ? {...undo, message: commit.message} : undo;
}
