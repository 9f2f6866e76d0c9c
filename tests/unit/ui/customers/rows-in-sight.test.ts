import {describe, expect, it} from 'vitest';
import {piecesOf, placeAfterKey, rowAfterKey} from '../../../../src/ui/customers/rows-in-sight.ts';

describe('a long table', () => {
  it.each<[string, Parameters<typeof piecesOf>, string]>([
    ['at the top', [10, 0, 3, []], '0 1 2 (7)'],
    ['in the middle', [10, 4, 6, []], '(4) 4 5 (4)'],
    ['at the end', [10, 8, 13, []], '(8) 8 9'],
    ['with rows that are kept above and below', [10, 4, 6, [1, 8]], '(1) 1 (2) 4 5 (2) 8 (1)'],
    ['with rows that are kept and in sight, or not there', [4, 1, 3, [2, -1, 9]], '(1) 1 2 (1)'],
    ['with none', [0, 0, 5, [-1]], ''],
    ['that became shorter than what was scrolled', [3, 20, 30, []], '(3)'],
  ])('%s', (_name, [count, first, end, kept], expected) => {
    const pieces = piecesOf(count, first, end, kept);
    expect(pieces.map(piece => ('gap' in piece ? `(${piece.gap})` : piece.index)).join(' ')).toBe(expected);
  });
});

describe('a key', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 99, 99],
    ['PageDown', 3, 12],
    ['PageUp', 3, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
    ['a', 50, undefined],
  ])('%s leads from row %i to %s', (key, from, to) => expect(rowAfterKey(key, from, 10, 100)).toBe(to));

  it('leads nowhere in a table without rows', () => expect(rowAfterKey('End', -1, 10, 0)).toBeUndefined());
});

it.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 15, 16],
  ['ArrowRight', 16, undefined],
  ['ArrowLeft', 1, 0],
  ['ArrowLeft', 0, undefined],
  ['ArrowDown', 3, undefined],
  ['a', 3, undefined],
])('%s from place %i of a row leads to place %s', (key, from, to) => expect(placeAfterKey(key, from, 17)).toBe(to));
