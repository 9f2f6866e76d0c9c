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
import type {Span} from './span.ts';

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
  /** Marks of links in the block that is read, and how many of them stand before what was read. */
  let marks: readonly Span[] = [];
  let passed = 0;
  const innerOf = ({innerStart, innerEnd}: Pair) => {
    let text = '';
    let at = innerStart;
    for (let mark = marks[passed]; mark && mark.start < innerEnd; mark = marks[passed]) {
      if (mark.start >= at) {
        text += markdown.slice(at, mark.start);
        at = mark.end;
      }
      passed += 1;
    }
    return readText(text + markdown.slice(at, innerEnd));
  };
  const kindOf = (text: string, {target}: Pair) => (isProse(text) ? 'prose' : target ? 'target' : 'text');
  const addBlank = (blank: Pair, within: Within) =>
    blanks.push(placeholder(blank, innerOf(blank), blank.target ? 'target' : 'text', within));

  for (const block of blocks) {
    if (!rules.blanks && !mayHoldBrackets(block.start, block.end)) continue;
    const read = readBlock(masked, block, definitions, rules.blanks);
    for (const blank of read.blanks) addBlank(blank, blank.target ? 'target' : block.kind);
    ({marks} = read);
    passed = 0;
    for (const pair of read.pairs) {
      const text = innerOf(pair);
      if (isGitLabs(text, pair, block, masked)) continue;
      brackets.push(placeholder(pair, text, kindOf(text, pair), pair.target ? 'target' : block.kind));
    }
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
