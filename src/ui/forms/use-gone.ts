import {useMemo, useRef} from 'preact/hooks';
import type {Draft} from '../../customer/filling/draft.ts';
import {type EditedFile, type Field, fieldsOf, proseOf} from '../../customer/filling/files.ts';
import type {BracketRules} from '../../placeholders/index.ts';

/** A placeholder that is gone, with what was typed for it. */
export interface GoneValue {
  /** As it stood between its brackets. */
  readonly text: string;
  readonly value: string;
}

/**
 * What was typed for placeholders that had a field in an open form and that its files no longer have, because somebody changed them. It stays
 * in the draft, and comes back with its placeholder.
 *
 * @param files all that can be filled in here
 * @param fields those that are shown
 */
export function useGone(
  files: {readonly own: readonly EditedFile[]; readonly others: readonly EditedFile[]},
  fields: readonly Field[],
  rules: BracketRules,
  {values, left}: Draft,
): readonly GoneValue[] {
  const seen = useRef({blanks: rules.blanks, texts: new Map<string, string>(), own: new Set<string>()});
  return useMemo(() => {
    // What is found then is no matter of the files.
    if (seen.current.blanks !== rules.blanks) seen.current = {blanks: rules.blanks, texts: new Map(), own: new Set()};
    const {texts, own} = seen.current;
    for (const {key} of fieldsOf(files.own, rules)) own.add(key);
    for (const {key, text} of fields) texts.set(key, text);
    const all = [...files.own, ...files.others];
    const prose = proseOf(all, rules);
    const shown = new Set([...fields, ...prose].map(({key}) => key));
    const anywhere = new Set([...fieldsOf(all, rules), ...prose].map(({key}) => key));
    return [...texts].flatMap(([key, text]) => {
      const value = values.get(key);
      // Of the other files, a field goes also when they are not to be filled in together.
      const isThere = own.has(key) ? shown.has(key) : anywhere.has(key);
      return value && !left.has(key) && !isThere ? [{text, value}] : [];
    });
  }, [files, fields, rules, values, left]);
}
