import {type Signal, signal} from '@preact/signals';
import type {Checklist} from '../../checklist/checklist.ts';

/** What was pressed before GitLab answered. */
interface Early {
  /** The buttons that were pressed before GitLab answered, by the row's id, with what they were to do. */
  readonly pressed: Signal<ReadonlyMap<string, string>>;
  /** Ids of the rows of which GitLab's answer left nothing to do of that. */
  readonly missed: Signal<ReadonlySet<string>>;
}

const all = new WeakMap<Checklist, Early>();

/** What was pressed in a checklist before GitLab answered: the same for whoever asks. */
export function earlyOf(checklist: Checklist): Early {
  const known = all.get(checklist);
  if (known) return known;
  const early: Early = {pressed: signal(new Map()), missed: signal(new Set())};
  all.set(checklist, early);
  return early;
}

/** Says of no row any more that nothing was begun: what is read anew is said anew. */
export function forgetMissed(checklist: Checklist): void {
  earlyOf(checklist).missed.value = new Set();
}

/** Lets go of all that was pressed. */
export function letGoEarly(checklist: Checklist): void {
  earlyOf(checklist).pressed.value = new Map();
}
