import {placeholdersTexts} from '../texts/placeholders.ts';
import type {Aliases} from './suggest.ts';

/** Aliases as a person edits them: one a line, `TAM = CSM`. */
export function aliasLines(aliases: Aliases): string {
  return Object.entries(aliases)
    .map(([other, one]) => `${other} = ${one}`)
    .join('\n');
}

/** Reads {@link aliasLines} back; a string says what is wrong with the first line that cannot be read. */
export function readAliases(text: string): Aliases | string {
  const aliases: [string, string][] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const parts = line.split('=').map(part => part.replace(/[[\]]/g, '').trim());
    const [other, one] = parts;
    if (!other || !one || parts.length > 2) return placeholdersTexts.aliasNotUnderstood(index + 1);
    aliases.push([other, one]);
  }
  return Object.fromEntries(aliases);
}
