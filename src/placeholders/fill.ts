import {linesOf, written, writtenLast} from './as-markdown.ts';
import {findPlaceholders} from './find.ts';
import {groupKey} from './group.ts';
import type {BracketRules} from './rules.ts';
import type {Span} from './span.ts';

/** A line that filling changes. */
export interface ChangedLine {
  /** Its number, from 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** A stretch of a changed line; `before` and `after` are the same where nothing changes. */
interface ChangedPiece {
  readonly before: string;
  readonly after: string;
}

/** A changed line in stretches, which together are all of it. */
export interface FilledLine extends ChangedLine {
  readonly pieces: readonly ChangedPiece[];
}

interface Edit extends Span {
  readonly text: string;
}

/** What may stand before the text of a line without being part of it. */
const lineMarks = /(?:^|\n)[\s>*+#-]*(?:\d+[.)]\s*)?$/;

/** What stands around a place in a picture's alternative text, where a reader would see the mark of a line break as it is. */
const inAlternative = {
  before: /!\[(?:[^[\]\n]|\[[^[\]\n]*\])*$/,
  after: /^(?:[^[\]\n]|\[[^[\]\n]*\])*\][([]/,
};

/** What stands before a place in an address of which GitLab makes a link without any marks. */
const bareAddress = /(?::\/\/|(?:^|[\s*_~([])www\.)[^\s<]*$/;

/** Of which file a text is, and by what rules its placeholders are found. */
export interface FillOptions {
  /** The file's path, by which values for single places are looked up. */
  readonly path?: string;
  readonly rules?: BracketRules;
}

/** The key of a value for one place only: the placeholder's own, the file, and which of its places there, from 0. */
export function placeKey(key: string, path: string, index: number): string {
  return `${key}\n${path}\n${index}`;
}

function editsOf(markdown: string, values: ReadonlyMap<string, string>, {path = '', rules}: FillOptions): Edit[] {
  const seen = new Map<string, number>();
  return findPlaceholders(markdown, rules).flatMap(({start, end, text, kind, context: {within}}) => {
    if (kind === 'prose') return [];
    const key = groupKey(text);
    const index = seen.get(key) ?? 0;
    seen.set(key, index + 1);
    const value = values.get(placeKey(key, path, index)) ?? values.get(key);
    if (!value) return [];
    const before = markdown.slice(Math.max(0, start - 200), start);
    const isAlternative = inAlternative.before.test(before) && inAlternative.after.test(markdown.slice(end, end + 200));
    const shown = isAlternative ? linesOf(value).join(' ') : value;
    const isBare = within !== 'html' && bareAddress.test(before);
    if (isBare && !/\S/.test(markdown[end] ?? '')) return [{start, end, text: writtenLast(shown)}];
    return [{start, end, text: written(shown, isBare ? 'target' : within, lineMarks.test(before))}];
  });
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/**
 * Puts values in the place of placeholders. Everything else stays as it is, byte for byte.
 *
 * @param values by a group's key, or by {@link placeKey} for one place; an empty value, like none, leaves the placeholder
 */
export function fillPlaceholders(
  markdown: string,
  values: ReadonlyMap<string, string>,
  options: FillOptions = {},
): string {
  return applied(markdown, editsOf(markdown, values, options));
}

/** What stands between two places of a text, in stretches that change and such that do not. */
function piecesOf(markdown: string, edits: readonly Edit[], start: number, end: number): ChangedPiece[] {
  const pieces: ChangedPiece[] = [];
  let at = start;
  const keep = (to: number) => {
    const same = markdown.slice(at, to);
    if (same !== '') pieces.push({before: same, after: same});
  };
  for (const edit of edits) {
    keep(edit.start);
    pieces.push({before: markdown.slice(edit.start, edit.end), after: edit.text});
    at = edit.end;
  }
  keep(end);
  return pieces;
}

/** The lines that {@link fillPlaceholders} would change; a placeholder over several lines makes one entry with line breaks. */
export function previewFill(
  markdown: string,
  values: ReadonlyMap<string, string>,
  options: FillOptions = {},
): FilledLine[] {
  const changed: FilledLine[] = [];
  const edits = editsOf(markdown, values, options);
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
    const pieces = piecesOf(markdown, here, start, markdown[end - 1] === '\r' && last.end < end ? end - 1 : end);
    const joined = (side: keyof ChangedPiece) => pieces.map(piece => piece[side]).join('');
    changed.push({line, before: joined('before'), after: joined('after'), pieces});
    index += here.length;
  }
  return changed;
}
