import type {Checklist} from '../../checklist/checklist.ts';
import {formsOf} from './open-form.ts';

/** What opens a form: the row's own button, or one of those beside it. */
const openers = ['[data-fix][aria-expanded="true"]', '.actions>[aria-expanded="true"]'];

/**
 * Closes the form that stands open in a checklist, unless its work is under way, and gives the focus to what opened it: never to what
 * takes something back or leads away, because one more Enter would press that.
 *
 * @param list what holds the rows
 */
export function closeForm(list: ParentNode | null | undefined, checklist: Checklist): void {
  const {open} = formsOf(checklist);
  const id = open.value?.row;
  if (checklist.rows.value.some(({check}) => check.id === id && checklist.isChanging(check))) return;
  const row = list?.querySelector<HTMLElement>(`[data-check="${id}"]`);
  const find = (selector: string) => row?.querySelector<HTMLElement>(selector) ?? undefined;
  const opener = openers.map(find).find(found => found) ?? find('.menu > button') ?? find('.fold') ?? row;
  open.value = undefined;
  queueMicrotask(() => opener?.focus());
}
