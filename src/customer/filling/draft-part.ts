import type {Draft} from './draft.ts';

/** The placeholder of a value, which can be for one of its places. */
const keyOf = (name: string) => name.split('\n')[0] ?? '';

/** Whether something was typed for some of the placeholders, or decided about them. */
export function hasAnyOf({values, left}: Draft, keys: ReadonlySet<string>): boolean {
  return [...values.keys(), ...left].some(name => keys.has(keyOf(name)));
}

/** What was typed and decided for all other placeholders. */
export function draftWithout({values, left, lines}: Draft, keys: ReadonlySet<string>): Draft {
  const isOther = (name: string) => !keys.has(keyOf(name));
  return {
    values: new Map([...values].filter(([name]) => isOther(name))),
    left: new Set([...left].filter(isOther)),
    lines: new Map([...lines].filter(([name]) => isOther(name))),
  };
}
