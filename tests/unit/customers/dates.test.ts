import {expect, it} from 'vitest';
import {ageInWords, dateAndTime, shortDate} from '../../../src/customers/dates.ts';

const now = Date.parse('2026-11-20T10:00:00.000Z');
/** As the language of whoever runs this says it. */
const words = (count: number, unit: Intl.RelativeTimeFormatUnit) =>
  new Intl.RelativeTimeFormat(undefined, {numeric: count === 0 ? 'auto' : 'always'}).format(-count, unit);

it.each([
  ['2026-11-20T09:59:30.000Z', 0, 'minute'],
  ['2026-11-20T10:05:00.000Z', 0, 'minute'],
  ['2026-11-20T09:58:00.000Z', 2, 'minute'],
  ['2026-11-20T08:30:00.000Z', 1, 'hour'],
  ['2026-11-17T09:00:00.000Z', 3, 'day'],
  ['2026-11-01T10:00:00.000Z', 2, 'week'],
  ['2024-11-01T10:00:00.000Z', 2, 'year'],
] as const)('%s is %i %ss ago', (iso, count, unit) => expect(ageInWords(iso, now)).toBe(words(count, unit)));

it('a date is short', () => {
  const noon = new Date(2026, 10, 10, 12);
  expect(shortDate(noon.toISOString())).toBe(noon.toLocaleDateString(undefined, {dateStyle: 'medium'}));
});

it('a date and time has no seconds', () => {
  const noon = new Date(2026, 10, 10, 12, 34, 56);
  expect(dateAndTime(noon.toISOString())).toBe(
    noon.toLocaleString(undefined, {dateStyle: 'medium', timeStyle: 'short'}),
  );
  expect(dateAndTime(noon.toISOString())).not.toContain('56');
});

it('what is no date stays as it is', () => {
  expect(shortDate('never')).toBe('never');
  expect(dateAndTime('never')).toBe('never');
  expect(ageInWords('never', now)).toBe('never');
});
