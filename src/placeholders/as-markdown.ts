import type {Within} from './placeholder.ts';

/** Links that a person types stay links. */
const link = /(https?:\/\/[^\s<>]+|<(?:https?:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>|\[[^[\]]*\]\([^\s()]*\))/;

/** What Markdown would make marks of inside a line. */
const inlineMark = /[*`~[\]]|\\(?=[!-/:-@[-`{-~]|$)|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])/g;

/** What Markdown would make a heading, a list, a quote, a table or a rule of at the beginning of a line. */
const blockMark = /^(?=#{1,6}(?:\s|$)|[>|]|[-+](?:\s|$)|-[-:]|:-|==)|(?<=^\d{1,9})(?=[.)](?:\s|$))/;

function inMarkdown(value: string, opensLine: boolean): string {
  const escaped = value.split(link).map((part, index) => (index % 2 ? part : part.replace(inlineMark, '\\$&')));
  const line = escaped.join('');
  return opensLine ? line.replace(blockMark, '\\') : line;
}

function inAddress(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}

/** What GitLab takes for the end of the sentence behind an address that stands bare. */
const endOfSentence = /(?<![?!.,:;*_~'"])[?!.,:;*_~'"]+$/;

/** The lines of a value, without the blanks around them and without those that hold nothing else. */
export function linesOf(value: string): string[] {
  return value
    .split(/[\r\n]/)
    .map(line => line.trim())
    .filter(Boolean);
}

/**
 * The value as it is written as the end of an address that stands bare in the text, `https://…/[TENANT]`, so that all of it
 * is the address.
 */
export function writtenLast(value: string): string {
  return written(value, 'target', false).replace(endOfSentence, end => end.replace(/./g, inAddress));
}

/**
 * The value as it is written for its place, so that the rendered page shows what was typed and the block stays whole. That goes
 * for brackets too: whoever types them is told that a reader sees them. In an address blanks and what would end it are encoded; a
 * host's name with blanks stays one that no browser finds, as it would be whatever was written.
 *
 * @param opensLine nothing but marks of blocks stands before it in its line
 */
export function written(value: string, within: Within, opensLine: boolean): string {
  // A line break as it is would end a heading, a row or an item; this one a reader sees in all of them.
  const lines = linesOf(value);
  const joined = (write: (line: string, index: number) => string) => lines.map(write).join('<br>');
  switch (within) {
    case 'target':
      return lines.join(' ').replace(/[\s<>()[\]\\|`]|&(?=#?\w+;)/g, inAddress);
    case 'html':
      return joined(line => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
    case 'table':
      return joined(line => inMarkdown(line, false)).replaceAll('|', '\\|');
    case 'text':
      return joined((line, index) => inMarkdown(line, opensLine && index === 0));
  }
}
