/** How many of each list stand in order in both, from each pair of positions on. */
function commonAfter(before: readonly string[], after: readonly string[]): (one: number, other: number) => number {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (one: number, other: number) => lengths[one * width + other] ?? 0;
  for (let one = before.length - 1; one >= 0; one -= 1) {
    for (let other = after.length - 1; other >= 0; other -= 1) {
      lengths[one * width + other] =
        before[one] === after[other] ? at(one + 1, other + 1) + 1 : Math.max(at(one + 1, other), at(one, other + 1));
    }
  }
  return at;
}

/** Pairs of places that are compared at most. */
const mostPairs = 1_000_000;

/**
 * Where places of a text are after somebody else changed it, by the lines that they stand in: an equal line is the same place,
 * and between two of these as many as there were are the same ones with another text.
 *
 * @param before the line of each place as it was; beyond a thousand places only their order counts
 * @param after the same as it is now
 * @returns for each place its new index, or undefined where it is gone or cannot be told
 */
export function alignPlaces(before: readonly string[], after: readonly string[]): (number | undefined)[] {
  if (before.length * after.length > mostPairs) {
    return before.map((_, index) => (before.length === after.length ? index : undefined));
  }
  const common = commonAfter(before, after);
  const found: (number | undefined)[] = before.map(() => undefined);
  let gap = {one: 0, other: 0};
  const closeGap = (one: number, other: number) => {
    if (one - gap.one === other - gap.other) {
      for (let step = 0; gap.one + step < one; step += 1) found[gap.one + step] = gap.other + step;
    }
    gap = {one: one + 1, other: other + 1};
  };
  let one = 0;
  let other = 0;
  while (one < before.length && other < after.length) {
    if (before[one] === after[other]) {
      closeGap(one, other);
      found[one] = other;
      one += 1;
      other += 1;
    } else if (common(one + 1, other) >= common(one, other + 1)) one += 1;
    else other += 1;
  }
  closeGap(before.length, after.length);
  return found;
}
