import {blankAt, blanksInAddress} from './blanks.ts';
import type {Block} from './blocks.ts';
import {type Bracket, literalPairs, outermost, type Pair} from './brackets.ts';
import {Backticks} from './code.ts';
import type {Definitions} from './definitions.ts';
import {LinkTails, punctuation} from './links.ts';
import type {Span} from './span.ts';

const tag =
  /<(?:\/[A-Za-z][A-Za-z0-9-]*\s*|[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]{0,4000}"|'[^']{0,4000}'|[^\s"'=<>`]+))?){0,40}\s*\/?|[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,255}|\?[^>]{0,4000}\?|![A-Z][^>]{0,4000})>/y;
const blockTag =
  /^<\/?(?!(?:a|abbr|b|big|br|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|tt|u|var)\b)/i;
const openingEntity = /&(?:#0{0,5}91|#[xX]0{0,4}5[bB]|lsqb|lbrack);/y;
const closingEntity = /&(?:#0{0,5}93|#[xX]0{0,4}5[dD]|rsqb|rbrack);/y;
const opensHidden = /^<(script|style)\b/i;
const closesHidden = /<\/(script|style)\b/gi;
const quotedReference = /(?<!\w)[~%]"[^"\n]{1,300}"/y;
const include = /(?<=^[ \t]*)::include\{file=.{1,1024}?\}(?=[ \t]*$)/my;
const displayMath = /\$\$[^$]+\$\$/y;
const inlineMath = /\$(?![\s$])(?:[^$\\]|\\[\s\S]){0,1000}(?<!\s)\$(?!\d)/y;

function matchAt(pattern: RegExp, text: string, at: number, end: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match && at + match[0].length <= end ? at + match[0].length : -1;
}

/** An opening bracket that may yet become a link or picture. */
interface Opener {
  /** Where the bracket stands. */
  readonly at: number;
  readonly image: boolean;
}

/** What a reader sees of one block that may have to be filled in, each in its order. */
interface BlockText {
  readonly pairs: readonly Pair[];
  readonly blanks: readonly Pair[];
}

/** Reads one block from its beginning to its end, and keeps the brackets that a reader sees. */
class BlockReader {
  private readonly visible: Bracket[] = [];
  private readonly targets: Span[] = [];
  private readonly blanks: Pair[] = [];
  /** Where a new block begins inside of HTML. */
  private readonly breaks: number[] = [];
  private readonly openers: Opener[] = [];
  /** Openers below this index cannot become links any more: a link stands in their text. */
  private activeFrom = 0;
  /** Opening brackets that turned out to be those of links and pictures. */
  private readonly linked = new Set<number>();
  private readonly tails: LinkTails;
  private readonly backticks: Backticks;
  /** From here on no comment ends in this block any more. */
  private commentsEnd = Number.POSITIVE_INFINITY;
  /** From here on no section of characters ends in this block any more. */
  private sectionsEnd = Number.POSITIVE_INFINITY;
  /** From here on no script or style is known to end in this block. */
  private hiddenEnd = Number.POSITIVE_INFINITY;

  constructor(
    private readonly text: string,
    private readonly block: Block,
    private readonly definitions: Definitions,
    private readonly wantsBlanks: boolean,
  ) {
    const {start, end} = block;
    this.tails = new LinkTails(text, end);
    this.backticks = new Backticks(text, start, end);
  }

  read(): BlockText {
    const {text, block} = this;
    const isHtml = block.kind === 'html';
    for (let at = block.start; at < block.end; ) {
      at = (this.wantsBlanks && this.blank(at)) || (isHtml ? this.readHtml(at) : this.readMarkdown(at));
    }
    const literal = this.visible.filter(bracket => !this.linked.has(bracket.start));
    const pairs = outermost(literal, false, this.breaks);
    for (const {start, end} of this.targets) {
      for (const pair of literalPairs(text, start, end)) pairs.push(pair);
      if (this.wantsBlanks) for (const blank of blanksInAddress(text, start, end)) this.blanks.push(blank);
    }
    const inOrder = (one: Pair, other: Pair) => one.start - other.start;
    return {pairs: pairs.sort(inOrder), blanks: this.blanks.sort(inOrder)};
  }

  /** Where the blank that begins here ends; undefined where none does. */
  private blank(at: number): number | undefined {
    const found = blankAt(this.text, at, this.block.end, false);
    if (found) this.blanks.push(found);
    return found?.end;
  }

  /** Reads what begins here and tells where to go on. */
  private readHtml(at: number): number {
    switch (this.text[at]) {
      case '<':
        return this.angle(at);
      case '&':
        return this.entity(at);
      case '[':
        return this.seen(true, at, at + 1);
      case ']':
        return this.seen(false, at, at + 1);
      default:
        return at + 1;
    }
  }

  /** Reads what begins here and tells where to go on. */
  private readMarkdown(at: number): number {
    switch (this.text[at]) {
      case '\\':
        return this.escape(at);
      case '`':
        return this.code(at);
      case '~':
      case '%':
        return this.skip(at, quotedReference);
      case ':':
        return this.skip(at, include);
      case '$':
        return Math.max(this.skip(at, displayMath), this.skip(at, inlineMath));
      case '[':
        return this.open(at);
      case ']':
        return this.close(at);
      default:
        return this.readHtml(at);
    }
  }

  private seen(opens: boolean, start: number, end: number): number {
    this.visible.push({opens, start, end});
    return end;
  }

  private skip(at: number, pattern: RegExp): number {
    return Math.max(at + 1, matchAt(pattern, this.text, at, this.block.end));
  }

  private escape(at: number): number {
    const escaped = this.text[at + 1] ?? '';
    if (escaped === '[' || escaped === ']') return this.seen(escaped === '[', at, at + 2);
    return punctuation.test(escaped) ? at + 2 : at + 1;
  }

  private code(at: number): number {
    let end = at + 1;
    while (end < this.block.end && this.text[end] === '`') end += 1;
    return Math.max(end, this.backticks.close(at, end - at));
  }

  private angle(at: number): number {
    const {text, block} = this;
    if (text.startsWith('<!--', at)) return this.comment(at);
    if (text.startsWith('<![CDATA[', at)) return this.section(at);
    const end = matchAt(tag, text, at, block.end);
    if (end < 0) return at + 1;
    const opening = text.slice(at, at + 20);
    if (opensHidden.test(opening)) return this.hidden(end);
    if (block.kind === 'html' && blockTag.test(opening)) this.breaks.push(at);
    return end;
  }

  /** Where the closing tag of a script or style begins; GitLab takes their content away. */
  private hidden(at: number): number {
    if (at >= this.hiddenEnd) return at;
    closesHidden.lastIndex = at;
    const close = closesHidden.exec(this.text)?.index ?? this.block.end;
    if (close < this.block.end) return close;
    this.hiddenEnd = at;
    return at;
  }

  /** Where a section of characters ends, which no reader sees; one that does not end is none. */
  private section(at: number): number {
    const close = at < this.sectionsEnd ? this.text.indexOf(']]>', at) : -1;
    if (close >= 0 && close + 3 <= this.block.end) return close + 3;
    this.sectionsEnd = Math.min(this.sectionsEnd, at);
    return at + 1;
  }

  /** A comment that does not end hides the rest of an HTML block; in Markdown it is no comment. */
  private comment(at: number): number {
    const {text, block} = this;
    const [empty] = /^<!--(?:-?>)/.exec(text.slice(at, at + 6)) ?? [];
    if (empty !== undefined) return at + empty.length;
    const close = at < this.commentsEnd ? text.indexOf('-->', at + 4) : -1;
    if (close >= 0 && close + 3 <= block.end) return close + 3;
    this.commentsEnd = Math.min(this.commentsEnd, at);
    return block.kind === 'html' ? block.end : at + 4;
  }

  private entity(at: number): number {
    const {text, block} = this;
    const opening = matchAt(openingEntity, text, at, block.end);
    if (opening >= 0) return this.seen(true, at, opening);
    const closing = matchAt(closingEntity, text, at, block.end);
    return closing >= 0 ? this.seen(false, at, closing) : at + 1;
  }

  private open(at: number): number {
    this.openers.push({at, image: at > this.block.start && this.text[at - 1] === '!'});
    return this.seen(true, at, at + 1);
  }

  private close(at: number): number {
    const opener = this.openers.pop();
    if (opener === undefined) return this.seen(false, at, at + 1);
    const depth = this.openers.length;
    const isActive = depth >= this.activeFrom || opener.image;
    this.activeFrom = Math.min(this.activeFrom, depth);
    const end = isActive ? this.linkEnd(opener, at) : undefined;
    if (end === undefined) return this.seen(false, at, at + 1);
    this.linked.add(opener.at);
    if (!opener.image) this.activeFrom = depth;
    return end;
  }

  /** Where the link or picture ends whose text ends at this bracket; undefined where it is none. */
  private linkEnd(opener: Opener, at: number): number | undefined {
    const inline = this.tails.inline(at + 1);
    if (inline) {
      this.targets.push(inline.target);
      return inline.end;
    }
    const label = this.tails.label(at + 1);
    const own = this.text.slice(opener.at + 1, at);
    const reference = label?.label.trim() || own;
    return this.definitions.use(reference) ? (label?.end ?? at + 1) : undefined;
  }
}

/**
 * The pairs of brackets that a reader of this block sees, outermost ones only, and those in the addresses of its links. Follows
 * CommonMark's rules for what is code, a tag, a link, a picture or a reference; linear in the block's length.
 *
 * @param text the whole document, masked
 * @param definitions the link reference definitions of the document; those that this block uses are marked as used
 * @param wantsBlanks whether other blanks than brackets are looked for too
 */
export function readBlock(text: string, block: Block, definitions: Definitions, wantsBlanks: boolean): BlockText {
  return new BlockReader(text, block, definitions, wantsBlanks).read();
}
