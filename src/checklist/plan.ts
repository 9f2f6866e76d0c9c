import {batch, computed, signal} from '@preact/signals-core';
import type {JournalEntry} from '../changes/journal.ts';
import {wordsOfChange} from '../changes/kinds.ts';
import {fewAtATime} from '../gitlab/pool.ts';
import {planTexts} from '../texts/checklist-plan.ts';
import type {Checklist} from './checklist.ts';
import {
  changesOf,
  type Look,
  leftOf,
  lookAtOne,
  lookAtOneOfMany,
  type PlannedChange,
  rereadSharers,
  type Track,
  tracksOf,
} from './plan-look.ts';
import {asNow, changeNow, makePlanned, openEntries, takeBackPlanned} from './plan-outcome.ts';
import type {Outcome, OwnItem, Plan, PlanItem, PlanProgress, PlanResult, PlanState} from './planned.ts';

export type {Plan, PlanItem, PlanResult, PlanState} from './planned.ts';

/** Checklists that are worked on at the same time, or changes of the same one. */
const together = 3;

const undoable: ReadonlySet<PlanResult> = new Set(['done', 'partly', 'partly-undone']);
const open: ReadonlySet<PlanResult> = new Set(['waiting', 'running']);

interface PlanOptions {
  /** Told when a checklist says something else. */
  readonly onChanged?: (checklist: Checklist) => void;
  /**
   * Does something in one tab at a time: a second one would send again what the first is about to send.
   *
   * @param work what is done; when its signal is aborted it begins nothing more
   *   It is not called where another tab has it.
   */
  readonly hold?: (name: string, work: (signal: AbortSignal) => Promise<void>) => Promise<unknown>;
}

async function holdNothing(_name: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  await work(new AbortController().signal);
}

/** What a plan's changes are held by, also while one is tried again: the one project that they are of, or all that there are. */
function nameOf(items: readonly PlannedChange[]): string {
  const addresses = new Set(items.map(({checklist}) => checklist.address.value));
  return `changes:${addresses.size === 1 ? [...addresses][0] : ''}`;
}

export function createPlan({onChanged = () => undefined, hold = holdNothing}: PlanOptions = {}): Plan {
  const state = signal<PlanState>('none');
  const items = signal<readonly OwnItem[]>([]);
  const left = signal<readonly string[]>([]);
  const progress = signal<PlanProgress>({of: 'looks', done: 0, all: 0});
  /** Which preview is the shown one: an earlier one that still reads has nothing to say any more. */
  let previews = 0;

  const count = () => {
    progress.value = {...progress.value, done: progress.value.done + 1};
  };
  const withResult = (results: ReadonlySet<PlanResult>) =>
    items.value.filter(({outcome}) => results.has(outcome.peek().result));

  /** Reads a checklist again once, after the last of its changes that are gone through. @returns told of each that ended */
  function readingOnce(all: readonly OwnItem[]) {
    const open = new Map<Checklist, {count: number; readonly read: () => Promise<void>}>();
    for (const {checklist} of all) {
      const known = open.get(checklist) ?? {count: 0, read: checklist.readOnce()};
      known.count += 1;
      open.set(checklist, known);
    }
    const end = async (checklist: Checklist) => {
      const known = open.get(checklist);
      open.delete(checklist);
      await known?.read();
    };
    return {
      async ended(item: OwnItem) {
        await rereadSharers(item);
        for (const sharer of item.sharers) onChanged(sharer);
        const known = open.get(item.checklist);
        if (known) known.count -= 1;
        if (known?.count === 0) await end(item.checklist);
        onChanged(item.checklist);
      },
      /** Of those whose changes were not all gone through. */
      all: () => Promise.all([...open.keys()].map(end)),
    };
  }

  /** Nothing is under way any more. */
  function end(): void {
    batch(() => {
      const waiting = withResult(open);
      if (state.value === 'pausing' && waiting.length > 0) {
        state.value = 'paused';
        return;
      }
      for (const {outcome} of waiting) outcome.value = {result: 'stopped'};
      // What is tried again is what is shown by then.
      items.value = items.value.map(item => (item.outcome.peek().result === 'failed' ? asNow(item) : item));
      state.value = 'ended';
    });
  }

  /** Goes through changes as long as the state is the one that it was begun in. */
  async function goThrough(
    during: 'running' | 'undoing',
    tracks: readonly Track<OwnItem>[],
    act: (item: OwnItem) => Promise<void>,
  ): Promise<void> {
    state.value = during;
    const reading = readingOnce(tracks.flat(3));
    const goAlong = async (track: Track<OwnItem>) => {
      for (const turn of track) {
        await fewAtATime(turn, together, async mine => {
          for (const item of mine) {
            if (state.value !== during) return;
            await act(item);
            await reading.ended(item);
          }
        });
      }
    };
    try {
      await Promise.all(tracks.map(goAlong));
    } finally {
      await reading.all();
      end();
    }
  }

  function stop(): void {
    if (state.value === 'paused') end();
    if (state.value !== 'running' && state.value !== 'pausing' && state.value !== 'undoing') return;
    state.value = 'stopping';
    for (const {checklist, check} of withResult(new Set(['running']))) checklist.stop(check);
  }

  /** Makes some of the changes, in one tab at a time. */
  async function makeAll(these: readonly OwnItem[]): Promise<void> {
    const before = state.value;
    const {length} = items.value;
    progress.value = {of: 'changes', done: length - these.length, all: length};
    state.value = 'running';
    left.value = left.value.filter(sentence => sentence !== planTexts.otherTab);
    let isBegun = false;
    await hold(nameOf(items.value), async signal => {
      isBegun = true;
      signal.addEventListener('abort', stop);
      // Somebody can have stopped it before it began.
      if (state.value !== 'running') return end();
      await goThrough('running', tracksOf(these, false), async item => {
        item.outcome.value = {result: 'running'};
        item.outcome.value = await makePlanned(item, () => state.value === 'stopping', stop);
        if (item.outcome.value.result !== 'stopped') count();
      });
    });
    if (isBegun) return;
    batch(() => {
      state.value = before;
      left.value = [...left.value, planTexts.otherTab];
    });
  }

  const canRetry = (item: PlanItem) =>
    (item.outcome.value.result === 'failed' ||
      (item.outcome.value.result === 'partly' && changeNow(item) !== undefined)) &&
    state.value === 'ended' &&
    progress.value.of === 'changes' &&
    items.value.every(({checklist}) => checklist.endedBy.value === undefined);

  function show(looks: readonly Look[], notDone: readonly string[]): void {
    batch(() => {
      progress.value = {of: 'looks', done: looks.length, all: looks.length};
      items.value = changesOf(looks).map(planned => ({
        ...planned,
        outcome: signal<Outcome>({result: 'waiting'}),
        entries: signal<readonly JournalEntry[]>([]),
      }));
      left.value = notDone;
      state.value = 'preview';
    });
  }

  function forget(): void {
    previews += 1;
    batch(() => {
      state.value = 'none';
      items.value = [];
      left.value = [];
    });
  }

  return {
    state,
    items,
    left,
    progress,
    undos: computed(() =>
      items.value
        .filter(({outcome}) => undoable.has(outcome.value.result))
        .reverse()
        .flatMap(item =>
          openEntries(item).flatMap(({undo}) =>
            undo ? [{title: item.title, check: item.check, change: undo, words: wordsOfChange(undo)}] : [],
          ),
        ),
    ),

    previewOne(checklist) {
      if (state.value !== 'none') return;
      const look = lookAtOne(checklist);
      show([look], look.left);
    },

    async previewMany(targets, lookAt = lookAtOneOfMany) {
      if (state.value !== 'none') return;
      forget();
      const mine = previews;
      batch(() => {
        state.value = 'looking';
        progress.value = {of: 'looks', done: 0, all: targets.length};
      });
      const looks = await fewAtATime(targets, together, async target => {
        if (mine !== previews) return {changes: [], left: []};
        const look = await lookAt(target);
        if (mine === previews) count();
        return look;
      });
      if (mine === previews) show(looks, leftOf(looks));
    },

    async run() {
      if (state.value === 'preview' || state.value === 'paused') await makeAll(withResult(open));
    },

    async retry({check, checklist}) {
      const again = items.value.filter(item => item.check === check && item.checklist === checklist && canRetry(item));
      if (again.length > 0) await makeAll(again);
    },

    canRetry,

    pause() {
      if (state.value === 'running') state.value = 'pausing';
    },

    stop,

    async undo() {
      if (state.value !== 'ended') return;
      const done = withResult(undoable);
      progress.value = {of: 'undos', done: 0, all: done.length};
      await goThrough('undoing', tracksOf(done, true), async item => {
        const {result} = item.outcome.value;
        item.outcome.value = {result: 'running'};
        item.outcome.value = await takeBackPlanned(item, result);
        count();
      });
    },

    close() {
      if (state.value === 'running' || state.value === 'pausing' || state.value === 'undoing') stop();
      else if (state.value !== 'stopping') forget();
    },
  };
}
