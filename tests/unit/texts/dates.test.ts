import {describe, expect, it} from 'vitest';
import {day} from '../../../src/texts/dates.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

describe('day', () => {
  it.each([
    ['2026-11-28', 'Nov 28, 2026'],
    ['2026-01-01', 'Jan 1, 2026'],
    ['2028-02-29', 'Feb 29, 2028'],
  ])('%s, wherever the reader is: %s', (date, words) => {
    expect(day(date)).toBe(words);
  });

  it.each([
    '2026-11-28T00:00:30.000Z',
    '2026-11-28T23:59:30.000Z',
    '2026-12-31T23:59:30Z',
    '2027-01-01T00:30:00+01:00',
  ])('%s: the day that it is where the reader is', moment => {
    const there = new Date(moment);
    expect(day(moment)).toBe(`${months[there.getMonth()]} ${there.getDate()}, ${there.getFullYear()}`);
  });

  it.each(['', 'yesterday', 'in 10 days', '2026-13-45', '2026-11-28T25:00:00.000Z'])('%j as it is', words => {
    expect(day(words)).toBe(words);
  });
});
