import {computed, effect, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {Checklist} from '../../checklist/checklist.ts';
import {rowsIn, type Standing, standingOf} from '../../checklist/groups.ts';
import type {LastLook, Row, RowGroup, RowLook} from '../../checklist/row.ts';
import {letGoEarly} from './early-state.ts';
import {formsOf} from './open-form.ts';

/** Milliseconds for which the first row waits for the others before rows are put into groups. */
const patience = 1_000;

/** How a checklist's rows stand in sight. */
interface ListState {
  /** Whether rows stand in their groups by what GitLab says: before, each stays where it is, so that nothing moves away from under the hand. */
  readonly isGrouped: ReadonlySignal<boolean>;
  /** Whether they stand in groups: by that, or as at the last look. */
  readonly isShown: ReadonlySignal<boolean>;
  /** What the rows showed at the last look: they show it until GitLab answers. */
  readonly lastLook: Signal<LastLook | undefined>;
  /** The rows of each group. */
  readonly groups: Readonly<Record<RowGroup, ReadonlySignal<readonly Row[]>>>;
  /** Those that are still being read for the first time, although rows are grouped; of them nothing is known from before. */
  readonly unread: ReadonlySignal<readonly Row[]>;
  /** Whether what is done is unfolded. */
  readonly isDoneOpen: Signal<boolean>;
  /** The same of the rows of other playbooks. */
  readonly isOtherOpen: Signal<boolean>;
  /** Ids of the done rows that are unfolded. */
  readonly unfolded: Signal<ReadonlySet<string>>;
}

const all = new WeakMap<Checklist, ListState>();

/** A row as it was at the last look: the same for the same row. */
const asAtLastLook = new WeakMap<Row, Row>();

function asItWas(row: Row, lastLook: RowLook): Row {
  const known = asAtLastLook.get(row);
  if (known) return known;
  const {finding} = lastLook;
  const was = {...row, finding, lastLook, busy: true, canRetry: false, done: undefined, undo: undefined};
  asAtLastLook.set(row, was);
  return was;
}

function createListState(checklist: Checklist): ListState {
  const isGrouped = signal(false);
  const lastLook = signal<LastLook | undefined>(undefined);
  const {open} = formsOf(checklist);
  const read = computed(() => checklist.rows.value.filter(({finding}) => finding !== undefined));
  /** All of them are as they were until they change in one drawing; those that GitLab lets wait for longer stay so. */
  const shown = computed(() => {
    const look = checklist.endedBy.value ? undefined : lastLook.value;
    return checklist.rows.value.flatMap(row => {
      const was = isGrouped.value && row.finding ? undefined : look?.rows.get(row.check.id);
      if (was) return [asItWas(row, was)];
      return row.finding ? [row] : [];
    });
  });
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
  effect(() => {
    // Nothing that is asked for from now on is what somebody pressed for.
    if (checklist.endedBy.value) letGoEarly(checklist);
  });
  let former: Standing = new Map();
  const standing = computed(() => {
    const isHeld = ({busy, check}: Row) => busy || open.value?.row === check.id;
    const were = shown.value.flatMap(({check, lastLook: look}) => (look ? [[check.id, look.group] as const] : []));
    const rows = shown.value.filter(row => row.lastLook === undefined);
    former = new Map([...were, ...standingOf({rows, lacksRole: checklist.lacksRole}, former, isHeld)]);
    return former;
  });
  const order = computed(() => checklist.playbook.value?.rows ?? lastLook.value?.order ?? []);
  const rowsOf = (group: RowGroup) => computed(() => rowsIn(group, shown.value, standing.value, order.value));
  return {
    isGrouped,
    isShown: computed(() => isGrouped.value || shown.value.some(row => row.lastLook)),
    lastLook,
    groups: {
      'fix-now': rowsOf('fix-now'),
      'needs-you': rowsOf('needs-you'),
      done: rowsOf('done'),
      other: rowsOf('other'),
    },
    unread: computed(() => {
      const there = new Set(shown.value.map(({check}) => check.id));
      return checklist.rows.value.filter(({check}) => !there.has(check.id));
    }),
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
