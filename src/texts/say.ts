import type {Said} from './said.ts';
import {firstTexts, type LaterTexts} from './stored.ts';
import {texts} from './texts.ts';

type Text = string | ((...values: readonly unknown[]) => string);

const rooms = new Map<string, object>(Object.entries(firstTexts));

/** Has the texts said that a part of the panel needs which is loaded later. */
export function addTexts(later: LaterTexts): void {
  for (const [room, texts] of Object.entries(later)) rooms.set(room, texts);
}

function isSaid(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

/** A value as it goes into a text. */
function worded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(worded);
  return isSaid(value) ? say(value) : value;
}

/**
 * The words of a text that is no room's.
 *
 * @param texts what has it, if it does
 * @param values what goes into it
 * @returns undefined where there is no such text, or where it takes other values
 */
export function sayBy(texts: object, name: string, values: Said['with'] = []): string | undefined {
  const text = Object.hasOwn(texts, name) ? (texts as Readonly<Record<string, Text>>)[name] : undefined;
  if (typeof text !== 'function') return text;
  try {
    return text(...values.map(worded));
  } catch {
    // Another version, or a file that was changed by hand, gave it other values.
    return undefined;
  }
}

/** The words of a text. A string stays as it is: it is somebody's own words, a name or a path. */
export function say(words: Said | string): string {
  if (typeof words === 'string') return words;
  const [room = '', name = ''] = words.text.split('.');
  return sayBy(rooms.get(room) ?? {}, name, words.with) ?? texts.ofAnotherVersion;
}
