import {batch, computed, type ReadonlySignal, type Signal, signal} from '@preact/signals-core';
import type {ChangeWords} from '../changes/kinds/kind.ts';
import {wordsOfChange} from '../changes/kinds.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import {fewAtATime} from '../gitlab/pool.ts';
import {planTexts} from '../texts/checklist-plan.ts';
import {inTurn} from '../texts/said.ts';
import {say} from '../texts/say.ts';
import type {Checklist} from './checklist.ts';
import {
  changesOf,
  type Look,
  leftOf,
  lookAtOne,
  lookAtOneOfMany,
  type PlannedChange,
  rereadSharers,
  type Target,
  turnsOf,
} from './plan-look.ts';

/** Checklists that are worked on at the same time. */
const together = 3;

/** `as-was` is a change that was not needed any more; `stopped` one that was not begun. */
export type PlanResult =
  | 'waiting'
  | 'running'
  | 'done'
  | 'as-was'
  | 'partly'
  | 'failed'
  | 'stopped'
  | 'undone'
  | 'partly-undone';

interface Outcome {
  readonly result: PlanResult;
  /** What did not work and why, as sentences. */
  readonly reason?: string | undefined;
}

/** One change, and what came of it. */
export interface PlanItem extends PlannedChange {
  readonly outcome: ReadonlySignal<Outcome>;
}

interface OwnItem extends PlannedChange {
  readonly outcome: Signal<Outcome>;
}

/** While it is `pausing` or `stopping`, changes are still under way. */
export type PlanState =
  | 'none'
  | 'looking'
  | 'preview'
  | 'running'
  | 'pausing'
  | 'paused'
  | 'undoing'
  | 'stopping'
  | 'ended';

/** How many were gone through, however each ended; a change that was stopped is none of them. */
interface PlanProgress {
  readonly of: 'looks' | 'changes' | 'undos';
  readonly done: number;
  readonly all: number;
}

/** What takes one change back. */
interface PlannedUndo {
  /** What the customer is called among several. */
  readonly title: string | undefined;
  readonly words: ChangeWords;
}

/** Changes that need no answer, of one checklist or many, from their preview to their undo. */
export interface Plan {
  readonly state: ReadonlySignal<PlanState>;
  readonly items: ReadonlySignal<readonly PlanItem[]>;
  /** What is not done and why, one sentence each. */
  readonly left: ReadonlySignal<readonly string[]>;
  readonly progress: ReadonlySignal<PlanProgress>;
  /** What would take back what was done, the last first. */
  readonly undos: ReadonlySignal<readonly PlannedUndo[]>;
  /** Lists what the one checklist that is in sight needs, without doing anything. */
  previewOne(checklist: Checklist): void;
  /** Looks what each of these needs, without doing anything. */
  previewMany(targets: readonly Target[]): Promise<void>;
  /** Does what was shown, or what is left of it after a pause; at any other time it does nothing. */
  run(): Promise<void>;
  /** Waits after the changes under way. */
  pause(): void;
  /** Ends the doing or the taking back after the changes under way; of one with many parts, after the parts under way. */
  stop(): void;
  /** Takes back what was done, the last first. Does nothing while anything else is going on. */
  undo(): Promise<void>;
  /** Forgets what was shown; where changes are under way, stops after them. */
  close(): void;
}

const undoable: ReadonlySet<PlanResult> = new Set(['done', 'partly', 'partly-undone']);
const open: ReadonlySet<PlanResult> = new Set(['waiting', 'running']);

/** Why a change did not work, and what to do next. */
function reasonOf({checklist}: PlannedChange, problem: Problem | undefined): string | undefined {
  if (!checklist.checkAlive()) return planTexts.updated;
  return problem && say(inTurn(problem.words, problem.advice));
}

async function make(item: PlannedChange, isStopped: () => boolean): Promise<Outcome> {
  const made = await item.checklist.make(item.check, item.change);
  if (!made.isMade) return {result: 'failed', reason: reasonOf(item, made.problem)};
  const {left, entry} = made;
  const canUndo = entry !== undefined;
  if (left.length === 0) return {result: canUndo ? 'done' : 'as-was'};
  return {result: canUndo ? 'partly' : isStopped() ? 'stopped' : 'failed', reason: say(inTurn(...left))};
}

async function takeBack(item: PlannedChange, before: PlanResult): Promise<Outcome> {
  const made = await item.checklist.undo(item.check);
  if (!made.isMade) {
    const why = reasonOf(item, made.problem);
    return {
      result: before,
      reason: why === undefined ? planTexts.notTakenBack : planTexts.notTakenBackBecause(why),
    };
  }
  return made.left.length === 0 ? {result: 'undone'} : {result: 'partly-undone', reason: say(inTurn(...made.left))};
}

/** @param onChanged told when a checklist says something else */
export function createPlan(onChanged: (checklist: Checklist) => void = () => undefined): Plan {
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

  async function tell(item: OwnItem): Promise<void> {
    await rereadSharers(item);
    for (const checklist of [item.checklist, ...item.sharers]) onChanged(checklist);
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
      state.value = 'ended';
    });
  }

  /** Goes through changes, turn by turn, as long as the state is the one that it was begun in. */
  async function goThrough(
    during: 'running' | 'undoing',
    turns: readonly (readonly (readonly OwnItem[])[])[],
    act: (item: OwnItem) => Promise<void>,
  ): Promise<void> {
    state.value = during;
    try {
      for (const turn of turns) {
        await fewAtATime(turn, together, async mine => {
          for (const item of mine) {
            if (state.value !== during) return;
            await act(item);
            await tell(item);
          }
        });
      }
    } finally {
      end();
    }
  }

  function stop(): void {
    if (state.value === 'paused') end();
    if (state.value !== 'running' && state.value !== 'pausing' && state.value !== 'undoing') return;
    state.value = 'stopping';
    for (const {checklist, check} of withResult(new Set(['running']))) checklist.stop(check);
  }

  function show(looks: readonly Look[], notDone: readonly string[]): void {
    batch(() => {
      progress.value = {of: 'looks', done: looks.length, all: looks.length};
      items.value = changesOf(looks).map(planned => ({...planned, outcome: signal<Outcome>({result: 'waiting'})}));
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
        .flatMap(item => {
          const undo = item.checklist.rows.value.find(({check}) => check === item.check)?.undo;
          return undo ? [{title: item.title, words: wordsOfChange(undo)}] : [];
        }),
    ),

    previewOne(checklist) {
      if (state.value !== 'none') return;
      const look = lookAtOne(checklist);
      show([look], look.left);
    },

    async previewMany(targets) {
      if (state.value !== 'none') return;
      forget();
      const mine = previews;
      batch(() => {
        state.value = 'looking';
        progress.value = {of: 'looks', done: 0, all: targets.length};
      });
      const looks = await fewAtATime(targets, together, async target => {
        if (mine !== previews) return {changes: [], left: []};
        const look = await lookAtOneOfMany(target);
        if (mine === previews) count();
        return look;
      });
      if (mine === previews) show(looks, leftOf(looks));
    },

    async run() {
      if (state.value !== 'preview' && state.value !== 'paused') return;
      const waiting = withResult(open);
      const {length} = items.value;
      progress.value = {of: 'changes', done: length - waiting.length, all: length};
      await goThrough('running', turnsOf(waiting), async item => {
        item.outcome.value = {result: 'running'};
        item.outcome.value = await make(item, () => state.value === 'stopping');
        if (item.outcome.value.result !== 'stopped') count();
      });
    },

    pause() {
      if (state.value === 'running') state.value = 'pausing';
    },

    stop,

    async undo() {
      if (state.value !== 'ended') return;
      const done = withResult(undoable);
      progress.value = {of: 'undos', done: 0, all: done.length};
      await goThrough('undoing', turnsOf([...done].reverse()).reverse(), async item => {
        const {result} = item.outcome.value;
        item.outcome.value = {result: 'running'};
        item.outcome.value = await takeBack(item, result);
        count();
      });
    },

    close() {
      if (state.value === 'running' || state.value === 'pausing' || state.value === 'undoing') stop();
      else if (state.value !== 'stopping') forget();
    },
  };
}
