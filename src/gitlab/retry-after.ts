/** A day of the week, which every date in a header begins with. A number alone is no date, whatever a browser makes of it. */
const date = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i;
/** Seconds of a year: longer than any wait, and short enough for a date. */
const longest = 31_536_000;

/**
 * The seconds that `Retry-After` asks to wait, from 0 to those of a year: a number of them, or a date, which may be past. Undefined
 * where the header is missing or says neither. Source: RFC 9110, 10.2.3.
 *
 * @param now milliseconds since the epoch
 */
export function secondsOfRetryAfter(header: string | null, now: number): number | undefined {
  const told = header?.trim() ?? '';
  const seconds = /^\d+$/.test(told) ? Number(told) : date.test(told) ? (Date.parse(told) - now) / 1_000 : Number.NaN;
  return Number.isNaN(seconds) ? undefined : Math.min(longest, Math.max(0, Math.ceil(seconds)));
}
