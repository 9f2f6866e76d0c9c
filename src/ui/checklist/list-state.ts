import {computed, effect, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {Checklist} from '../../checklist/checklist.ts';
import {type RowGroup, rowsIn, type Standing, standingOf} from '../../checklist/groups.ts';
import type {Row} from '../../checklist/row.ts';
import {formsOf} from './open-form.ts';

/** Milliseconds for which the first row waits for the others before rows are put into groups. */
const patience = 1_000;

/** How a checklist's rows stand in sight. */
interface ListState {
  /** Whether rows stand in their groups: before, each stays at its place, so that nothing moves away from under the hand. */
  readonly isGrouped: ReadonlySignal<boolean>;
  /** The rows of each group. */
  readonly groups: Readonly<Record<RowGroup, ReadonlySignal<readonly Row[]>>>;
  /** Those that are still being read for the first time, although rows are grouped. */
  readonly unread: ReadonlySignal<readonly Row[]>;
  /** Whether what is done is unfolded. */
  readonly isDoneOpen: Signal<boolean>;
  /** The same of the rows of other playbooks. */
  readonly isOtherOpen: Signal<boolean>;
  /** Ids of the done rows that are unfolded. */
  readonly unfolded: Signal<ReadonlySet<string>>;
}

const all = new WeakMap<Checklist, ListState>();

function createListState(checklist: Checklist): ListState {
  const isGrouped = signal(false);
  const {open} = formsOf(checklist);
  const read = computed(() => checklist.rows.value.filter(({finding}) => finding !== undefined));
  let isWaiting = false;
  effect(() => {
    const {length} = read.value;
    if (length === 0 || isGrouped.peek()) return;
    if (length === checklist.rows.value.length) isGrouped.value = true;
    else if (!isWaiting) {
      isWaiting = true;
      setTimeout(() => {
        isGrouped.value = true;
      }, patience);
    }
  });
  let former: Standing = new Map();
  const standing = computed(() => {
    const isHeld = ({busy, check}: Row) => busy || open.value?.row === check.id;
    former = standingOf({rows: read.value, lacksRole: checklist.lacksRole}, former, isHeld);
    return former;
  });
  const rowsOf = (group: RowGroup) =>
    computed(() => rowsIn(group, read.value, standing.value, checklist.playbook.value?.rows ?? []));
  return {
    isGrouped,
    groups: {
      'fix-now': rowsOf('fix-now'),
      'needs-you': rowsOf('needs-you'),
      done: rowsOf('done'),
      other: rowsOf('other'),
    },
    unread: computed(() => checklist.rows.value.filter(({finding}) => finding === undefined)),
    isDoneOpen: signal(false),
    isOtherOpen: signal(false),
    unfolded: signal<ReadonlySet<string>>(new Set()),
  };
}

/** How the rows of a checklist stand: the same for whoever asks. */
export function listOf(checklist: Checklist): ListState {
  const known = all.get(checklist);
  if (known) return known;
  const made = createListState(checklist);
  all.set(checklist, made);
  return made;
}
