import {describe, expect, it} from 'vitest';
import {inTurn} from '../../../src/browser/serial.ts';

const later = () => new Promise<void>(resolve => setImmediate(resolve));

describe('one after the other', () => {
  it('loses nothing of what reads before it writes, although one of them fails', async () => {
    let kept: readonly number[] = [];
    const add = (number: number) =>
      inTurn('kept', async () => {
        const before = kept;
        await later();
        if (number === 2) throw new Error('refused');
        kept = [...before, number];
        return number;
      });
    const results = await Promise.allSettled([1, 2, 3].map(add));
    expect(results.map(({status}) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(kept).toEqual([1, 3]);
  });

  it('keeps what has another name waiting for nothing', async () => {
    const log: string[] = [];
    const one = inTurn('a', async () => {
      await later();
      log.push('a');
    });
    await inTurn('b', async () => log.push('b'));
    await one;
    expect(log).toEqual(['b', 'a']);
  });
});
