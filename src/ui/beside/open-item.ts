import {effect} from '@preact/signals';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Row} from '../../checklist/row.ts';
import {uiBesideTexts} from '../../texts/ui-beside.ts';
import {listOf} from '../checklist/list-state.ts';
import {formsOf} from '../checklist/open-form.ts';
import {toastOf} from '../checklist/toast-state.ts';

/** Frames after which what was unfolded is drawn, however busy the page is. */
const patience = 60;

/** Does something with an element as soon as it is in sight: until then it cannot have the focus. */
function whenInSight(find: () => HTMLElement | null | undefined, act: (element: HTMLElement) => void): void {
  const look = (frames: number) =>
    requestAnimationFrame(() => {
      const element = find();
      if (element?.checkVisibility()) act(element);
      else if (frames > 0) look(frames - 1);
    });
  look(patience);
}

/** Unfolds what an item lies in, and opens its form where it has one that can be used. @returns whether a form was opened */
function unfold(checklist: Checklist, {check, finding}: Row): boolean {
  const {groups, isDoneOpen, isOtherOpen, unfolded} = listOf(checklist);
  const isIn = (rows: readonly Row[]) => rows.some(row => row.check.id === check.id);
  if (isIn(groups.done.value)) isDoneOpen.value = true;
  if (isIn(groups.other.value)) isOtherOpen.value = true;
  unfolded.value = new Set([...unfolded.value, check.id]);
  const isOpen = isIn(groups['fix-now'].value) || isIn(groups['needs-you'].value);
  const fix = isOpen && finding?.waitsFor === undefined ? finding?.fix : undefined;
  const form = fix?.kind === 'form' && checklist.lacksRole(fix) === undefined ? fix.form : undefined;
  const {open} = formsOf(checklist);
  // Another form would take the focus once it is drawn. It keeps its draft; one whose work is under way stays.
  const isAtWork = checklist.rows.value.some(
    row => row.check.id === open.value?.row && checklist.isChanging(row.check),
  );
  if (isAtWork) return false;
  open.value = form && {row: check.id, form};
  return form !== undefined;
}

/**
 * Opens an item of the checklist once it has been read, and gives it the focus; its form, where it has one, gives that to its first
 * field. Says so where there is no such item.
 *
 * @param panel what holds the items
 */
export function openItem(checklist: Checklist, panel: () => ParentNode | null | undefined, id: string): void {
  const stop = effect(() => {
    const rows = checklist.rows.value;
    if (rows.length === 0 || !listOf(checklist).isGrouped.value) return;
    const row = rows.find(({check}) => check.id === id);
    if (row !== undefined && (row.finding === undefined || row.busy)) return;
    queueMicrotask(() => {
      stop();
      if (row === undefined) {
        toastOf(checklist).note.value = {text: uiBesideTexts.noSuchItem};
        return;
      }
      const hasForm = unfold(checklist, row);
      whenInSight(
        () => panel()?.querySelector<HTMLElement>(`[data-check="${id}"]`),
        item => {
          item.scrollIntoView({block: 'start'});
          if (!hasForm) item.focus({preventScroll: true});
        },
      );
    });
  });
}
