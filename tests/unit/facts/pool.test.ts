import {describe, expect, it} from 'vitest';
import {fewAtATime} from '../../../src/facts/pool.ts';

describe('a few at a time', () => {
  it('does all, never more at once, and keeps the order', async () => {
    let now = 0;
    let most = 0;
    const results = await fewAtATime([3, 1, 2, 5, 4], 2, async item => {
      now += 1;
      most = Math.max(most, now);
      await new Promise(resolve => setTimeout(resolve, item));
      now -= 1;
      return item * 10;
    });
    expect(results).toEqual([30, 10, 20, 50, 40]);
    expect(most).toBe(2);
  });

  it('does nothing for nothing', async () => {
    expect(await fewAtATime([], 4, async () => 1)).toEqual([]);
  });

  it('fails with the first error, after those under way ended', async () => {
    const ended: number[] = [];
    const failing = fewAtATime([1, 2], 2, async item => {
      await new Promise(resolve => setTimeout(resolve, item * 5));
      ended.push(item);
      if (item === 1) throw new Error('one');
    });
    await expect(failing).rejects.toThrow('one');
    expect(ended).toEqual([1, 2]);
  });
});
