import type {Checklist} from '../../checklist/checklist.ts';
import {formsOf} from './open-form.ts';

/**
 * Closes the form that stands open in a checklist, unless its work is under way, and gives the focus to what opened it: never to what
 * takes something back or leads away, because one more Enter would press that.
 *
 * @param list what holds the rows
 */
export function closeForm(list: ParentNode | null | undefined, checklist: Checklist): void {
  const id = formsOf(checklist).open.value?.row;
  if (checklist.rows.value.some(({check}) => check.id === id && checklist.isChanging(check))) return;
  formsOf(checklist).open.value = undefined;
  queueMicrotask(() => {
    const row = list?.querySelector<HTMLElement>(`[data-check="${id}"]`);
    const button = row?.querySelector<HTMLElement>('.actions button:not([data-undo])');
    (row?.querySelector<HTMLElement>('[data-fix]') ?? button ?? row)?.focus();
  });
}
