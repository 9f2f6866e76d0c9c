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
 * What was typed for placeholders that had a field in an open form and that no file has any more, because somebody changed it. It stays in
 * the draft, and comes back with its placeholder.
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
  const shown = useRef({blanks: rules.blanks, texts: new Map<string, string>()});
  return useMemo(() => {
    // What is found then is no matter of the files.
    if (shown.current.blanks !== rules.blanks) shown.current = {blanks: rules.blanks, texts: new Map()};
    const {texts} = shown.current;
    for (const {key, text} of fields) texts.set(key, text);
    const all = [...files.own, ...files.others];
    const there = new Set([...fieldsOf(all, rules), ...proseOf(all, rules)].map(({key}) => key));
    return [...texts].flatMap(([key, text]) => {
      const value = values.get(key);
      return value && !left.has(key) && !there.has(key) ? [{text, value}] : [];
    });
  }, [files, fields, rules, values, left]);
}
