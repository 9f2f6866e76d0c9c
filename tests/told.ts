import type {Said} from '../src/texts/said.ts';
import {say} from '../src/texts/say.ts';

/** A type in which each text stands for its words. */
type Told<T> = T extends Said
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Told<Item>[]
    : T extends object
      ? {[Name in keyof T]: Told<T[Name]>}
      : T;

function isSaid(value: object): value is Said {
  return 'text' in value && typeof value.text === 'string' && /^\w+\../.test(value.text);
}

/** A value with the words of all texts in it, as they are shown. */
export function told<T>(value: T): Told<T> {
  // The types follow what is done here, one branch each.
  const as = (words: unknown) => words as Told<T>;
  if (typeof value !== 'object' || value === null) return as(value);
  if (isSaid(value)) return as(say(value));
  if (Array.isArray(value)) return as(value.map(item => told(item)));
  return as(Object.fromEntries(Object.entries(value).map(([name, field]) => [name, told(field)])));
}
