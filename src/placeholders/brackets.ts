import type {Span} from './span.ts';

/** A bracket that a reader sees, with what renders it: the character itself, an escape or an entity. */
export interface Bracket extends Span {
  readonly opens: boolean;
}

/** A pair of visible brackets. */
export interface Pair extends Span {
  readonly target: boolean;
  /** What stands between, from `innerStart` to `innerEnd`. */
  readonly innerStart: number;
  readonly innerEnd: number;
}

/** Pairs of visible brackets that stand in no other pair and across none of the breaks. */
export function outermost(brackets: readonly Bracket[], target: boolean, breaks: readonly number[] = []): Pair[] {
  let open: Bracket[] = [];
  // Objects are made only of those pairs that stay: in a million brackets most are in another pair.
  const openers: Bracket[] = [];
  const closers: Bracket[] = [];
  let passed = 0;
  for (const bracket of brackets) {
    while ((breaks[passed] ?? Number.POSITIVE_INFINITY) < bracket.start) {
      open = [];
      passed += 1;
    }
    if (bracket.opens) {
      open.push(bracket);
      continue;
    }
    const opener = open.pop();
    if (opener === undefined) continue;
    while ((openers.at(-1)?.start ?? -1) > opener.start) {
      openers.pop();
      closers.pop();
    }
    openers.push(opener);
    closers.push(bracket);
  }
  const pairs: Pair[] = [];
  for (const [index, {start, end: innerStart}] of openers.entries()) {
    const closer = closers[index];
    if (closer) pairs.push({start, end: closer.end, innerStart, innerEnd: closer.start, target});
  }
  return pairs;
}

/** The pairs of brackets in a stretch of text that is taken literally, as a link's address is. */
export function literalPairs(text: string, start: number, end: number): Pair[] {
  const brackets: Bracket[] = [];
  for (let at = start; at < end; at += 1) {
    if (text[at] === '[' || text[at] === ']') brackets.push({opens: text[at] === '[', start: at, end: at + 1});
  }
  return outermost(brackets, true);
}

/** The brackets without those of inline diffs, `[+ … +]`, each of which ends in its line. */
export function withoutDiffs(text: string, brackets: readonly Bracket[], sign: string): readonly Bracket[] {
  const taken = new Set<Bracket>();
  let opener: Bracket | undefined;
  let lineEnd = -1;
  for (const bracket of brackets) {
    if (bracket.start > lineEnd) {
      opener = undefined;
      lineEnd = text.indexOf('\n', bracket.start) >>> 0;
    }
    if (!opener && bracket.opens && text[bracket.end] === sign) opener = bracket;
    else if (opener && !bracket.opens && text[bracket.start - 1] === sign && bracket.start > opener.end + 1) {
      taken.add(opener).add(bracket);
      opener = undefined;
    }
  }
  return taken.size > 0 ? brackets.filter(bracket => !taken.has(bracket)) : brackets;
}
