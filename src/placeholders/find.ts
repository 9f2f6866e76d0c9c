import {blanksOf} from './blanks.ts';
import {blocksOf, maskedForParser} from './blocks.ts';
import {literalPairs, type Pair} from './brackets.ts';
import {isGitLabs, isProse} from './classify.ts';
import {Definitions} from './definitions.ts';
import {Lines} from './lines.ts';
import type {Placeholder, Within} from './placeholder.ts';
import {readText} from './read.ts';
import {type BracketRules, decided, noRules} from './rules.ts';
import {pairsOf} from './scan.ts';

/** The beginning of the address of a link that failed to parse, which a person would still fill in as one. */
const failedAddress = /\]\([^\s()]*$/;

/** The text of `[text](…)` whose address holds a placeholder and so is no link: what has to be filled in is the address. */
function isFailedLinkText(pair: Pair, next: Pair | undefined, masked: string): boolean {
  if (masked[pair.end] !== '(' || next === undefined) return false;
  const between = masked.slice(pair.end + 1, next.start);
  return between.length <= 200 && !/[\s)]/.test(between);
}

/** Tells of stretches, asked for in their order, whether they hold a character that may stand for a bracket. */
function bracketSeeker(text: string): (start: number, end: number) => boolean {
  const next = ['[', '&'].map(character => ({character, at: -1}));
  return (start, end) =>
    next.some(seek => {
      if (seek.at < start) {
        const at = text.indexOf(seek.character, start);
        seek.at = at < 0 ? text.length : at;
      }
      return seek.at < end;
    });
}

/**
 * Finds the unfilled `[TEXT]` that a reader of the rendered page would see, in GitLab Flavored Markdown. Code, links, pictures,
 * references with a definition, footnotes, task boxes, tables of contents, alerts, inline diffs, GitLab's references, comments,
 * front matter and math are none. Takes linear time and never throws.
 *
 * @param markdown the text as it is stored, with any line ends
 * @param rules what people decided about texts, and whether other blanks than brackets count
 * @returns sorted by their place; none overlaps another
 */
export function findPlaceholders(markdown: string, rules: BracketRules = noRules): Placeholder[] {
  // Without a closing bracket, in whatever spelling, there is no pair.
  if (!rules.blanks && !/\]|&(#|r)/.test(markdown)) return [];
  const masked = maskedForParser(markdown);
  const {blocks, definitions: spans} = blocksOf(masked);
  const definitions = new Definitions(masked, spans);
  const lines = new Lines(masked);
  const mayHoldBrackets = bracketSeeker(masked);
  const found: Placeholder[] = [];

  const add = ({start, end, target}: Pair, within: Within, text: string, ofFailedLink = false) => {
    const kind = ofFailedLink || isProse(text) ? 'prose' : target ? 'target' : 'text';
    found.push({start, end, text, kind, context: {...lines.context(markdown, start), within}});
  };

  for (const block of rules.blanks ? blocks : []) {
    if (block.kind === 'html') continue;
    for (const {start, end, text} of blanksOf(masked, block)) {
      found.push({start, end, text, kind: 'text', context: {...lines.context(markdown, start), within: block.kind}});
    }
  }
  const blanks = [...found];
  for (const block of blocks) {
    if (!mayHoldBrackets(block.start, block.end)) continue;
    const pairs = pairsOf(masked, block, definitions);
    pairs.forEach((pair, index) => {
      const inner = readText(markdown.slice(pair.innerStart, pair.innerEnd));
      if (isGitLabs(inner, pair, block, masked)) return;
      const before = masked.slice(Math.max(block.start, pair.start - 200), pair.start);
      const within = pair.target || failedAddress.test(before) ? 'target' : block.kind;
      add(pair, within, inner, isFailedLinkText(pair, pairs[index + 1], masked));
    });
  }
  for (const {start, end} of definitions.usedAddresses()) {
    for (const pair of literalPairs(masked, start, end)) {
      const inner = readText(markdown.slice(pair.innerStart, pair.innerEnd));
      if (inner !== '') add(pair, 'target', inner);
    }
  }
  const brackets = found.slice(blanks.length).sort((one, other) => one.start - other.start);
  let next = 0;
  const isInside = ({start, end}: Placeholder) => {
    while ((brackets[next]?.end ?? Number.POSITIVE_INFINITY) < end) next += 1;
    return (brackets[next]?.start ?? Number.POSITIVE_INFINITY) <= start;
  };
  const all = [...blanks.filter(inner => !isInside(inner)), ...brackets];
  return decided(
    all.sort((one, other) => one.start - other.start),
    rules,
  );
}
