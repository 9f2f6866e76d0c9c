import {expect, it} from 'vitest';
import {oneAtATime} from '../../../../src/ui/atoms/one-at-a-time.ts';

it('does work once more after the one under way, however often that was asked for meanwhile', async () => {
  const ends: (() => void)[] = [];
  const work = oneAtATime(() => new Promise<void>(resolve => ends.push(resolve)));
  const first = work();
  const later = [work(), work()];
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await first;
  await Promise.resolve();
  expect(ends).toHaveLength(2);
  const last = work();
  ends[1]?.();
  await Promise.all(later);
  await Promise.resolve();
  expect(ends).toHaveLength(3);
  ends[2]?.();
  await last;
  void work();
  expect(ends).toHaveLength(4);
});
