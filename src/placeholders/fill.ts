import {findPlaceholders} from './find.ts';
import {groupKey} from './group.ts';
import type {Span} from './span.ts';
import {written} from './written.ts';

/** A line that filling changes. */
export interface ChangedLine {
  /** Its number, from 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

interface Edit extends Span {
  readonly text: string;
}

/** What may stand before the text of a line without being part of it. */
const lineMarks = /(?:^|\n)[\s>*+#-]*(?:\d+[.)]\s*)?$/;

function editsOf(markdown: string, values: ReadonlyMap<string, string>): Edit[] {
  return findPlaceholders(markdown).flatMap(({start, end, text, kind, context: {within}}) => {
    const value = kind === 'prose' ? undefined : values.get(groupKey(text));
    if (!value) return [];
    const opensLine = lineMarks.test(markdown.slice(Math.max(0, start - 100), start));
    return [{start, end, text: written(value, within, opensLine)}];
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
