import {language} from './language.ts';

/** Makes something when it is asked for the first time, and keeps it. */
export function once<Thing extends object>(make: () => Thing): () => Thing {
  let made: Thing | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const ages = once(() => new Intl.RelativeTimeFormat(language));
const days = once(() => new Intl.DateTimeFormat(language, {dateStyle: 'medium'}));
const moments = once(() => new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeStyle: 'short'}));

/** What makes the ways below to write dates, each of which takes a browser 20 ms and more the first time. */
export const dateMakers: readonly (() => object)[] = [ages, days, moments];

const hour = 60;
const daily = 1_440;

/** What was less than a minute ago. */
const justNow = 'just now';

function written(iso: string, format: () => Intl.DateTimeFormat): string {
  const date = new Date(iso.length === 10 ? `${iso}T00:00:00` : iso);
  return Number.isNaN(date.getTime()) ? iso : format().format(date);
}

/**
 * A day in the language of the texts: “Nov 28, 2026”.
 *
 * @param iso a date (ISO), or one with a time: the day that it is where the reader is. What is neither is said as it is.
 */
export const day = (iso: string): string => written(iso, days);

/** A date and time (ISO), likewise: “Nov 28, 2026, 2:05 PM”. */
export const dayAndTime = (iso: string): string => written(iso, moments);

/**
 * How long ago something was, up to a week: “3 days ago”; then the day on which it was. What is no date is said as it is.
 *
 * @param iso date and time (ISO)
 * @param now milliseconds since 1970; the clock can have been set back meanwhile
 */
export function timeSince(iso: string, now: number): string {
  const minutes = Math.floor(Math.max(0, now - Date.parse(iso)) / 60_000);
  if (!(minutes < 7 * daily)) return day(iso);
  if (minutes < 1) return justNow;
  if (minutes < hour) return ages().format(-minutes, 'minute');
  if (minutes < daily) return ages().format(-Math.floor(minutes / hour), 'hour');
  return ages().format(-Math.floor(minutes / daily), 'day');
}

/** A time of today without its day: “2:05 PM”; any other with it. @param at milliseconds since 1970; @param now the same */
export function timeOf(at: number, now: number): string {
  const then = new Date(at);
  const isToday = then.toDateString() === new Date(now).toDateString();
  return isToday ? then.toLocaleTimeString(language, {timeStyle: 'short'}) : dayAndTime(then.toISOString());
}
