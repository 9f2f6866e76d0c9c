import {describe, expect, it} from 'vitest';
import {fewAtATime} from '../../../src/gitlab/pool.ts';

/** Work that is under way until a test ends it. */
function createWork() {
  const underWay = new Map<number, () => void>();
  return {
    begin: (item: number) => new Promise<void>(resolve => underWay.set(item, resolve)),
    underWay: () => [...underWay.keys()],
    /** Ends one, and lets what waits for it go on. */
    async end(item: number) {
      underWay.get(item)?.();
      underWay.delete(item);
      await new Promise(resolve => setImmediate(resolve));
    },
  };
}

describe('a few at a time', () => {
  it('does all, never more at once, and keeps the order', async () => {
    const work = createWork();
    const all = fewAtATime([1, 2, 3, 4, 5], 2, async item => {
      await work.begin(item);
      return item * 10;
    });
    const seen: number[][] = [];
    for (const item of [2, 1, 3, 5, 4]) {
      seen.push(work.underWay());
      await work.end(item);
    }
    expect(seen).toEqual([[1, 2], [1, 3], [3, 4], [4, 5], [4]]);
    expect(await all).toEqual([10, 20, 30, 40, 50]);
  });

  it('does nothing for nothing', async () => {
    expect(await fewAtATime([], 4, async () => 1)).toEqual([]);
  });

  it('fails with the first error, after those under way ended', async () => {
    const work = createWork();
    const ended: number[] = [];
    const failing = fewAtATime([1, 2], 2, async item => {
      await work.begin(item);
      ended.push(item);
      if (item === 1) throw new Error('one');
    });
    failing.catch(() => ended.push(0));
    await work.end(1);
    await work.end(2);
    await expect(failing).rejects.toThrow('one');
    expect(ended).toEqual([1, 2, 0]);
  });
});
