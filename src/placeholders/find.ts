import {type Block, blocksOf, maskedForParser} from './blocks.ts';
import {literalPairs, type Pair} from './brackets.ts';
import {labelKey} from './links.ts';
import type {Placeholder, Within} from './placeholder.ts';
import {pairsOf} from './scan.ts';

/** GitLab's own references in brackets: `[issue:123]`, `[epic:group/1]`, `[contact:a@b.c]`. */
const gitlabReference = /^(issue|work_item|epic|cadence|vulnerability|feature_flag|contact|wiki_page):\S/;
const tableOfContents = /^\[\[?_?TOC_?\]?\]$/;
const alert = /^!(note|tip|important|caution|warning)$/i;
const inlineDiff = /^(\+.*\+|-.*-)$/s;
const wikiWithText = /^\[[^[\]|]+\|[^[\]|]+\]$/;
const footnote = /^\^\S+$/;
const taskBox = /^[ xX~]$/;

/** Bracketed text that editors write on purpose. */
const prosePatterns = [
  /^[\s.…,;:!?*+\-–—_=/\\|<>^~&'"]*$/,
  /^v?\d+([.,:/-]\d+)*[a-z]?$/i,
  /^[\d\s.,;–-]+$/,
  /^[([]?\s*-?[\d.∞]+\s*,\s*-?[\d.∞]+\s*[)\]]?$/,
  /^(sic|citation needed|emphasis added|optional|required|deprecated|wip|draft|experimental|beta|alpha|ok|n\/a|done)$/i,
  /^(ctrl|alt|shift|cmd|enter|esc|tab|backspace|f\d{1,2})( ?[+-] ?\S{1,10})*$/i,
  /^\^/,
];

const contextLength = 200;

/** Starts of the lines of a text, in UTF-16 units. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The number, from 1, of the line that holds this offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

function around(line: string, column: number): string {
  if (line.length <= contextLength) return line.trim();
  const from = Math.max(0, Math.min(column - contextLength / 4, line.length - contextLength));
  return line.slice(from, from + contextLength).trim();
}

/** What a reader sees between the brackets: without escapes, tags and the marks of a quote's next line. */
function readText(source: string): string {
  return source
    .replace(/\r?\n[ \t]*(?:>[ \t]?)*/g, ' ')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/<\/?[A-Za-z][^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What GitLab makes something else of than bracketed text. */
function isGitLabs(inner: string, pair: Pair, block: Block, masked: string): boolean {
  if (inner === '' || gitlabReference.test(inner) || inlineDiff.test(inner) || wikiWithText.test(inner)) return true;
  const before = masked.slice(block.start, pair.start);
  const opensBlock = before.trim() === '';
  if (taskBox.test(inner)) return opensBlock && block.opensItem;
  if (opensBlock && block.opensQuote && alert.test(inner)) return true;
  if (footnote.test(inner)) return true;
  const whole = masked.slice(block.start, block.end).trim();
  return opensBlock && whole.length < 12 && tableOfContents.test(whole);
}

/** `[text](…)` whose address holds a placeholder and so is no link: what has to be filled in is the address. */
function isFailedLinkText(pair: Pair, masked: string, pairs: readonly Pair[], index: number): boolean {
  const next = pairs[index + 1];
  if (masked[pair.end] !== '(' || next === undefined) return false;
  const between = masked.slice(pair.end + 1, next.start);
  return between.length <= 200 && !/[\s)]/.test(between);
}

function kindOf(inner: string, pair: Pair): Placeholder['kind'] {
  if (prosePatterns.some(pattern => pattern.test(inner))) return 'prose';
  return pair.target ? 'target' : 'text';
}

const withinOf: Readonly<Record<Block['kind'], Within>> = {inline: 'text', table: 'table', html: 'html'};

/**
 * Finds the unfilled `[TEXT]` that a reader of the rendered page would see, in GitLab Flavored Markdown. Code, links, pictures,
 * references with a definition, footnotes, task boxes, tables of contents, alerts, inline diffs, GitLab's references, comments,
 * front matter and math are none. Takes linear time and never throws.
 *
 * @param markdown the text as it is stored, with any line ends
 * @returns sorted by their place; none overlaps another
 */
export function findPlaceholders(markdown: string): Placeholder[] {
  // Without a closing bracket, in whatever spelling, there is no pair.
  if (!/\]|&(#|r)/.test(markdown)) return [];
  const masked = maskedForParser(markdown);
  const {blocks, definitions} = blocksOf(masked);
  const labels = new Map<string, {start: number; end: number}>();
  for (const {start, end} of definitions) {
    const match = /^\s*\[((?:[^[\]\\]|\\.)+)\]:\s*/.exec(masked.slice(start, Math.min(end, start + 2000)));
    const key = labelKey(match?.[1] ?? '');
    if (match && key !== '' && !labels.has(key)) labels.set(key, {start: start + match[0].length, end});
  }
  const defined = new Set(labels.keys());
  const starts = lineStarts(masked);
  const found: Placeholder[] = [];

  const add = (pair: Pair, within: Within, kind: Placeholder['kind'], text: string) => {
    const line = lineOf(starts, pair.start);
    const lineStart = starts[line - 1] ?? 0;
    const nextLine = starts[line] ?? markdown.length + 1;
    found.push({
      start: pair.start,
      end: pair.end,
      text,
      kind,
      context: {line, text: around(markdown.slice(lineStart, nextLine - 1), pair.start - lineStart), within},
    });
  };

  for (const block of blocks) {
    const pairs = pairsOf(masked, block, defined);
    pairs.forEach((pair, index) => {
      const inner = readText(markdown.slice(pair.innerStart, pair.innerEnd));
      if (isGitLabs(inner, pair, block, masked)) return;
      const kind = isFailedLinkText(pair, masked, pairs, index) ? 'prose' : kindOf(inner, pair);
      add(pair, pair.target ? 'target' : withinOf[block.kind], kind, inner);
    });
  }
  for (const {start, end} of labels.values()) {
    for (const pair of literalPairs(masked, start, end)) {
      const inner = readText(markdown.slice(pair.innerStart, pair.innerEnd));
      if (inner !== '') add(pair, 'target', kindOf(inner, pair), inner);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}
