import {expect, it} from 'vitest';
import {plural} from '../../../src/texts/plural.ts';

it.each([
  [0, '0 rows'],
  [1, '1 row'],
  [2, '2 rows'],
  [21, '21 rows'],
])('%i', (count, expected) => {
  expect(plural(count, {one: '1 row', other: `${count} rows`})).toBe(expected);
});
