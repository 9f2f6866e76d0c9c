import {findPlaceholders} from './find.ts';
import {groupKey} from './group.ts';
import type {Placeholder} from './placeholder.ts';

/** A line that filling changes. */
interface ChangedLine {
  /** Its number, from 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** The value as it is written for its place, so that the rendered page shows what was typed and the block stays whole. */
function written(value: string, {context: {within}}: Placeholder): string {
  const oneLine = value.replace(/\s*[\r\n]+\s*/g, ' ');
  if (within === 'target') {
    return oneLine
      .trim()
      .replace(/[\s<>()[\]\\]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  }
  if (within === 'html') return oneLine.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return within === 'table' ? oneLine.replaceAll('|', '\\|') : oneLine;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function editsOf(markdown: string, values: ReadonlyMap<string, string>): Edit[] {
  return findPlaceholders(markdown).flatMap(placeholder => {
    const value = placeholder.kind === 'prose' ? undefined : values.get(groupKey(placeholder.text));
    return value ? [{start: placeholder.start, end: placeholder.end, text: written(value, placeholder)}] : [];
  });
}

function applied(text: string, edits: readonly Edit[], offset: number): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start - offset) + edit.text;
    at = edit.end - offset;
  }
  return result + text.slice(at);
}

/**
 * Puts values in the place of placeholders. Everything else stays as it is, byte for byte.
 *
 * @param values by a group's key; an empty value, like none, leaves the placeholder
 */
export function fillPlaceholders(markdown: string, values: ReadonlyMap<string, string>): string {
  return applied(markdown, editsOf(markdown, values), 0);
}

/** The lines that {@link fillPlaceholders} would change; a placeholder over several lines makes one entry with line breaks. */
export function previewFill(markdown: string, values: ReadonlyMap<string, string>): ChangedLine[] {
  const changed: ChangedLine[] = [];
  const edits = editsOf(markdown, values);
  let line = 1;
  let counted = 0;
  for (let index = 0; index < edits.length; ) {
    const first = edits[index];
    if (first === undefined) break;
    const start = markdown.lastIndexOf('\n', first.start - 1) + 1;
    const here = [first];
    let last = first;
    let end = 0;
    for (;;) {
      const lineEnd = markdown.indexOf('\n', last.end);
      end = lineEnd < 0 ? markdown.length : lineEnd;
      const next = edits[index + here.length];
      if (next === undefined || next.start >= end) break;
      here.push(next);
      last = next;
    }
    for (; counted < start; counted += 1) if (markdown[counted] === '\n') line += 1;
    const before = markdown.slice(start, end);
    changed.push({line, before: before.replace(/\r$/, ''), after: applied(before, here, start).replace(/\r$/, '')});
    index += here.length;
  }
  return changed;
}
