import {effect, type Signal, signal} from '@preact/signals';
import type {Checklist} from '../../checklist/checklist.ts';
import {formsOf} from './open-form.ts';

/** What was done last, as long as it is offered at the panel's foot to undo it. */
interface ToastState {
  /** Id of the row whose change it was; `all` after all changes that need no answer. */
  readonly row: Signal<string | undefined>;
  /** What is said there instead for a while, with what is to be copied by hand, or what leads to the results that it tells of. */
  readonly note: Signal<{readonly text: string; readonly copy?: string; readonly show?: () => void} | undefined>;
}

const all = new WeakMap<Checklist, ToastState>();

/** What a checklist's toast says: the same for whoever asks. */
export function toastOf(checklist: Checklist): ToastState {
  const known = all.get(checklist);
  if (known) return known;
  const made: ToastState = {row: signal<string | undefined>(undefined), note: signal(undefined)};
  all.set(checklist, made);
  let last = checklist.lastMade.peek();
  effect(() => {
    const {value} = checklist.lastMade;
    if (value === last) return;
    last = value;
    if (!formsOf(checklist).isFixAllOpen.peek()) made.row.value = value?.check;
  });
  return made;
}
