import type {Field} from './files.ts';

/**
 * Where a field stands in a form: with what is known, with what was typed before the form was opened, or with what is asked for.
 */
export type FieldPart = 'known' | 'earlier' | 'asked';

/** The placeholder's key in that of a value for it, or for one of its places. */
const placeholderOf = (name: string) => name.split('\n')[0] ?? name;

/** The values of a placeholder, for all of its places and for some: each once, without empty ones. */
export function valuesOf(key: string, values: ReadonlyMap<string, string>): string[] {
  const own = [...values].filter(([name, value]) => value !== '' && placeholderOf(name) === key);
  return [...new Set(own.map(([, value]) => value))];
}

/** Whether a placeholder has a value, for all of its places or for some. */
export function isGiven(key: string, values: ReadonlyMap<string, string>): boolean {
  return valuesOf(key, values).length > 0;
}

/**
 * What goes into the files: what was typed, and what is known where nothing was. What was emptied stays empty.
 *
 * @param typed by placeholder, or by one of its places
 * @param known by placeholder
 */
export function withKnown(
  typed: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const touched = new Set([...typed.keys()].map(placeholderOf));
  return new Map([...[...known].filter(([key]) => !touched.has(key)), ...typed]);
}

/** The values without those of placeholders that are left as they are. */
export function withoutLeft(
  values: ReadonlyMap<string, string>,
  left: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  return new Map([...values].filter(([name]) => !left.has(placeholderOf(name))));
}

/**
 * Tells where each field stands. That is decided once for a field, so that none goes away from under the hands of who types in it.
 *
 * @param before what was decided
 * @param known what is known, by placeholder
 * @param values what would go into the files
 */
export function partsOf(
  before: ReadonlyMap<string, FieldPart>,
  fields: readonly Field[],
  known: ReadonlyMap<string, string>,
  values: ReadonlyMap<string, string>,
): ReadonlyMap<string, FieldPart> {
  const parts = new Map(before);
  for (const {key} of fields) {
    if (parts.has(key)) continue;
    if (!isGiven(key, values)) parts.set(key, 'asked');
    else parts.set(key, known.has(key) ? 'known' : 'earlier');
  }
  return parts;
}
