import type {CustomerResult} from './result.ts';

/**
 * GitLab notes activity at most this often, in milliseconds: what happens sooner after the last that was noted is not seen by it.
 * Source: `Project#last_activity_at` is touched by events at most once an hour.
 */
const activityInterval = 3_600_000;

/**
 * Whether what is known of a customer still says how it is, as far as that can be told without asking.
 *
 * @param now what is known, with what the lists tell over it
 * @param before what was found the last time; undefined for one that was never read
 * @param remarks what people say of it by now, in short
 * @param readAgainBefore what was read before this (date and time, ISO) is too old
 * @param at date and time (ISO) on GitLab's clock; what seems to have been read later was told by a clock that was wrong
 */
export function isFresh(
  now: CustomerResult,
  before: CustomerResult | undefined,
  remarks: string,
  readAgainBefore: string,
  at: string,
): boolean {
  if (before?.readAt === undefined || before.isPartly || before.path !== now.path) return false;
  // It was read before READMEs were asked whom they name.
  if (before.isNamed === undefined) return false;
  if (before.readAt < readAgainBefore || before.readAt > at) return false;
  if (before.remarks !== undefined && before.remarks !== remarks) return false;
  if (before.lastActivityAt !== now.lastActivityAt || before.lastChangeAt !== now.lastChangeAt) return false;
  if (Date.parse(before.readAt) < Date.parse(now.lastActivityAt ?? '') + activityInterval) return false;
  return Object.entries(now.findings).every(([id, {verdict}]) => before.findings[id]?.verdict === verdict);
}
