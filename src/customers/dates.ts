import {customersTexts} from '../texts/customers.ts';
import {ages, days, moments} from './language.ts';

/** Minutes of each unit, the greatest first. */
const units = [
  ['year', 525_960],
  ['month', 43_830],
  ['week', 10_080],
  ['day', 1_440],
  ['hour', 60],
  ['minute', 1],
] as const;

/** A date (ISO) as the user's language writes it, in the user's time zone; what is no date as it is. */
export function shortDate(iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : days().format(at);
}

/** A date and time (ISO), likewise. */
export function dateAndTime(iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : moments().format(at);
}

/**
 * How long ago something was, in words: “3 days ago”; what is no date as it is.
 *
 * @param iso date and time (ISO)
 * @param now milliseconds since 1970
 */
export function ageInWords(iso: string, now: number): string {
  const minutes = Math.max(0, now - Date.parse(iso)) / 60_000;
  if (Number.isNaN(minutes)) return iso;
  const unit = units.find(([, length]) => minutes >= length);
  return unit === undefined ? customersTexts.justNow : ages().format(-Math.floor(minutes / unit[1]), unit[0]);
}
