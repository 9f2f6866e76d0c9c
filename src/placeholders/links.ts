import type {Span} from './span.ts';

/** What a backslash can escape. */
export const punctuation = /[!-/:-@[-`{-~]/;

const blank = /\s/;

function skipSpace(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && blank.test(text[next] ?? '')) next += 1;
  return next;
}

/** The link's address from `at`, `<…>` or bare with balanced parentheses; undefined where there is none. */
export function destination(text: string, at: number, end: number): (Span & {readonly next: number}) | undefined {
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
    if (character <= ' ') break;
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
export class LinkTails {
  private readonly missing = new Map<string, number>();
  /** The first closing parenthesis behind what was read, as far as it was looked for. */
  private closing = -1;

  constructor(
    private readonly text: string,
    private readonly end: number,
  ) {}

  /** `(address "title")` from `at`; undefined where that is none. */
  inline(at: number): {target: Span; end: number} | undefined {
    const {text, end} = this;
    if (text[at] !== '(' || !this.isClosed(at)) return undefined;
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

  /** Whether a parenthesis is closed anywhere behind: without that there is no link, however the address goes on. */
  private isClosed(at: number): boolean {
    if (this.closing < at) {
      const found = this.text.indexOf(')', at);
      this.closing = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    return this.closing < this.end;
  }

  private quoted(at: number, quote: string): number {
    const vain = this.missing.get(quote);
    if (vain !== undefined && vain <= at) return -1;
    for (let next = at; next < this.end; next += 1) {
      const character = this.text[next];
      if (character === '\\') next += 1;
      else if (character === quote) return next + 1;
      else if (quote === ')' && character === '(') return -1;
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
}
