import type {Locator} from '@playwright/test';

/**
 * What is wrong with where things are in an element: texts and controls that overlap, and texts that are cut. What is scrolled out of
 * sight is not looked at, nor what lies below a bar that is always in sight.
 *
 * @param view what is looked at
 * @param bar selector of that bar
 * @param mayBeCut selector of texts that a user gave, of any length, whose whole is in a tooltip
 */
export function misplaced(view: Locator, bar: string, mayBeCut: string): Promise<string[]> {
  return view.evaluate(
    (root, [barSelector, cuttable]) => {
      interface Box {
        readonly left: number;
        readonly top: number;
        readonly right: number;
        readonly bottom: number;
      }
      const within = (one: Box, other: Box): Box => ({
        left: Math.max(one.left, other.left),
        top: Math.max(one.top, other.top),
        right: Math.min(one.right, other.right),
        bottom: Math.min(one.bottom, other.bottom),
      });
      const isThere = ({left, top, right, bottom}: Box) => right - left > 1 && bottom - top > 1;
      const faults: string[] = [];
      const barBox = root.querySelector(barSelector ?? '')?.getBoundingClientRect();
      const nameOf = (element: Element) =>
        `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
      /** What of an element's text or control is in sight. */
      const seenOf = (element: Element, box: Box): Box => {
        let seen = within(box, {left: 0, top: 0, right: innerWidth, bottom: innerHeight});
        if (barBox && !element.closest(barSelector ?? '')) seen = within(seen, {...seen, bottom: barBox.top});
        for (let around = element.parentElement; around && root.contains(around); around = around.parentElement) {
          if (getComputedStyle(around).overflowX !== 'visible') seen = within(seen, around.getBoundingClientRect());
        }
        return seen;
      };
      const pieces: {readonly element: Element; readonly box: Box}[] = [];
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        const style = getComputedStyle(element);
        // The words of a cell are heard only: its icon is seen.
        if (element.closest('.hidden, td[data-check], option, svg, [hidden]') || style.visibility === 'hidden')
          continue;
        // What is folded away in details has a place, but is not drawn.
        if (!element.checkVisibility()) continue;
        const isControl = element.matches('input, select, textarea');
        const texts = [...element.childNodes].filter(
          node => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
        );
        if (!isControl && texts.length === 0) continue;
        const range = document.createRange();
        if (!isControl) {
          range.setStartBefore(texts[0] as Node);
          range.setEndAfter(texts.at(-1) as Node);
        }
        const box = isControl ? element.getBoundingClientRect() : range.getBoundingClientRect();
        if (!isThere(box)) continue;
        // An element that hides what is too long, or one around it that does and does not scroll.
        for (let around: Element | null = element; around && root.contains(around); around = around.parentElement) {
          const {overflowX, overflowY} = getComputedStyle(around);
          if (overflowX === 'auto' || overflowX === 'scroll') break;
          const limits = around.getBoundingClientRect();
          const isLow = overflowY === 'hidden' && box.bottom > limits.bottom + 2;
          const isCut = box.right > limits.right + 1 || box.left < limits.left - 1 || isLow;
          if (overflowX === 'visible' || element.matches(cuttable ?? '')) continue;
          if (isCut) faults.push(`cut: ${nameOf(element)}`);
          // What is farther down, or farther up, is reached by scrolling.
          if (overflowY === 'auto' || overflowY === 'scroll') break;
        }
        // Each line of a text by itself: two texts can share one.
        for (const line of isControl ? [box] : range.getClientRects()) {
          const seen = seenOf(element, line);
          if (isThere(seen)) pieces.push({element, box: seen});
        }
      }
      for (const [index, one] of pieces.entries()) {
        for (const other of pieces.slice(index + 1)) {
          if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
          if (isThere(within(one.box, other.box)))
            faults.push(`overlap: ${nameOf(one.element)} and ${nameOf(other.element)}`);
        }
      }
      return faults;
    },
    [bar, mayBeCut] as const,
  );
}
