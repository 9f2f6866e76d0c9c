import {alignPlaces, placeKey} from '../../placeholders/index.ts';
import {type Draft, linesKey} from './draft.ts';
import type {EditedFile, Field} from './files.ts';

/** A draft whose values for single places stand where the files have these places now. */
interface Placed {
  /** The same object where nothing had to be changed. */
  readonly draft: Draft;
  /** Values whose place is gone. */
  readonly lost: readonly string[];
}

/** Places of one placeholder in one file for which there are values of their own. */
function apartIn(draft: Draft, paths: ReadonlySet<string>): ReadonlyMap<string, readonly [key: string, path: string]> {
  const apart = new Map<string, readonly [string, string]>();
  for (const name of draft.values.keys()) {
    const [key = '', path] = name.split('\n');
    if (path !== undefined && paths.has(path)) apart.set(linesKey(key, path), [key, path]);
  }
  return apart;
}

/** Brings values for single places to where these are now, after somebody else changed a file. */
export function placeDraft(draft: Draft, files: readonly EditedFile[], fields: readonly Field[]): Placed {
  const values = new Map(draft.values);
  const lines = new Map(draft.lines);
  const lost: string[] = [];
  let isOther = false;
  for (const [name, [key, path]] of apartIn(draft, new Set(files.map(file => file.path)))) {
    const places = fields.find(field => field.key === key)?.places.filter(place => place.path === path) ?? [];
    const now = places.map(({text}) => text);
    const before = lines.get(name);
    if (before !== undefined && before.join('\n') === now.join('\n')) continue;
    isOther = true;
    lines.set(name, now);
    if (before === undefined) continue;
    const typed = before.map((_, index) => values.get(placeKey(key, path, index)));
    before.forEach((_, index) => void values.delete(placeKey(key, path, index)));
    for (const [index, to] of alignPlaces(before, now).entries()) {
      const value = typed[index];
      if (value === undefined) continue;
      if (to !== undefined) values.set(placeKey(key, path, to), value);
      else if (value !== '') lost.push(value);
    }
    // What is apart stays apart: a new place starts empty.
    now.forEach((_, index) => {
      const place = placeKey(key, path, index);
      if (!values.has(place)) values.set(place, '');
    });
  }
  return isOther ? {draft: {...draft, values, lines}, lost} : {draft, lost};
}
