/**
 * What GitLab opens at the right edge of a page, in all of its forms: drawers (`@gitlab/ui`'s drawer.vue, which is in the document only
 * while it is open), the contextual panel (app/views/layouts/_page.html.haml: its place is empty while it is closed), and GitLab Duo
 * (ee/app/assets/javascripts/ai/components/ai_panel.vue).
 */
const opened = '.gl-drawer:not(.gl-drawer-leave-active), #contextual-panel-portal > *, #ai-panel-portal';

/**
 * What GitLab has opened where the panel lies.
 *
 * @param left where the panel begins, in px from the window's left edge
 */
export function coveringElement(page: Document, left: number): Element | undefined {
  return [...page.querySelectorAll(opened)].find(element => {
    const {right, width, height} = element.getBoundingClientRect();
    return width > 0 && height > 0 && right > left;
  });
}

/** Whether what GitLab has opened lies over the panel, which is shown: in a narrow window GitLab Duo is above everything in the page. */
export function liesOver(page: Document, opened: Element, panel: Element): boolean {
  const own = panel.getBoundingClientRect();
  const other = opened.getBoundingClientRect();
  const x = (Math.max(own.left, other.left) + Math.min(own.right, other.right)) / 2;
  const y = (Math.max(own.top, other.top) + Math.min(own.bottom, other.bottom)) / 2;
  return opened.contains(page.elementFromPoint(x, y));
}
