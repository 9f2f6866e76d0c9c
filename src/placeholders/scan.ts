import type {Block} from './blocks.ts';

/** A bracket that a reader sees, with what renders it: the character itself, an escape or an entity. */
interface Bracket {
  readonly opens: boolean;
  readonly start: number;
  readonly end: number;
}

/** A pair of visible brackets. Offsets are UTF-16, `end` exclusive. */
export interface Pair {
  readonly start: number;
  readonly end: number;
  readonly target: boolean;
  /** What stands between, from `innerStart` to `innerEnd`. */
  readonly innerStart: number;
  readonly innerEnd: number;
}

const tag =
  /<(?:\/[A-Za-z][A-Za-z0-9-]*\s*|[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]{0,4000}"|'[^']{0,4000}'|[^\s"'=<>`]+))?){0,40}\s*\/?|[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,255}|\?[^>]{0,4000}\?|![A-Z][^>]{0,4000})>/y;
const blockTag =
  /^<\/?(?!(?:a|abbr|b|big|br|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|tt|u|var)\b)/i;
const openingEntity = /&(?:#91|#[xX]5[bB]|lsqb|lbrack);/y;
const closingEntity = /&(?:#93|#[xX]5[dD]|rsqb|rbrack);/y;
const quotedReference = /[~%]"[^"\n]{1,300}"/y;
const displayMath = /\$\$[^$]+\$\$/y;
const inlineMath = /\$(?![\s$])[^$\n]{0,1000}(?<![\s\\])\$(?!\d)/y;
const punctuation = /[!-/:-@[-`{-~]/;

function matchAt(pattern: RegExp, text: string, at: number, end: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match && at + match[0].length <= end ? at + match[0].length : -1;
}

/** Finds the end of code spans in linear time: where each run of that many backticks stands is looked up once for a block. */
class Backticks {
  private readonly runs = new Map<number, number[]>();

  constructor(text: string, start: number, end: number) {
    for (let at = start; at < end; at += 1) {
      if (text[at] !== '`') continue;
      const from = at;
      while (at < end && text[at] === '`') at += 1;
      const places = this.runs.get(at - from);
      if (places) places.push(from);
      else this.runs.set(at - from, [from]);
    }
    for (const places of this.runs.values()) places.reverse();
  }

  /** Where the code span that opens here with so many backticks ends; -1 where it does not. Positions only grow. */
  close(at: number, length: number): number {
    const places = this.runs.get(length) ?? [];
    while (places.length > 0 && (places.at(-1) ?? 0) <= at) places.pop();
    const found = places.at(-1);
    return found === undefined ? -1 : found + length;
  }
}

/** An opening bracket that may yet become a link or picture. */
interface Opener {
  readonly bracket: number;
  readonly image: boolean;
}

/** A link's or picture's address in the text. */
interface Target {
  readonly start: number;
  readonly end: number;
}

/** The label of a reference as it is compared: white space folded, case ignored. */
export function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

function skipSpace(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && /\s/.test(text[next] ?? '')) next += 1;
  return next;
}

/** The link's address from `at`, `<…>` or bare with balanced parentheses; undefined where there is none. */
function destination(text: string, at: number, end: number): (Target & {readonly next: number}) | undefined {
  if (text[at] === '<') {
    for (let next = at + 1; next < end; next += 1) {
      const character = text[next];
      if (character === '\n' || character === '<') return undefined;
      if (character === '\\') next += 1;
      else if (character === '>') return {start: at + 1, end: next, next: next + 1};
    }
    return undefined;
  }
  let depth = 0;
  let next = at;
  for (; next < end; next += 1) {
    const character = text[next] ?? '';
    if (/\s/.test(character)) break;
    if (character === '\\' && punctuation.test(text[next + 1] ?? '')) next += 1;
    else if (character === '(') {
      depth += 1;
      if (depth > 32) return undefined;
    } else if (character === ')') {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  return depth === 0 ? {start: at, end: next, next} : undefined;
}

const closingQuote: Readonly<Record<string, string>> = {'"': '"', "'": "'", '(': ')'};

/** Reads what follows a text in brackets; remembers what it looked for in vain, so that no text is gone through twice. */
class LinkTails {
  private readonly missing = new Map<string, number>();

  constructor(
    private readonly text: string,
    private readonly end: number,
    private readonly defined: ReadonlySet<string>,
  ) {}

  /** `(address "title")` from `at`; undefined where that is none. */
  inline(at: number): {target: Target; end: number} | undefined {
    const {text, end} = this;
    if (text[at] !== '(') return undefined;
    const open = skipSpace(text, at + 1, end);
    if (text[open] === ')') return {target: {start: open, end: open}, end: open + 1};
    const target = destination(text, open, end);
    if (!target) return undefined;
    let next = skipSpace(text, target.next, end);
    const quote = closingQuote[text[next] ?? ''];
    if (quote !== undefined && next > target.next) {
      const closed = this.quoted(next + 1, quote);
      if (closed < 0) return undefined;
      next = skipSpace(text, closed, end);
    }
    return text[next] === ')' ? {target, end: next + 1} : undefined;
  }

  private quoted(at: number, quote: string): number {
    const vain = this.missing.get(quote);
    if (vain !== undefined && vain <= at) return -1;
    for (let next = at; next < this.end; next += 1) {
      if (this.text[next] === '\\') next += 1;
      else if (this.text[next] === quote) return next + 1;
    }
    this.missing.set(quote, at);
    return -1;
  }

  /** `[label]` from `at`: where it ends and whether that label is defined; undefined where there is no label. */
  label(at: number): {end: number; label: string} | undefined {
    const {text, end} = this;
    if (text[at] !== '[') return undefined;
    for (let next = at + 1; next < end && next - at <= 1000; next += 1) {
      const character = text[next];
      if (character === '\\') next += 1;
      else if (character === '[') return undefined;
      else if (character === ']') return {end: next + 1, label: text.slice(at + 1, next)};
    }
    return undefined;
  }

  isDefined(label: string): boolean {
    return label.length <= 999 && this.defined.has(labelKey(label));
  }
}

/** Pairs of visible brackets that stand in no other pair and across none of the breaks. */
function outermost(brackets: readonly Bracket[], target: boolean, breaks: readonly number[] = []): Pair[] {
  let open: Bracket[] = [];
  const pairs: Pair[] = [];
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
    while (pairs.length > 0 && (pairs.at(-1)?.start ?? -1) > opener.start) pairs.pop();
    pairs.push({start: opener.start, end: bracket.end, innerStart: opener.end, innerEnd: bracket.start, target});
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

/**
 * The pairs of brackets that a reader of this block sees, outermost ones only, and those in the addresses of its links. Follows
 * CommonMark's rules for what is code, a tag, a link, a picture or a reference; linear in the block's length.
 *
 * @param text the whole document, masked
 * @param defined the labels that have a definition, as {@link labelKey} gives them
 */
export function pairsOf(text: string, block: Block, defined: ReadonlySet<string>): Pair[] {
  const {start, end} = block;
  const markdown = block.kind !== 'html';
  const visible: Bracket[] = [];
  const targets: Target[] = [];
  const breaks: number[] = [];
  const openers: Opener[] = [];
  /** Openers below this index cannot become links any more: a link stands in their text. */
  let activeFrom = 0;
  const literal = new Set<number>();
  const tails = new LinkTails(text, end, defined);
  const backticks = markdown ? new Backticks(text, start, end) : undefined;
  let commentsFrom = 0;
  let at = start;

  const closeBracket = (): number => {
    const opener = openers.pop();
    if (opener === undefined) {
      visible.push({opens: false, start: at, end: at + 1});
      return at + 1;
    }
    const isActive = openers.length >= activeFrom || opener.image;
    if (activeFrom > openers.length) activeFrom = openers.length;
    if (isActive) {
      const inline = tails.inline(at + 1);
      const label = inline ? undefined : tails.label(at + 1);
      const own = text.slice(opener.bracket + 1, at);
      const reference = label ? label.label.trim() || own : own;
      const isReference = !inline && !/(?<!\\)[[\]]/.test(reference.slice(0, 1000)) && tails.isDefined(reference);
      if (inline || isReference) {
        literal.delete(opener.bracket);
        if (inline) targets.push(inline.target);
        if (!opener.image) activeFrom = openers.length;
        return inline?.end ?? label?.end ?? at + 1;
      }
    }
    visible.push({opens: false, start: at, end: at + 1});
    return at + 1;
  };

  while (at < end) {
    const character = text[at];
    if (character === '\\' && markdown && punctuation.test(text[at + 1] ?? '')) {
      const escaped = text[at + 1];
      if (escaped === '[' || escaped === ']') visible.push({opens: escaped === '[', start: at, end: at + 2});
      at += 2;
    } else if (character === '`' && backticks) {
      let length = 1;
      while (at + length < end && text[at + length] === '`') length += 1;
      const close = backticks.close(at, length);
      at = close < 0 ? at + length : close;
    } else if (character === '<') {
      if (text.startsWith('<!--', at) && at >= commentsFrom) {
        const close = text.indexOf('-->', at + 4);
        if (close < 0 || close + 3 > end) {
          commentsFrom = end;
          at = markdown ? at + 4 : end;
        } else at = close + 3;
        continue;
      }
      const close = matchAt(tag, text, at, end);
      if (close < 0) at += 1;
      else {
        if (!markdown && blockTag.test(text.slice(at, at + 20))) breaks.push(at);
        at = close;
      }
    } else if (character === '&') {
      const opening = matchAt(openingEntity, text, at, end);
      const closing = opening < 0 ? matchAt(closingEntity, text, at, end) : -1;
      const next = Math.max(opening, closing);
      if (next >= 0) visible.push({opens: opening >= 0, start: at, end: next});
      at = next < 0 ? at + 1 : next;
    } else if (markdown && (character === '~' || character === '%')) {
      const close = matchAt(quotedReference, text, at, end);
      at = close < 0 ? at + 1 : close;
    } else if (markdown && character === '$') {
      const close = Math.max(matchAt(displayMath, text, at, end), matchAt(inlineMath, text, at, end));
      at = close < 0 ? at + 1 : close;
    } else if (character === '[') {
      visible.push({opens: true, start: at, end: at + 1});
      if (markdown) {
        literal.add(at);
        const image = text[at - 1] === '!' && at > start;
        openers.push({bracket: at, image});
      }
      at += 1;
    } else if (character === ']') {
      if (markdown) at = closeBracket();
      else {
        visible.push({opens: false, start: at, end: at + 1});
        at += 1;
      }
    } else at += 1;
  }

  const seen = visible.filter(bracket => !markdown || text[bracket.start] !== '[' || literal.has(bracket.start));
  const pairs = outermost(seen, false, breaks);
  for (const target of targets) pairs.push(...literalPairs(text, target.start, target.end));
  return pairs.sort((one, other) => one.start - other.start);
}
