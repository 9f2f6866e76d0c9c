import {findPlaceholders} from '../../placeholders/index.ts';

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

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
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
    const pattern = new RegExp(`^${around.map(escaped).join('\u0000').trim().split('\u0000').join('(.+?)')}$`, 'u');
    const matches = lines.flatMap(other => {
      const match = pattern.exec(other);
      return match ? [match.slice(1).map(value => value.trim())] : [];
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
