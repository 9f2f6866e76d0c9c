import {batch, type ReadonlySignal, type Signal, signal} from '@preact/signals-core';
import type {Journaled} from '../apply/journaled.ts';
import type {Means, Watch} from '../apply/means.ts';
import type {Unseen} from '../apply/settling.ts';
import type {Change} from '../changes/change.ts';
import type {Journal, JournalEntry} from '../changes/journal.ts';
import {touchedBy} from '../changes/kinds.ts';
import {type Check, isRight, type Verdict} from '../customer/checks/check.ts';
import {problemOf} from '../gitlab/errors.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import {checklistTexts} from '../texts/checklist.ts';
import {type Said, said} from '../texts/said.ts';
import {createAhead, isRemark, type RemarkChange} from './ahead.ts';
import type {JournalBook} from './journal-book.ts';
import {createKeepingJournal, type KeepingJournal} from './keeping-journal.ts';
import {type Made, notBegun} from './made.ts';
import {createReadBack} from './read-back.ts';
import type {Reading} from './reading.ts';
import type {PartsDone} from './row.ts';
import {createUndos, type Undo, type Undos} from './undos.ts';
import {withValue} from './with-value.ts';

/** What makes changes: it is loaded with the first. */
type Makers = typeof import('../apply/loaded.ts');

/** By a row's id. */
type ByRow<T> = ReadonlySignal<ReadonlyMap<string, T>>;

/** The changes of a checklist's rows: made, taken back, and written into its journal. */
export interface Making extends Pick<KeepingJournal, 'journal'>, Pick<Undos, 'undos' | 'dones' | 'lastMade'> {
  readonly changing: ReadonlySignal<ReadonlySet<string>>;
  /** What people said of rows and is not kept yet. */
  readonly ahead: ByRow<RemarkChange>;
  readonly progress: ByRow<PartsDone>;
  /** Why a row's last change did not work. */
  readonly problems: Signal<ReadonlyMap<string, Problem>>;
  /** What of a row's last change did not work although the rest did. */
  readonly leftovers: Signal<ReadonlyMap<string, readonly Said[]>>;
  /** What was done last, for screen readers. */
  readonly announcement: ReadonlySignal<string>;
  /** Makes a row's change; a second call while the first is under way does nothing. */
  make(check: Check, change: Change): Promise<Made>;
  takeBack(check: Check, undo: Undo): Promise<Made>;
  /**
   * From now on the rows of what is changed stay in work until what this returns is called, and all of it is read again once then.
   */
  readOnce(): () => Promise<void>;
  /** Ends a change of many parts after the parts under way. */
  stop(check: Check): void;
  loadJournal(): Promise<void>;
  /** Looks what became of changes that were sent, and whose end this page or another one did not see. */
  settleSent(): Promise<void>;
  /** Offers to undo a move that led to this page a short while ago. */
  recallMove(): Promise<void>;
}

interface MakingOptions {
  readonly means: Means;
  readonly reading: Reading;
  /** Undefined until it is known of which project or group it is. */
  readonly book: () => JournalBook | undefined;
  readonly notKept: Signal<Problem | undefined>;
  /** Date and time (ISO). */
  readonly now: () => string;
  readonly checkAlive: () => boolean;
  readonly goTo: (url: string) => void;
  /** What the journal says of where and by whom something is done. */
  readonly about: () => {readonly by: string; readonly where: string};
  readonly verdictOf: (check: Check) => Verdict | undefined;
  /** Done before a row's change is made. */
  readonly before: (change: Change) => Promise<void>;
  /** Done after it was made and what it touched was read, while its row is still in work. */
  readonly after: (change: Change) => Promise<void>;
}

/** Milliseconds after which a move is only taken back from the journal. */
const recent = 3_600_000;

/** What a row says whose change was not needed any more. */
export const wasSo = said('checklist.wasSo');

/** Changes of a checklist of which none was made yet. */
export function createMaking(options: MakingOptions): Making {
  const {means, reading, book, notKept, now, checkAlive, goTo, about, verdictOf, before, after} = options;
  const changing = signal<ReadonlySet<string>>(new Set());
  const ahead = createAhead(means.notebook, reading.endedBy);
  const readBack = createReadBack(reading);
  /** Rows whose work is done, and which are to be read again. */
  const unread = new Set<string>();
  const progress = signal<ReadonlyMap<string, PartsDone>>(new Map());
  const problems = signal<ReadonlyMap<string, Problem>>(new Map());
  const leftovers = signal<ReadonlyMap<string, readonly Said[]>>(new Map());
  const {undos, dones, lastMade, set: setUndo, forget: forgetUndos} = createUndos();
  const announcement = signal('');
  const stopped = new Set<string>();
  /** Ids of the journal's entries that this page is making. */
  const underWay = new Set<string>();
  const unseen = new Map<string, Unseen>();
  /** The same of all that this page made or has seen of others. */
  const seen = new Set<string>();
  const since = now();

  const {journal, read, keep, load} = createKeepingJournal({
    book,
    notKept,
    // Rows offer no undo whose entry was forgotten. One whose entry could never be kept stays until the page is left.
    onForgotten: forgetUndos,
    onUndone: follow,
    onKept: followOthers,
  });

  /** Rows say what is so after another tab took something back; after this one did, that is read anyway. */
  function follow(undone: Journal): void {
    const others = undone.filter(({id}) => !underWay.has(id));
    forgetUndos(new Set(others.map(({id}) => id)));
    const touched = others.flatMap(({undo}) => (undo ? touchedBy(undo) : []));
    if (touched.length > 0) void reading.read(new Set(touched), {isQuiet: true});
  }

  /** Rows say what is so after another tab changed something while this page was open. */
  function followOthers(kept: Journal): void {
    const made = kept.filter(({id, at, sent}) => at >= since && sent === undefined && !seen.has(id));
    for (const {id} of made) seen.add(id);
    const touched = made.flatMap(({undo}) => (undo ? touchedBy(undo) : []));
    if (touched.length > 0) void reading.read(new Set(touched), {isQuiet: true});
  }

  /** Does a row's work, unless other work of it is under way. */
  async function work(...[check, change, act]: Parameters<typeof workNow>): Promise<Made> {
    // What people say is kept one after the other.
    const isBusy = changing.value.has(check.id) && !unread.has(check.id);
    const isFree = !isBusy || (isRemark(change) && ahead.remarks.value.has(check.id));
    if (!isFree || !checkAlive()) return notBegun;
    const now = () => workNow(check, change, act);
    return isRemark(change) ? ahead.keep(check.id, change, now) : now();
  }

  /** Does a row's work and reads again what it touched, however it ended: an answer can be lost. Tells what went wrong. */
  async function workNow(
    check: Check,
    change: Change,
    act: (makers: Makers, watch: Pick<Watch, 'onProgress' | 'isStopped'>) => Promise<Journaled>,
  ): Promise<Made> {
    stopped.delete(check.id);
    unread.delete(check.id);
    batch(() => {
      changing.value = new Set([...changing.value, check.id]);
      problems.value = withValue(problems.value, check.id, undefined);
      leftovers.value = withValue(leftovers.value, check.id, undefined);
    });
    let isRead = true;
    const readTouched = async (problem?: Problem) => {
      isRead = await readBack.read(change, problem);
    };
    try {
      const outcome = await act(await import('../apply/loaded.ts'), {
        onProgress(count, all, words) {
          progress.value = withValue(progress.value, check.id, {done: count, all, words});
        },
        isStopped: () => stopped.has(check.id),
      });
      const {entry, left = []} = outcome;
      leftovers.value = withValue(leftovers.value, check.id, outcome.wasSo ? [...left, wasSo] : left);
      // What is left to be told would be lost with the page; that the project moved is told there too.
      if (outcome.goTo !== undefined && left.length === 0) {
        announcement.value = checklistTexts.newPageOpens;
        goTo(outcome.goTo);
      } else {
        await readTouched();
        await after(change);
        if (isRead)
          announcement.value = checklistTexts.rowIsNow(isRight(verdictOf(check)) ? check.title : check.failureTitle);
      }
      return {isMade: true, entry, left};
    } catch (error) {
      const problem = problemOf(error);
      problems.value = withValue(problems.value, check.id, problem);
      await readTouched(problem);
      return {isMade: false, problem};
    } finally {
      batch(() => {
        if (isRead) changing.value = new Set([...changing.value].filter(id => id !== check.id));
        else unread.add(check.id);
        progress.value = withValue(progress.value, check.id, undefined);
      });
    }
  }

  async function make(check: Check, change: Change): Promise<Made> {
    await before(change);
    const at = now();
    const id = crypto.randomUUID();
    underWay.add(id);
    seen.add(id);
    let earlier: JournalEntry | undefined;
    const made = await work(check, change, ({makeJournaled}, watch) =>
      makeJournaled(means, change, {
        ...watch,
        about: {id, at, ...about(), check: check.id},
        unseen,
        underWay,
        read,
        keep,
        onMade: (entry, undo) => setUndo(check.id, undo && {change: undo, entryId: entry.id}, entry, true),
        onEarlier(entry) {
          earlier = entry;
        },
      }),
    ).finally(() => underWay.delete(id));
    return {...made, earlier};
  }

  async function takeBack(check: Check, {change, entryId}: Undo): Promise<Made> {
    underWay.add(entryId);
    return work(check, change, async ({makeChange, whatCameBack, withUndone, withUndoSent}, watch) => {
      const onNotMade = () => keep(kept => withUndoSent(kept, entryId, undefined));
      const outcome = await makeChange(means, change, {
        ...watch,
        onSending: () => keep(kept => withUndoSent(kept, entryId, now())),
        onNotMade,
        isUndo: true,
      });
      const {left = []} = outcome;
      // Where only a part came back, the rest can still be taken back, and what did is not done twice.
      const isPart = left.length > 0 && change.kind !== 'move-back';
      const back = isPart ? await whatCameBack(means, change) : undefined;
      if (back === 'not-made') await onNotMade();
      else if (!isPart || back !== undefined) {
        if (undos.value.get(check.id)?.entryId === entryId) setUndo(check.id, undefined);
        await keep(kept => withUndone(kept, entryId, left));
      }
      return {...outcome, entry: undefined, wasSo: false};
    }).finally(() => underWay.delete(entryId));
  }

  async function recallMove(): Promise<void> {
    const of = reading.main();
    const known = await read();
    if (of === undefined || known === undefined) return;
    const last = known.find(({check, undone}) => check === 'location' && !undone);
    // The clock can have been set meanwhile.
    const age = Math.abs(Date.parse(now()) - Date.parse(last?.at ?? ''));
    const group = of.path.slice(0, of.path.lastIndexOf('/'));
    if (last?.undo?.kind !== 'move-back' || last.undo.from.path !== group || age > recent) return;
    const {undo} = last;
    batch(() => {
      // Where the entry is forgotten, this goes with it.
      journal.value ??= known;
      setUndo('location', {change: undo, entryId: last.id}, last);
    });
  }

  return {
    journal,
    changing,
    ahead: ahead.remarks,
    readOnce: () =>
      readBack.hold(() => {
        changing.value = new Set([...changing.value].filter(id => !unread.has(id)));
        unread.clear();
      }),
    progress,
    problems,
    leftovers,
    undos,
    dones,
    lastMade,
    announcement,
    make,
    takeBack,
    stop: check => void stopped.add(check.id),
    loadJournal: load,
    async settleSent() {
      const kept = (await read()) ?? [];
      if (!kept.some(({sent, undoSent}) => sent ?? undoSent)) return;
      const {settleSent} = await import('../apply/loaded.ts');
      await settleSent(means, kept, now(), {keep, underWay});
    },
    recallMove,
  };
}
