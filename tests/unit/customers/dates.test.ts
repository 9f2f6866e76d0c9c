import {expect, it} from 'vitest';
import {ageInWords, dateAndTime, shortDate} from '../../../src/customers/dates.ts';

const now = Date.parse('2026-11-20T10:00:00.000Z');
it.each([
  ['2026-11-20T09:59:30.000Z', 'just now'],
  ['2026-11-20T10:05:00.000Z', 'just now'],
  ['2026-11-20T09:58:00.000Z', '2 minutes ago'],
  ['2026-11-20T08:30:00.000Z', '1 hour ago'],
  ['2026-11-17T09:00:00.000Z', '3 days ago'],
  ['2026-11-01T10:00:00.000Z', '2 weeks ago'],
  ['2024-11-01T10:00:00.000Z', '2 years ago'],
])('%s is %s', (iso, words) => expect(ageInWords(iso, now)).toBe(words));

it('a date is short', () => {
  const noon = new Date(2026, 10, 10, 12);
  expect(shortDate(noon.toISOString())).toBe('Nov 10, 2026');
});

it('a date and time has no seconds', () => {
  const noon = new Date(2026, 10, 10, 12, 34, 56);
  expect(dateAndTime(noon.toISOString())).toBe('Nov 10, 2026, 12:34 PM');
  expect(dateAndTime(noon.toISOString())).not.toContain('56');
});

it('what is no date stays as it is', () => {
  expect(shortDate('never')).toBe('never');
  expect(dateAndTime('never')).toBe('never');
  expect(ageInWords('never', now)).toBe('never');
});
