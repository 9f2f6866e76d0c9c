import {batch} from '@preact/signals';
import type {Checklist} from '../../checklist/checklist.ts';
import {listOf} from '../checklist/list-state.ts';

/** Where somebody types, the focus stays. */
const typedIn = 'input, textarea, select';

/**
 * Shows an item of a checklist once it was read: unfolds what it is folded away in, and gives it the focus.
 *
 * @param find the element that holds the checklist
 * @returns whether it was read by now; signals that are read tell when to ask again
 */
export function showItem(checklist: Checklist, check: string, find: () => HTMLElement | null): boolean {
  const {isGrouped, groups, isDoneOpen, isOtherOpen, unfolded} = listOf(checklist);
  const row = checklist.rows.value.find(one => one.check.id === check);
  if (!isGrouped.value || row?.finding === undefined || row.busy) return false;
  const isIn = (group: 'done' | 'other') => groups[group].peek().some(one => one.check.id === check);
  batch(() => {
    if (isIn('done')) isDoneOpen.value = true;
    if (isIn('other')) isOtherOpen.value = true;
    unfolded.value = new Set([...unfolded.peek(), check]);
  });
  requestAnimationFrame(() => {
    const list = find();
    const root = list?.getRootNode();
    if (!(root instanceof ShadowRoot) || root.activeElement?.matches(typedIn)) return;
    list?.querySelector<HTMLElement>(`[data-check="${check}"]`)?.focus();
  });
  return true;
}
