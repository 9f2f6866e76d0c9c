import {expect, it} from 'vitest';
import {inSlices} from '../../../src/customers/in-slices.ts';

it('breathes after each slice of work, and between items only', async () => {
  const done: string[] = [];
  let now = 0;
  const slicing = {
    clock: () => now,
    breathe: async () => {
      done.push('breathe');
      now += 100;
    },
  };
  await inSlices(['a', 'b', 'c', 'd', 'e'], slicing, item => {
    done.push(item);
    now += 5;
  });
  expect(done).toEqual(['a', 'b', 'breathe', 'c', 'd', 'breathe', 'e']);
});

it('ends with the error of an item, and goes no further', async () => {
  const done: string[] = [];
  const slicing = {clock: () => 0, breathe: async () => undefined};
  const act = (item: string) => {
    done.push(item);
    if (item === 'b') throw new Error('b is broken');
  };
  await expect(inSlices(['a', 'b', 'c'], slicing, act)).rejects.toThrow('b is broken');
  expect(done).toEqual(['a', 'b']);
});
