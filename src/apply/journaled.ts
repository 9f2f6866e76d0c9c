import {dequal} from 'dequal/lite';
import type {Change} from '../changes/change.ts';
import {entryFor, type JournalEntry, sentEntry, withEntry, withoutEntry} from '../changes/journal.ts';
import type {Outcome} from '../changes/outcome.ts';
import {makeChange} from './make.ts';
import type {Means, Watch} from './means.ts';
import {type EarlierTry, type KeptJournal, settleEarlier, type Unseen} from './settling.ts';

/** What came of a row's change. */
export interface Journaled extends Pick<Outcome, 'left' | 'goTo'> {
  /** Its entry, where it can be taken back. */
  readonly entry: JournalEntry | undefined;
  /** Whether it was so already, and nobody did it from here. */
  readonly wasSo: boolean;
}

/** How a row's change is made and written down. */
export interface JournalWatch extends KeptJournal, Pick<Watch, 'onProgress' | 'isStopped'> {
  /** What the journal says of it beside its words. */
  readonly about: Pick<JournalEntry, 'id' | 'at' | 'by' | 'where' | 'check'>;
  /** What this page sent for its rows and did not see the end of, by the row's id; it is kept here. */
  readonly unseen: Map<string, Unseen>;
  /** Told of what was made. @param undo what takes it back, which can be too large for the entry */
  readonly onMade: (entry: JournalEntry, undo: Change | undefined) => void;
  /** Told that an earlier try made something else than what is made now. */
  readonly onEarlier: (entry: JournalEntry) => void;
}

/**
 * Makes a row's change, of which the journal says what is so at any moment. Where the end of an earlier try was not seen, that is looked
 * at first: what it made is not made again and is from here, and what it did not make goes on as the same entry.
 *
 * @throws GitLabError as makeChange does
 */
export async function makeJournaled(means: Means, change: Change, watch: JournalWatch): Promise<Journaled> {
  const {unseen, underWay, about, onMade, onEarlier} = watch;
  const earlier = unseen.get(about.check);
  if (earlier?.change.kind !== change.kind) return makeAfter(means, change, watch);

  const look = async (): Promise<EarlierTry> => {
    const found = await settleEarlier(means, earlier, watch);
    if (found.state === 'made') {
      unseen.delete(about.check);
      onMade(found.entry, found.outcome.undo);
    }
    return found;
  };
  const made = ({entry, outcome: {undo, left, goTo}}: Extract<EarlierTry, {state: 'made'}>): Journaled => ({
    ...(left && {left}),
    goTo,
    entry: undo && entry,
    wasSo: false,
  });

  underWay.add(earlier.id);
  try {
    const before = await look();
    const isSame = dequal(earlier.change, change);
    if (before.state === 'made') {
      if (isSame) return made(before);
      onEarlier(before.entry);
    }
    const now = await makeAfter(means, change, watch, before.state === 'not-made' && isSame ? before.entry : undefined);
    if (!now.wasSo || before.state === 'made') return now;
    // GitLab can have been at it still when it was looked at first.
    const late = await look();
    return late.state === 'made' ? made(late) : now;
  } finally {
    underWay.delete(earlier.id);
  }
}

/** Makes it. @param open the entry of an earlier try, of which nothing was made so far: this one goes on with it */
async function makeAfter(
  means: Means,
  change: Change,
  {about, unseen, keep, onProgress, isStopped, onMade}: JournalWatch,
  open?: JournalEntry,
): Promise<Journaled> {
  const before = unseen.get(about.check);
  const words = {...about, id: open?.id ?? about.id};
  /** The journal as it was before this was sent. */
  const withoutThis = () => keep(kept => (open ? withEntry(kept, open) : withoutEntry(kept, words.id)));
  let wasSent = false;
  const {
    undo,
    left = [],
    done,
    goTo,
  } = await makeChange(means, change, {
    onProgress,
    isStopped,
    isUndo: false,
    async onSending(undoing) {
      wasSent = true;
      unseen.set(about.check, {id: words.id, change, undo: undoing});
      return keep(kept => withEntry(kept, sentEntry(entryFor(change, {undo: undoing}, words), change)));
    },
    async onNotMade() {
      if (before) unseen.set(about.check, before);
      else unseen.delete(about.check);
      await withoutThis();
    },
  });
  if (wasSent) unseen.delete(about.check);
  // Somebody else did it meanwhile, or nothing of it was done: the journal says only what was done from here.
  if (done === 'none' || (!wasSent && undo === undefined)) {
    if (wasSent) await withoutThis();
    return {left, goTo, entry: undefined, wasSo: done !== 'none' || left.length === 0};
  }
  const entry = entryFor(change, {undo, left, ...(done && {done})}, words);
  onMade(entry, undo);
  await keep(kept => withEntry(kept, entry));
  return {left, goTo, entry: undo && entry, wasSo: false};
}
