import {Backticks} from './backticks.ts';
import {blankAt, blanksInAddress} from './blanks.ts';
import type {Block} from './blocks.ts';
import {type Bracket, literalPairs, outermost, type Pair, withoutDiffs} from './brackets.ts';
import type {Definitions} from './definitions.ts';
import {HiddenParts, matchAt} from './hidden-parts.ts';
import {LinkTails, punctuation} from './links.ts';
import type {Span} from './span.ts';

const addressInAngles =
  /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,255})>/y;
/** Behind a scheme; a pair of brackets is part of it, a bracket alone is not, and where a link begins in it there is none. */
const bareAddress = /:\/\/(?!\S{0,300}\]\()(?:[^\s<[\]]|\[[^\s<[\]]*\])+/y;
/** A link to a page, as GitLab reads it outside of other brackets. */
const wiki = /\[\[(?:[^[\]\\]|\\[\s\S]){1,1000}\]\]/y;
/** A page's name that looks like one to be filled in. */
const capitals = /^(?=.*\p{Lu})(?!_TOC_$)[^\p{Ll}|]+$/su;
/** An address of which GitLab makes one, blanks and all. */
const spacedAddress = /\([^()\n<>*`$"]{1,500}(?: "[^"\n]{1,300}")?\)/y;
/** What GitLab takes for an address before, so that none is left to make. */
const bareBefore = /:\/\/|www\./;
const blockTag =
  /^<\/?(?!(?:a|abbr|b|big|br|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|tt|u|var)\b)/i;
const openingEntity = /&(?:#0{0,5}91|#[xX]0{0,4}5[bB]|lsqb|lbrack);/y;
const closingEntity = /&(?:#0{0,5}93|#[xX]0{0,4}5[dD]|rsqb|rbrack);/y;
const opensHidden = /^<(script|style|code|pre|kbd)\b/i;
const quotedReference = /(?<!\w)[~%]"[^"\n]{1,300}"/y;
const include = /(?<=^[ \t]*)::include\{file=.{1,1024}?\}(?=[ \t]*$)/my;
const displayMath = /\$\$[^$]+\$\$/y;
const inlineMath = /\$(?:`[\s\S]{1,1000}?`\$|(?![\s$`])(?:[^$\\]|\\[\s\S]){0,1000}(?<!\s)\$(?!\d))/y;

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
  /** Tags, and what makes links and pictures of texts: their brackets, with the address or label behind them. */
  readonly marks: readonly Span[];
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
  private readonly marks: Span[] = [];
  /** Whether an opening bracket stands before without any closing one behind it. */
  private isWithin = false;
  /** From here on no mark divides the text. */
  private undivided = 0;
  private readonly tails: LinkTails;
  private readonly backticks: Backticks;
  private readonly hidden: HiddenParts;

  constructor(
    private readonly text: string,
    private readonly block: Block,
    private readonly definitions: Definitions,
    private readonly wantsBlanks: boolean,
  ) {
    const {start, end} = block;
    this.tails = new LinkTails(text, end);
    this.backticks = new Backticks(text, start, end);
    this.hidden = new HiddenParts(text, block);
  }

  read(): BlockText {
    const {text, block} = this;
    const isHtml = block.kind === 'html';
    for (let at = block.start; at < block.end; ) {
      at = (this.wantsBlanks && this.blank(at)) || (isHtml ? this.readHtml(at) : this.readMarkdown(at));
    }
    const {visible, linked} = this;
    const literal = linked.size > 0 ? visible.filter(bracket => !linked.has(bracket.start)) : visible;
    const pairs = outermost(withoutDiffs(text, withoutDiffs(text, literal, '-'), '+'), false, this.breaks);
    for (const {start, end} of this.targets) {
      for (const pair of literalPairs(text, start, end)) pairs.push(pair);
      if (this.wantsBlanks) for (const blank of blanksInAddress(text, start, end)) this.blanks.push(blank);
    }
    const inOrder = (one: Span, other: Span) => one.start - other.start;
    // An address within a pair is part of what that says.
    const apart: Pair[] = [];
    for (const pair of pairs.sort(inOrder)) if (pair.start >= (apart.at(-1)?.end ?? 0)) apart.push(pair);
    return {pairs: apart, blanks: this.blanks.sort(inOrder), marks: this.marks.sort(inOrder)};
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
        return this.open(at);
      case ']':
        return this.close(at);
      case '\n':
        this.undivided = at;
        return at + 1;
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
        return this.colon(at);
      case '$':
        return Math.max(this.skip(at, displayMath), this.skip(at, inlineMath));
      case '*':
        this.undivided = at;
        return at + 1;
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

  /** A colon may begin the name of an included file, or an address that the reader sees. */
  private colon(at: number): number {
    const end = matchAt(bareAddress, this.text, at, this.block.end);
    if (end < 0) return this.skip(at, include);
    this.targets.push({start: at, end});
    this.undivided = end;
    return end;
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
    if (text.startsWith('<!--', at)) return this.cut(at, this.hidden.comment(at));
    if (text.startsWith('<![CDATA[', at)) return this.hidden.section(at);
    if (block.kind !== 'html') {
      const address = matchAt(addressInAngles, text, at, block.end);
      if (address >= 0) {
        this.targets.push({start: at + 1, end: address - 1});
        return address;
      }
    }
    const end = this.hidden.tagEnd(at);
    if (end < 0) return at + 1;
    this.cut(at, end);
    const opening = text.slice(at, at + 20);
    const element = opensHidden.exec(opening)?.[1];
    // GitLab takes the content of scripts and styles away, and shows that of code as it is.
    if (element !== undefined) return Math.max(end, this.hidden.next(end, `</${element}\\b`));
    if (block.kind === 'html' && blockTag.test(opening)) this.breaks.push(at);
    return end;
  }

  /** A tag or comment, which no reader sees. */
  private cut(start: number, end: number): number {
    this.marks.push({start, end});
    this.undivided = end;
    return end;
  }

  private entity(at: number): number {
    const {text, block} = this;
    const opening = matchAt(openingEntity, text, at, block.end);
    if (opening >= 0) return this.seen(true, at, opening);
    const closing = matchAt(closingEntity, text, at, block.end);
    return closing >= 0 ? this.seen(false, at, closing) : at + 1;
  }

  private open(at: number): number {
    const {text, block} = this;
    const image = at > block.start && text[at - 1] === '!' && text[at + 1] !== '^';
    const page = this.isWithin || image || block.kind === 'html' ? -1 : matchAt(wiki, text, at, block.end);
    // With an address behind it a page's name in capitals is a link's text: filled in, it is one for GitLab too.
    if (page >= 0) {
      const isUnfilled = capitals.test(text.slice(at + 2, page - 2));
      if (!isUnfilled) return page;
      if (text[page] !== '(') {
        this.seen(true, at, at + 2);
        return this.seen(false, page - 2, page);
      }
    }
    this.isWithin = true;
    this.openers.push({at, image});
    return this.seen(true, at, at + 1);
  }

  private close(at: number): number {
    const own = this.openers.pop();
    const last = this.visible.at(-1);
    this.isWithin = false;
    const depth = this.openers.length;
    const isMarkdown = this.block.kind !== 'html';
    let end = -1;
    if (own) {
      if (isMarkdown && (depth >= this.activeFrom || own.image)) end = this.linkEnd(own.at, at);
      this.activeFrom = Math.min(this.activeFrom, depth);
    }
    // An escaped bracket does for it, too.
    const opener = own ? {start: own.at, end: own.at + 1} : last?.opens ? last : undefined;
    if (end < 0 && opener && opener.start >= this.undivided && last?.end !== at) end = this.spacedEnd(at, isMarkdown);
    if (end < 0 || !opener) return this.seen(false, at, at + 1);
    this.linked.add(opener.start);
    this.marks.push({start: opener.start - Number(own?.image ?? false), end: opener.end});
    if (!own?.image) this.activeFrom = depth;
    return this.cut(at, end);
  }

  /** Where the link or picture ends that GitLab makes of a text which is none for the parser; -1 where it makes none. */
  private spacedEnd(at: number, isMarkdown: boolean): number {
    const end = matchAt(spacedAddress, this.text, at + 1, this.block.end);
    if (end < 0 || (isMarkdown && bareBefore.test(this.text.slice(at, end)))) return -1;
    this.targets.push({start: at + 2, end: end - 1});
    return end;
  }

  /** Where the link or picture ends whose text ends at this bracket; -1 where it is none. */
  private linkEnd(start: number, at: number): number {
    const inline = this.tails.inline(at + 1);
    if (inline) {
      this.targets.push(inline.target);
      return inline.end;
    }
    const label = this.tails.label(at + 1);
    const reference = label?.label.trim() || this.text.slice(start + 1, at);
    return this.definitions.use(reference) ? (label?.end ?? at + 1) : -1;
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
