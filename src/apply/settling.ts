import type {Change} from '../changes/change.ts';
import {
  type Journal,
  type JournalEntry,
  withoutSent,
  withSettled,
  withUndone,
  withUndoSent,
} from '../changes/journal.ts';
import type {Outcome} from '../changes/outcome.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import {remainsOf, settle} from './apply.ts';
import type {Settled} from './executor.ts';
import type {Means} from './means.ts';

/**
 * Milliseconds for which a change that was sent may still be under way: GitLab ends a request after a minute, and a transfer can be a
 * job, which waits for others.
 */
const mayTake = ({kind}: Change) => (kind === 'move' || kind === 'move-back' ? 3_600_000 : 120_000);

/** Whether a change that was sent is surely not under way any more. @param at when it was sent, and @param now: date and time (ISO) */
function isOver(change: Change, at: string, now: string): boolean {
  // The clock can have been set meanwhile.
  return Math.abs(Date.parse(now) - Date.parse(at)) > mayTake(change);
}

/** The journal as it is kept. */
export interface KeptJournal {
  /** Undefined where it is not known yet whose it is. */
  readonly read: () => Promise<Journal | undefined>;
  /** @returns why it was not kept */
  readonly keep: (step: (journal: Journal) => Journal) => Promise<Problem | undefined>;
  /** Ids of the entries that this page is making. */
  readonly underWay: Set<string>;
}

/** Looks what became of what takes something back. Undefined where that cannot be told. */
export async function whatCameBack(means: Means, undo: Change): Promise<Settled> {
  return settle(means, undo, {undo: undefined, isUndo: true}).catch(() => undefined);
}

/**
 * Looks what became of changes that were sent, and whose end this page or another one did not see.
 *
 * @param now date and time (ISO)
 */
export async function settleSent(
  means: Means,
  journal: Journal,
  now: string,
  {keep, underWay}: Pick<KeptJournal, 'keep' | 'underWay'>,
): Promise<void> {
  for (const {id, at, sent, undo, undoSent, undoSentAt, isOwnerless} of journal) {
    if ((sent === undefined && !undoSent) || underWay.has(id) || isOwnerless) continue;
    if (sent === undefined) {
      const back = undo && (await whatCameBack(means, undo));
      if (undo === undefined || back === undefined) continue;
      if (back !== 'not-made') await keep(known => withUndone(known, id, back.left));
      else if (isOver(undo, undoSentAt ?? at, now)) await keep(known => withUndoSent(known, id, undefined));
      continue;
    }
    const settled = await settle(means, sent, {undo, isUndo: false}).catch(() => undefined);
    if (settled === undefined) continue;
    if (settled !== 'not-made') await keep(known => withSettled(known, id, settled));
    // Right after it was sent, GitLab or another page may still be at it.
    else if (isOver(sent, at, now)) {
      const left = await remainsOf(means, sent).catch(() => undefined);
      if (left !== undefined) await keep(known => withoutSent(known, id, left));
    }
  }
}

/** A change that this page sent, and whose end it did not see. */
export interface Unseen {
  /** The id of its entry in the journal. */
  readonly id: string;
  readonly change: Change;
  /** What takes it back. */
  readonly undo: Change | undefined;
}

/** What a look says of an earlier try. */
export type EarlierTry =
  | {readonly state: 'made'; readonly entry: JournalEntry; readonly outcome: Outcome}
  | {readonly state: 'not-made'; readonly entry: JournalEntry}
  | {readonly state: 'not-known'};

/** Looks what became of an earlier try, and keeps that it was made. One that was taken back since, or put out of the journal, is none. */
export async function settleEarlier(
  means: Means,
  {id, change, undo}: Unseen,
  {read, keep}: Pick<KeptJournal, 'read' | 'keep'>,
): Promise<EarlierTry> {
  const entry = (await read())?.find(known => known.id === id);
  if (entry === undefined || entry.undone) return {state: 'not-known'};
  const outcome = await settle(means, change, {undo, isUndo: false}).catch(() => undefined);
  if (outcome === undefined) return {state: 'not-known'};
  // An entry that was settled before is no open one: what was made since is another change.
  if (outcome === 'not-made') return entry.sent === undefined ? {state: 'not-known'} : {state: 'not-made', entry};
  await keep(known => withSettled(known, id, outcome));
  const [settled = entry] = withSettled([entry], id, outcome);
  return {state: 'made', entry: settled, outcome};
}
