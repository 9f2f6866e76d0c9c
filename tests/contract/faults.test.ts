import {expect, it} from 'vitest';
import {Faults} from '../../sandbox/faults.ts';

it('an answer that is held after the others were given is given too', async () => {
  const faults = new Faults();
  const answers = faults.hold({path: /./});
  const met = faults.take('GET', '/user');
  const waiting = met?.until?.();
  const late = faults.take('GET', '/user');
  answers();
  await expect(Promise.all([waiting, late?.until?.()])).resolves.toBeDefined();
  expect(answers.arrived()).toBe(2);
  expect(faults.take('GET', '/user')).toBeUndefined();
});
