import {describe, expect, it} from 'vitest';
import {day, dayAndTime, timeOf, timeSince} from '../../../src/texts/dates.ts';

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

const now = Date.parse('2026-11-20T10:00:00.000Z');

it.each([
  ['2026-11-20T09:59:30.000Z', 'just now'],
  ['2026-11-20T10:05:00.000Z', 'just now'],
  ['2026-11-20T09:58:00.000Z', '2 minutes ago'],
  ['2026-11-20T08:30:00.000Z', '1 hour ago'],
  ['2026-11-17T09:00:00.000Z', '3 days ago'],
  ['2026-11-13T12:00:00.000Z', '6 days ago'],
  ['2026-11-10T12:00:00.000Z', 'Nov 10, 2026'],
  ['2024-11-01T12:00:00.000Z', 'Nov 1, 2024'],
  ['never', 'never'],
])('%s was %s', (iso, words) => expect(timeSince(iso, now)).toBe(words));

it('a date and time has no seconds, and is that of where the reader is', () => {
  expect(dayAndTime(new Date(2026, 10, 10, 12, 34, 56).toISOString()).replace(/\s/g, ' ')).toBe(
    'Nov 10, 2026, 12:34 PM',
  );
  expect(dayAndTime('never')).toBe('never');
});

it('a time has its day, unless that is today', () => {
  const noon = new Date(2026, 10, 10, 12).getTime();
  expect(timeOf(noon, noon - 3_600_000).replace(/\s/g, ' ')).toBe('12:00 PM');
  expect(timeOf(noon, noon - 86_400_000).replace(/\s/g, ' ')).toBe('Nov 10, 2026, 12:00 PM');
});
