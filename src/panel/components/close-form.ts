import type {Store} from '../store.ts';

/** Closes the form that stands open in a checklist, and gives the focus to what opened it. @param list what holds the rows */
export function closeForm(list: ParentNode | null | undefined, store: Store): void {
  const row = store.form.value?.row;
  store.form.value = undefined;
  const focus = (selector: string) => {
    const element = list?.querySelector<HTMLElement>(`[data-check="${row}"] ${selector}`);
    element?.focus();
    return element;
  };
  queueMicrotask(() => focus('[data-fix]') ?? focus('.actions button:not([data-undo])') ?? focus('.handbook'));
}
