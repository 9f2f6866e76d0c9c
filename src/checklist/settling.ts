import type {Settled} from '../apply/executor.ts';
import type {Means} from '../apply/means.ts';
import type {Change} from '../changes/change.ts';
import {type Journal, withoutEntry, withSettled, withUndone, withUndoSent} from '../changes/journal.ts';

/** Milliseconds for which a change that was sent may still be under way. A transfer can be a job, which waits for others. */
const mayTake = (change: Change) => (change.kind === 'move' ? 3_600_000 : 10_000);

interface SettlingOptions {
  readonly means: Means;
  /** Date and time (ISO). */
  readonly now: () => string;
  readonly read: () => Promise<Journal | undefined>;
  readonly keep: (step: (journal: Journal) => Journal) => Promise<void>;
  /** Ids of the journal's entries that this page is making. */
  readonly underWay: ReadonlySet<string>;
}

/** Looks what became of what takes something back. Undefined where that cannot be told. */
export async function whatCameBack(means: Means, undo: Change): Promise<Settled> {
  const {settle} = await import('../apply/make.ts');
  return settle(means, undo, {undo: undefined, isUndo: true}).catch(() => undefined);
}

/** Looks what became of changes that were sent, and whose end this page or another one did not see. */
export async function settleSent({means, now, read, keep, underWay}: SettlingOptions): Promise<void> {
  for (const {id, at, sent, undo, undoSent, isOwnerless} of (await read()) ?? []) {
    if ((sent === undefined && !undoSent) || underWay.has(id) || isOwnerless) continue;
    if (sent === undefined) {
      const back = undo && (await whatCameBack(means, undo));
      if (back === undefined) continue;
      await keep(kept => (back === 'not-made' ? withUndoSent(kept, id, false) : withUndone(kept, id, back.left)));
      continue;
    }
    const {settle} = await import('../apply/make.ts');
    const settled = await settle(means, sent, {undo, isUndo: false}).catch(() => undefined);
    if (settled === undefined) continue;
    if (settled !== 'not-made') await keep(kept => withSettled(kept, id, settled));
    // Right after it was sent, GitLab or another page may still be at it.
    else if (Math.abs(Date.parse(now()) - Date.parse(at)) > mayTake(sent)) await keep(kept => withoutEntry(kept, id));
  }
}
