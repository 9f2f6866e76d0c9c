import {blanksInAddress, withBlanks} from './blanks.ts';
import {blocksOf, maskedForParser} from './blocks.ts';
import {literalPairs, type Pair} from './brackets.ts';
import {isGitLabs, isProse} from './classify.ts';
import {Definitions} from './definitions.ts';
import {Lines} from './lines.ts';
import type {Placeholder, Within} from './placeholder.ts';
import {readText} from './read.ts';
import {type BracketRules, decided, noRules} from './rules.ts';
import {readBlock} from './scan.ts';

const endsAddress = /[\s()]/;

/**
 * Whether the next pair stands in an address that this one leads to: that of a `[text](…)` which is no link because its address
 * holds a placeholder. There a person fills in the address.
 *
 * @param isAddress whether this pair stands in such an address itself
 */
function leadsToAddress({end}: Pair, next: Pair | undefined, isAddress: boolean, masked: string): boolean {
  const from = masked[end] === '(' ? end + 1 : end;
  if (next === undefined || next.start < from || !(isAddress || from > end)) return false;
  return !endsAddress.test(masked.slice(from, next.start));
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
  const brackets: Placeholder[] = [];
  const blanks: Placeholder[] = [];

  const placeholder = ({start, end}: Pair, text: string, kind: Placeholder['kind'], within: Within): Placeholder => {
    const {line, text: around} = lines.context(markdown, start);
    return {start, end, text, kind, context: {line, text: around, within}};
  };
  const innerOf = ({innerStart, innerEnd}: Pair) => readText(markdown.slice(innerStart, innerEnd));
  const kindOf = (text: string, {target}: Pair) => (isProse(text) ? 'prose' : target ? 'target' : 'text');
  const addBlank = (blank: Pair, within: Within) =>
    blanks.push(placeholder(blank, innerOf(blank), blank.target ? 'target' : 'text', within));

  for (const block of blocks) {
    if (!rules.blanks && !mayHoldBrackets(block.start, block.end)) continue;
    const read = readBlock(masked, block, definitions, rules.blanks);
    for (const blank of read.blanks) addBlank(blank, blank.target ? 'target' : block.kind);
    let isAddress = false;
    read.pairs.forEach((pair, index, pairs) => {
      const leads = leadsToAddress(pair, pairs[index + 1], isAddress, masked);
      const within = pair.target || isAddress ? 'target' : block.kind;
      const isFailedText = leads && masked[pair.end] === '(';
      isAddress = leads;
      const text = innerOf(pair);
      if (isGitLabs(text, pair, block, masked)) return;
      brackets.push(placeholder(pair, text, isFailedText ? 'prose' : kindOf(text, pair), within));
    });
  }
  for (const {start, end} of definitions.usedAddresses()) {
    for (const pair of literalPairs(masked, start, end)) {
      const text = innerOf(pair);
      if (text !== '') brackets.push(placeholder(pair, text, kindOf(text, pair), 'target'));
    }
    if (rules.blanks) for (const blank of blanksInAddress(masked, start, end)) addBlank(blank, 'target');
  }
  const inOrder = (one: Placeholder, other: Placeholder) => one.start - other.start;
  brackets.sort(inOrder);
  return decided(rules.blanks ? withBlanks(brackets, blanks.sort(inOrder)) : brackets, rules);
}
