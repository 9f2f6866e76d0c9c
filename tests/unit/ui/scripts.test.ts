import {expect, it} from 'vitest';
import {script} from '../../../src/ui/scripts.ts';

it('loads a part once, and again after it failed', async () => {
  let times = 0;
  const part = script(async () => {
    times += 1;
    if (times === 1) throw new Error('gone');
    return {times};
  });
  expect(part.loaded.value).toBeUndefined();
  await part.load();
  expect(part.loaded.value).toBe('failed');
  await part.load();
  await part.load();
  expect(part.loaded.value).toEqual({times: 2});
  expect(times).toBe(2);
});
