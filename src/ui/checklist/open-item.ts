import {effect} from '@preact/signals';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Row} from '../../checklist/row.ts';
import {listOf} from './list-state.ts';
import {formsOf} from './open-form.ts';

/** Frames after which what was unfolded is drawn, however busy the page is. */
const patience = 60;

/** Where somebody types, the focus stays. */
const typedIn = 'input, textarea, select';

/** Does something with an element as soon as it is in sight: until then it cannot have the focus. */
export function whenInSight(find: () => HTMLElement | null | undefined, act: (element: HTMLElement) => void): void {
  const look = (frames: number) =>
    requestAnimationFrame(() => {
      const element = find();
      if (element?.checkVisibility()) act(element);
      else if (frames > 0) look(frames - 1);
    });
  look(patience);
}

/** Unfolds what an item lies in. */
function unfold(checklist: Checklist, id: string): void {
  const {groups, isDoneOpen, isOtherOpen, unfolded} = listOf(checklist);
  const isIn = (group: 'done' | 'other') => groups[group].value.some(row => row.check.id === id);
  if (isIn('done')) isDoneOpen.value = true;
  if (isIn('other')) isOtherOpen.value = true;
  unfolded.value = new Set([...unfolded.value, id]);
}

/** Opens an item's form where it has one that can be used, unless one stands open there. @returns whether it did */
function openOwnForm(checklist: Checklist, {check, finding}: Row): boolean {
  const {groups} = listOf(checklist);
  const isOpen = (['fix-now', 'needs-you'] as const).some(group =>
    groups[group].value.some(row => row.check.id === check.id),
  );
  const fix = isOpen && finding?.waitsFor === undefined ? finding?.fix : undefined;
  const form = fix?.kind === 'form' && checklist.lacksRole(fix) === undefined ? fix.form : undefined;
  const {open} = formsOf(checklist);
  if (open.value?.row === check.id) return false;
  // Another form would take the focus once it is drawn. It keeps its draft; one whose work is under way stays.
  const isAtWork = checklist.rows.value.some(
    row => row.check.id === open.value?.row && checklist.isChanging(row.check),
  );
  if (isAtWork) return false;
  open.value = form && {row: check.id, form};
  return form !== undefined;
}

interface OpenItemOptions {
  /** Whether its form is opened too, where it has one: that gives the focus to its first field. */
  readonly withForm: boolean;
  /** Called where there is no such item. */
  readonly onNone?: () => void;
}

/**
 * Shows an item of a checklist once it has been read, unfolded, and gives it the focus, unless somebody types by then.
 *
 * @param holder what holds the items
 * @returns gives it up
 */
export function openItem(
  checklist: Checklist,
  holder: () => ParentNode | null | undefined,
  id: string,
  {withForm, onNone}: OpenItemOptions,
): () => void {
  const stop = effect(() => {
    const rows = checklist.rows.value;
    if (rows.length === 0 || !listOf(checklist).isGrouped.value) return;
    const row = rows.find(({check}) => check.id === id);
    if (row !== undefined && (row.finding === undefined || row.busy)) return;
    queueMicrotask(() => {
      stop();
      if (row === undefined) return onNone?.();
      unfold(checklist, id);
      const hasForm = withForm && openOwnForm(checklist, row);
      whenInSight(
        () => holder()?.querySelector<HTMLElement>(`[data-check="${id}"]`),
        item => {
          item.scrollIntoView({block: withForm ? 'start' : 'nearest'});
          const root = item.getRootNode();
          const isTyping = root instanceof ShadowRoot && root.activeElement?.matches(typedIn);
          if (!hasForm && !isTyping) item.focus({preventScroll: true});
        },
      );
    });
  });
  return stop;
}
