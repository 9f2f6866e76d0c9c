import {expect, it} from 'vitest';
import {createServerClock} from '../../../src/gitlab/clock.ts';

const computer = '2026-11-20T10:00:00.000Z';

it.each([
  ['ahead', '2026-11-20T08:00:00.000Z', '2026-11-20T08:01:30.000Z'],
  ['behind', '2027-01-01T00:00:00.000Z', '2027-01-01T00:01:30.000Z'],
  ['not told by GitLab', undefined, computer],
])('a computer’s clock that is %s', async (_what, told, expected) => {
  let running = 5_000;
  const clock = createServerClock(
    () => computer,
    () => running,
  );
  expect(clock.now()).toBe(computer);
  await clock.ask(async () => told);
  running += 90_000;
  expect(clock.now()).toBe(expected);
});

it('goes on as it was where GitLab cannot be asked', async () => {
  const clock = createServerClock(
    () => computer,
    () => 0,
  );
  await clock.ask(async () => '2026-11-20T08:00:00.000Z');
  await expect(clock.ask(() => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(clock.now()).toBe('2026-11-20T08:00:00.000Z');
});
