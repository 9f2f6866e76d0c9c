/** Milliseconds of work after which the page may do what waits: well below what a person notices. */
const slice = 10;

/** How time is told and given. */
export interface Slicing {
  /** Milliseconds since any beginning. */
  readonly clock: () => number;
  /** Resolves when the page has done what waits. */
  readonly breathe: () => Promise<void>;
}

/** Does something for each item in their order, in slices, so that many of them are no long task of the page. */
export async function inSlices<Item>(
  items: Iterable<Item>,
  {clock, breathe}: Slicing,
  act: (item: Item) => void,
): Promise<void> {
  let begun = clock();
  for (const item of items) {
    if (clock() - begun >= slice) {
      await breathe();
      begun = clock();
    }
    act(item);
  }
}
