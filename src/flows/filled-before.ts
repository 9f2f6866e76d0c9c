import {findPlaceholders} from '../placeholders/index.ts';

/** What stands now where a template has a placeholder. */
export interface FilledBefore {
  /** The text between the template's brackets. */
  readonly placeholder: string;
  readonly value: string;
}

/** Characters that a value has at most to be told from the text around it, and a line to be looked at. */
const longest = 200;
const longestLine = 2_000;
/** Placeholders of a line at most: with more, what belongs to which is a guess. */
const mostInLine = 4;

/**
 * What stands between these pieces in a line that begins with the first and ends with the last of them: each as short as it can
 * be, and a character at least. Undefined where the line does not have them all in their order.
 */
function between([first = '', ...others]: readonly string[], line: string): string[] | undefined {
  const last = others.pop() ?? '';
  if (!line.startsWith(first) || !line.endsWith(last)) return undefined;
  const values: string[] = [];
  let from = first.length;
  for (const piece of others) {
    const character = String.fromCodePoint(line.codePointAt(from) ?? 0);
    const found = line.indexOf(piece, from + character.length);
    if (found < 0) return undefined;
    values.push(line.slice(from, found));
    from = found + piece.length;
  }
  const end = line.length - last.length;
  return from < end ? [...values, line.slice(from, end)] : undefined;
}

/**
 * Finds what was filled into a template, by the lines that are the template's but for their placeholders. A line of nothing but
 * placeholders tells nothing, and neither does one that fits several places with different values.
 */
export function filledBefore(template: string, text: string): FilledBefore[] {
  const lines = text
    .split(/\r?\n|\r/)
    .map(line => line.trim())
    .filter(line => line.length <= longestLine);
  const found = findPlaceholders(template);
  let start = 0;
  return template.split(/(?<=\n)/).flatMap(line => {
    const end = start + line.length;
    const inLine = found.filter(place => place.start >= start && place.end <= end);
    const from = start;
    start = end;
    if (inLine.length === 0 || inLine.length > mostInLine) return [];
    let at = from;
    const around = [...inLine, undefined].map(place => {
      const part = template.slice(at, place?.start ?? end);
      at = place?.end ?? end;
      return part;
    });
    if (!around.some(part => /\p{L}/u.test(part))) return [];
    const pieces = around.join('\u0000').trim().split('\u0000');
    const matches = lines.flatMap(other => {
      const values = between(pieces, other);
      return values ? [values.map(value => value.trim())] : [];
    });
    const distinct = new Set(matches.map(values => values.join('\n')));
    const [values] = matches;
    if (values === undefined || distinct.size > 1) return [];
    return inLine.flatMap(({text: placeholder}, index) => {
      const value = values[index] ?? '';
      const isFilled = value !== '' && value.length <= longest && findPlaceholders(value).length === 0;
      return isFilled ? [{placeholder, value}] : [];
    });
  });
}
