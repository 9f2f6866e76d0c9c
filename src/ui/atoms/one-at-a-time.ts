/**
 * Work that is done one at a time: asked for while it is under way, it is done once more after that, because what it saw may be from
 * before.
 *
 * @param work does not reject
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const begin = () => {
    next = undefined;
    underWay = work().finally(() => {
      if (next === undefined) underWay = undefined;
    });
    return underWay;
  };
  return () => {
    if (underWay === undefined) return begin();
    next ??= underWay.then(begin);
    return next;
  };
}
