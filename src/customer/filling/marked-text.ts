import {
  type BracketRules,
  fillPlaceholders,
  findPlaceholders,
  groupPlaceholders,
  placeKey,
} from '../../placeholders/index.ts';
import type {EditedFile} from './files.ts';

/** A place of a placeholder in a text that is shown. */
export interface MarkedPlace {
  readonly key: string;
  /** As it stands between its brackets. */
  readonly text: string;
  /** The key of a value for this place alone. */
  readonly place: string;
}

/** A text of which a renderer can make what it wants: where its placeholders were can still be found. */
export interface MarkedText {
  /** The text with a word in place of each placeholder. */
  readonly text: string;
  /** Takes a stretch of what was made of it apart: into texts, and places of placeholders. */
  readonly split: (stretch: string) => readonly (string | MarkedPlace)[];
}

/** Puts a word that no renderer touches in the place of each placeholder of a file. */
export function markedText({path, text}: EditedFile, rules: BracketRules): MarkedText {
  let stem = 'csmfield';
  while (text.toLowerCase().includes(stem)) stem += 'x';
  const places: MarkedPlace[] = [];
  const words = new Map<string, string>();
  for (const group of groupPlaceholders(findPlaceholders(text, rules))) {
    group.places.forEach((placeholder, index) => {
      const place = placeKey(group.key, path, index);
      words.set(place, `${stem}${places.length}e`);
      places.push({key: group.key, text: placeholder.text, place});
    });
  }
  return {
    text: fillPlaceholders(text, words, {path, rules}),
    split: stretch =>
      stretch
        .split(new RegExp(`${stem}(\\d+)e`))
        .map((part, index) => (index % 2 === 0 ? part : (places[Number(part)] ?? part)))
        .filter(part => part !== ''),
  };
}
