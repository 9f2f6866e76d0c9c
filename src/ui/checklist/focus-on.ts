function isInSight(row: HTMLElement): boolean {
  return row.offsetParent !== null;
}

/** The ids of the rows that are in sight, in their order. */
export function rowsInSight(list: ParentNode | null | undefined): string[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-check]') ?? [])]
    .filter(isInSight)
    .map(row => row.dataset.check ?? '');
}

/**
 * Gives the focus to a row once nothing has it any more; where that row is out of sight by now, to the open one that stood next
 * below it, or else next above it, or else to what is around the list. A row has it, never one of its buttons: one more Enter would make a change that nobody asked
 * for.
 *
 * @param list what holds the rows
 * @param id of the row; '' for none
 * @param before ids of the rows that were in sight before, in their order
 */
export function focusOn(list: HTMLElement | null | undefined, id: string, before: readonly string[] = []): void {
  const root = list?.getRootNode();
  if (!list || !(root instanceof ShadowRoot)) return;
  const around = list.closest<HTMLElement>('[tabindex="-1"]');
  // What is around the list has it where the button that was pressed is gone.
  const isNowhere = () => root.activeElement === null || root.activeElement === around;
  requestAnimationFrame(() => {
    if (!isNowhere()) return;
    const own = list.querySelector<HTMLElement>(`[data-check="${id}"]`);
    if (own && isInSight(own)) own.focus();
    const open = [...list.querySelectorAll<HTMLElement>('.row.open')].filter(isInSight);
    const place = before.indexOf(id);
    const isAmong = (ids: readonly string[]) => (row: HTMLElement) => ids.includes(row.dataset.check ?? '');
    const next =
      open.find(isAmong(before.slice(place + 1))) ??
      open.findLast(isAmong(before.slice(0, Math.max(0, place)))) ??
      open[0];
    // None of them takes it while nobody is signed in.
    for (const other of [next, around]) if (isNowhere()) other?.focus({preventScroll: true});
  });
}
