import type {ReadonlySignal, Signal} from '@preact/signals-core';
import type {Change} from '../changes/change.ts';
import type {JournalEntry} from '../changes/journal.ts';
import type {ChangeWords} from '../changes/kinds/kind.ts';
import type {Check} from '../customer/checks/check.ts';
import type {Checklist} from './checklist.ts';
import type {Look, PlannedChange, Target} from './plan-look.ts';

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

export interface Outcome {
  readonly result: PlanResult;
  /** What did not work and why, as sentences. */
  readonly reason?: string | undefined;
}

/** One change, and what came of it. */
export interface PlanItem extends PlannedChange {
  readonly outcome: ReadonlySignal<Outcome>;
}

/** The same for the plan itself. */
export interface OwnItem extends PlannedChange {
  readonly outcome: Signal<Outcome>;
  /** What was made of it, the earliest first: one entry of the journal for each try that made something. */
  readonly entries: Signal<readonly JournalEntry[]>;
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
export interface PlanProgress {
  readonly of: 'looks' | 'changes' | 'undos';
  readonly done: number;
  readonly all: number;
}

/** What takes one change back. */
interface PlannedUndo {
  /** What the customer is called among several. */
  readonly title: string | undefined;
  readonly check: Check;
  readonly change: Change;
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
  /**
   * Looks what each of these needs, without doing anything.
   *
   * @param lookAt finds out what one needs; by default, what needs no answer
   */
  previewMany(targets: readonly Target[], lookAt?: (target: Target) => Promise<Look>): Promise<void>;
  /** Does what was shown, or what is left of it after a pause; at any other time it does nothing. */
  run(): Promise<void>;
  /**
   * Whether a change failed, or is done in part, and can be tried again: all has ended, nothing was taken back, and the session goes on.
   */
  canRetry(item: PlanItem): boolean;
  /** Tries one change again, or the rest of it, as the item would make it by now. Does nothing where that cannot be. */
  retry(item: PlanItem): Promise<void>;
  /** Waits after the changes under way. */
  pause(): void;
  /** Ends the doing or the taking back after the changes under way; of one with many parts, after the parts under way. */
  stop(): void;
  /** Takes back what was done, the last first. Does nothing while anything else is going on. */
  undo(): Promise<void>;
  /** Forgets what was shown; where changes are under way, stops after them. */
  close(): void;
}
