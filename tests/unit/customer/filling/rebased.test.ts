import {describe, expect, it} from 'vitest';
import {rebased} from '../../../../src/customer/filling/rebased.ts';

const map = (values: Record<string, unknown>) => new Map(Object.entries(values));

describe('what two pages changed', () => {
  it.each([
    ['nothing is kept', {}, {}, {a: 1}, {a: 1}],
    ['another page added one', {b: 2}, {}, {a: 1}, {a: 1, b: 2}],
    ['another page changed one', {a: 1, b: 3}, {a: 1, b: 2}, {a: 4, b: 2}, {a: 4, b: 3}],
    ['another page took one away', {a: 1}, {a: 1, b: 2}, {a: 4, b: 2}, {a: 4}],
    ['both changed the same', {a: 2}, {a: 1}, {a: 3}, {a: 3}],
    ['this page took one away', {a: 1, b: 2}, {a: 1}, {}, {b: 2}],
    ['a list is equal by its entries', {a: ['y']}, {a: ['x']}, {a: ['x']}, {a: ['y']}],
  ])('%s', (_name, kept, from, to, expected) => {
    expect(Object.fromEntries(rebased(map(kept), map(from), map(to)))).toEqual(expected);
  });
});
