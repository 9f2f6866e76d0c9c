/**
 * Gives the focus to the first notice of the panel: where what had it can’t be used any more, this says why.
 *
 * @param element anything in the panel
 */
export function focusNotice(element: Element | null): void {
  const root = element?.getRootNode();
  if (root instanceof ShadowRoot) root.querySelector<HTMLElement>('.notice')?.focus();
}
