import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {isAtOrBelow} from '../../../src/workspace/glob.ts';

describe('isAtOrBelow', () => {
  it.each([
    ['a', 'a', true],
    ['A', 'a', true],
    ['a', 'A', true],
    ['a/b/c', 'a', true],
    ['ab', 'a', false],
    ['a', 'a/b', false],
    ['a', '*', true],
    ['a/b', '*/b', true],
    ['b', '*/b', false],
    ['a/c/b', '*/b', false],
    ['a/internal-x/y', '*/internal-*', true],
    ['a/internal-', '*/internal-*', true],
    ['a/internal', '*/internal-*', false],
    ['a/x/internal-y', '*/internal-*', false],
    ['a-b/c', '*-*', true],
    ['ab', 'a*b*', true],
    ['aXbYc', 'a*b*c', true],
    ['aba', 'ab*ba', false],
    ['abba', 'ab*ba', true],
    ['aaa', 'a*a*a', true],
    ['aa', 'a*a*a', false],
    ['a.b', 'a.b', true],
    ['axb', 'a.b', false],
    ['(a', '(*', true],
  ])('%s, %s: %s', (path, pattern, expected) => {
    expect(isAtOrBelow(path, pattern)).toBe(expected);
  });

  it('is what a regular expression made of the pattern says', () => {
    const text = fc.string({unit: fc.constantFrom('a', 'b', '.', '-', '/'), maxLength: 12});
    const glob = fc.string({unit: fc.constantFrom('a', 'b', '.', '-', '/', '*'), minLength: 1, maxLength: 8});
    fc.assert(
      fc.property(text, glob, (path, pattern) => {
        const source = pattern.replace(/[.*]/g, sign => (sign === '*' ? '[^/]*' : `\\${sign}`));
        expect(isAtOrBelow(path, pattern)).toBe(new RegExp(`^${source}(/|$)`).test(path));
      }),
      {numRuns: 2_000},
    );
  });

  it('takes no time for a pattern that would cost a regular expression minutes', () => {
    expect(isAtOrBelow('a'.repeat(255), `${'a*'.repeat(100)}b`)).toBe(false);
  });
});
