/** Where the tab stands: px from the window's top and from its right edge. */
export interface Spot {
  readonly top: number;
  readonly right: number;
}

/** What the tab may stand on: everything in the page but this. */
const actions = 'a[href], button, input, select, textarea, summary, label, [role="button"], [role="tab"]';

/** Pixels between two looks: less than the smallest of GitLab's buttons is high and wide. */
const mesh = 12;
const firstTop = 112;
const step = 48;
/** Pixels that stay free below it. */
const margin = 48;

/**
 * The places where the tab may stand, the usual one first.
 *
 * @param height the window's, in px
 * @param right how far from the right edge it stands: as far as something reaches that GitLab has opened there
 */
export function spotsIn(height: number, right: number): readonly Spot[] {
  const count = Math.max(1, Math.floor((height - margin - firstTop) / step));
  return Array.from({length: count}, (_, index) => ({top: firstTop + index * step, right}));
}

/** The spot that it has, while that is free, else the first one that is; the usual one where none is. */
export function freeSpot(
  spots: readonly Spot[],
  own: Spot | undefined,
  isFree: (spot: Spot) => boolean,
): Spot | undefined {
  const isStill = own !== undefined && spots.some(({right}) => right === own.right) && isFree(own);
  return isStill ? own : (spots.find(isFree) ?? spots[0]);
}

function marks(from: number, to: number): number[] {
  const count = Math.max(1, Math.ceil((to - from) / mesh));
  return Array.from({length: count + 1}, (_, index) => from + ((to - from) * index) / count);
}

/**
 * Whether the tab would cover none of the page's actions.
 *
 * @param size of the tab, in px
 * @param own the element that the extension put into the page
 */
export function isFreeOf(page: Document, spot: Spot, size: {width: number; height: number}, own: Element): boolean {
  const right = page.documentElement.clientWidth - spot.right;
  const xs = marks(right - size.width, right - 1);
  const ys = marks(spot.top, spot.top + size.height);
  return !xs.some(x =>
    ys.some(y => {
      const below = page.elementsFromPoint(x, y).find(element => element !== own);
      return below !== undefined && below.closest(actions) !== null;
    }),
  );
}
