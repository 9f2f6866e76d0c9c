import type {FactSheet} from '../../facts/facts.ts';
import {type BracketRules, findPlaceholders, previewFill} from '../../placeholders/index.ts';
import {type EditedFile, readmeFiles, templateFiles} from './files.ts';

/** What a line says around its placeholders, in turn. */
function piecesOf(line: string, rules: BracketRules): readonly string[] {
  const places = findPlaceholders(line, rules).filter(({kind}) => kind !== 'prose');
  const ends = [0, ...places.map(({end}) => end)];
  return ends.map((from, index) => line.slice(from, places[index]?.start ?? line.length));
}

/** Whether a line has all of these pieces in their order, the first at its beginning and the last at its end. */
function fits(line: string, [first = '', ...others]: readonly string[]): boolean {
  const last = others.pop();
  if (last === undefined) return line === first;
  if (!line.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = line.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return line.length - last.length >= at && line.endsWith(last);
}

/**
 * Whether somebody else filled in by now all that was to be filled in, whatever they filled in or wrote besides.
 *
 * @param files as they were when it was to be filled in
 * @param facts as they were read since
 */
export function isFilledIn(
  files: readonly EditedFile[],
  values: ReadonlyMap<string, string>,
  rules: BracketRules,
  facts: FactSheet,
): boolean {
  const now = new Map([...readmeFiles(facts), ...templateFiles(facts)].map(file => [file.path, file.text]));
  return files.every(({path, text, lastCommitId}) => {
    const changed = previewFill(text, values, {path, rules});
    if (changed.length === 0 && lastCommitId !== undefined) return true;
    const current = now.get(path);
    if (current === undefined || previewFill(current, values, {path, rules}).length > 0) return false;
    const lines = current.split(/\r?\n|\r/);
    const isThere = (line: string) => {
      const pieces = piecesOf(line, rules);
      return lines.some(other => fits(other, pieces));
    };
    return changed.every(({after}) => after.split(/\r?\n|\r/).every(isThere));
  });
}
