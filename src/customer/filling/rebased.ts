import {dequal} from 'dequal/lite';

/**
 * What is kept, with what this page changed of it: another tab may have changed the rest meanwhile.
 *
 * @param from what this page saw or wrote last
 * @param to what it has now
 */
export function rebased<T>(
  kept: ReadonlyMap<string, T>,
  from: ReadonlyMap<string, T>,
  to: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const next = new Map(kept);
  for (const key of from.keys()) if (!to.has(key)) next.delete(key);
  for (const [key, value] of to) if (!dequal(from.get(key), value)) next.set(key, value);
  return next;
}
