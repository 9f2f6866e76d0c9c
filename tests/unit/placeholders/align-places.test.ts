import {describe, expect, it} from 'vitest';
import {alignPlaces} from '../../../src/placeholders/index.ts';

const none = undefined;

describe('places after a change', () => {
  it.each([
    ['nothing changed', 'abc', 'abc', [0, 1, 2]],
    ['one was added in front', 'abc', 'xabc', [1, 2, 3]],
    ['one was added between', 'abc', 'axbc', [0, 2, 3]],
    ['one is gone', 'abc', 'ac', [0, none, 1]],
    ['one line was edited', 'abc', 'axc', [0, 1, 2]],
    ['one was edited and one added beside it', 'abc', 'axyc', [0, none, 2 + 1]],
    ['equal lines stay in order', 'aab', 'aaab', [0, 1, 3]],
    ['all are gone', 'abc', '', [none, none, none]],
    ['all were edited', 'ab', 'xy', [0, 1]],
    ['there were none', '', 'ab', []],
  ])('%s', (_name, before, after, expected) => {
    expect(alignPlaces([...before], [...after]).map(index => index ?? none)).toEqual(expected);
  });

  it('beyond a thousand go by their order, and by nothing where their number changed', () => {
    const many = Array.from({length: 1_001}, (_, index) => `line ${index}`);
    expect(alignPlaces(many, many)).toEqual(many.map((_, index) => index));
    expect(alignPlaces(many, [...many, 'x']).every(index => index === undefined)).toBe(true);
  });
});
