import type {Field} from '../customer/filling/files.ts';
import {placeKey} from '../placeholders/index.ts';
import {flowsTexts} from '../texts/flows.ts';

/** A value and what it is given for, as it is shown. */
export interface GivenValue {
  /** The value's key: of a placeholder, or of one of its places. */
  readonly key: string;
  readonly placeholder: string;
  readonly value: string;
}

/**
 * The values that are given, in the order of the files' placeholders: one for all places of a placeholder, or one for each place.
 * Those that no file asks for come last.
 *
 * @param values by placeholder, or by one of its places; an empty one is none
 */
export function givenValues(fields: readonly Field[], values: ReadonlyMap<string, string>): GivenValue[] {
  const known = new Set<string>();
  const given = fields.flatMap(({key, text, places}) => {
    const apart = places.map(({path, index, line}) => ({
      key: placeKey(key, path, index),
      placeholder: flowsTexts.placeholderInLine(`[${text}]`, line, path.split('/').at(-1) ?? path),
    }));
    for (const name of [key, ...apart.map(place => place.key)]) known.add(name);
    const own = values.get(key) ?? '';
    if (!apart.some(place => values.has(place.key))) return [{key, placeholder: `[${text}]`, value: own}];
    return apart.map(place => ({...place, value: values.get(place.key) ?? own}));
  });
  const others = [...values]
    .filter(([key]) => !known.has(key))
    .map(([key, value]) => ({key, placeholder: `[${key.split('\n')[0]}]`, value}));
  return [...given, ...others].filter(({value}) => value !== '');
}
