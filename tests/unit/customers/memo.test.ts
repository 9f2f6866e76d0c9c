import {expect, it, vi} from 'vitest';
import {remembered} from '../../../src/customers/memo.ts';

it('asks once for each object, and anew only with another thing beside it', () => {
  const tell = vi.fn(({name}: {name: string}, other: string | undefined) => `${name} ${other}`);
  const told = remembered(tell);
  const acme = {name: 'Acme'};
  expect([told(acme, undefined), told(acme, undefined)]).toEqual(['Acme undefined', 'Acme undefined']);
  expect(tell).toHaveBeenCalledTimes(1);
  expect([told(acme, 'emea'), told(acme, 'emea')]).toEqual(['Acme emea', 'Acme emea']);
  expect(tell).toHaveBeenCalledTimes(2);
  expect(told({name: 'Acme'}, 'emea')).toBe('Acme emea');
  expect(tell).toHaveBeenCalledTimes(3);
});
