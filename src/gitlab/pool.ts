/** Does something for each item, a few at a time, in their order. Rejects with the first error after those under way ended. */
export async function fewAtATime<Item, Result>(
  items: readonly Item[],
  few: number,
  act: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  let isBroken = false;
  const worker = async () => {
    while (next < items.length && !isBroken) {
      const index = next;
      next += 1;
      try {
        results[index] = await act(items[index] as Item);
      } catch (error) {
        isBroken = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({length: Math.min(few, items.length)}, worker));
  const failed = ends.find(end => end.status === 'rejected');
  if (failed) throw failed.reason;
  return results;
}
