import type {Said} from './said.ts';
import {firstTexts, type LaterTexts} from './stored.ts';
import {texts} from './texts.ts';

type Text = string | ((...values: readonly unknown[]) => string);

const rooms = new Map<string, object>(Object.entries(firstTexts));

/** Has the texts said that a part of the panel needs which is loaded later. */
export function addTexts(later: LaterTexts): void {
  for (const [room, texts] of Object.entries(later)) rooms.set(room, texts);
}

function textOf(id: string): Text | undefined {
  const [room = '', name = ''] = id.split('.');
  const known = rooms.get(room);
  return known && Object.hasOwn(known, name) ? (known as Readonly<Record<string, Text>>)[name] : undefined;
}

function isSaid(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

/** A value as it goes into a text. */
function worded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(worded);
  return isSaid(value) ? say(value) : value;
}

/** The words of a text. A string stays as it is: it is somebody's own words, a name or a path. */
export function say(words: Said | string): string {
  if (typeof words === 'string') return words;
  const text = textOf(words.text);
  if (typeof text === 'string') return text;
  try {
    if (text !== undefined) return text(...(words.with ?? []).map(worded));
  } catch {
    // Another version, or a file that was changed by hand, gave it other values.
  }
  return texts.ofAnotherVersion;
}
