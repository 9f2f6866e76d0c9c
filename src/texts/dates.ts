import {language} from './language.ts';

let days: Intl.DateTimeFormat | undefined;

/**
 * A day in the language of the texts: “Nov 28, 2026”.
 *
 * @param iso a date (ISO), or one with a time: the day that it is where the reader is. What is neither is said as it is.
 */
export function day(iso: string): string {
  const date = new Date(iso.length === 10 ? `${iso}T00:00:00` : iso);
  if (Number.isNaN(date.getTime())) return iso;
  days ??= new Intl.DateTimeFormat(language, {dateStyle: 'medium'});
  return days.format(date);
}
