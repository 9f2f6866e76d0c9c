import type {SyntaxNode, SyntaxNodeRef} from '@lezer/common';
import {type LeafBlock, type Line, type MarkdownConfig, parser, Table} from '@lezer/markdown';
import type {Span} from './span.ts';

/** A stretch of the document whose text is read as one: brackets are paired within it. */
export interface Block extends Span {
  readonly kind: 'text' | 'table' | 'html';
  /**
   * Where GitLab reads its beginning in its own way: in the first paragraph of a quote `[!note]` is the head of an alert, in that
   * of a list item `[~]` is a task box, and in any other paragraph than these `[TOC]` is a table of contents.
   */
  readonly opens?: 'quote' | 'item' | 'paragraph' | undefined;
}

export interface Blocks {
  readonly blocks: readonly Block[];
  /** Where the link reference definitions stand. */
  readonly definitions: readonly Span[];
}

/** Paragraphs that begin like a link definition. */
const likeDefinitions = new WeakSet<LeafBlock>();

/** The parser reads what may be a definition's title again with every line, so such a paragraph is cut where it gets long. */
const cutLongDefinitions: MarkdownConfig = {
  parseBlock: [
    {
      name: 'LongDefinition',
      leaf(_context, leaf) {
        if (/^\[[^\]]*(\]:|$)/.test(leaf.content)) likeDefinitions.add(leaf);
        return null;
      },
      endLeaf: (context, _line, leaf) => context.lineStart - leaf.start > 10_000 && likeDefinitions.has(leaf),
    },
  ],
};

/** A footnote begins like this, and goes on in lines that are indented. */
const footnote = /\[\^([^\]\s]+)\]:[ \t]*/y;

function footnoteAt({text, pos, indent, baseIndent}: Line): RegExpExecArray | null {
  footnote.lastIndex = pos;
  return indent < baseIndent + 4 ? footnote.exec(text) : null;
}

/** As many blocks as nest at most, as in GitLab's parser. */
const deepest = 100;

const footnotesOf: MarkdownConfig = {
  defineNodes: [
    {
      name: 'Footnote',
      block: true,
      composite(_context, line) {
        if (line.next >= 0 && line.indent < line.baseIndent + 4) return false;
        line.moveBaseColumn(line.baseIndent + 4);
        return true;
      },
    },
  ],
  parseBlock: [
    {
      name: 'Footnote',
      parse(context, line) {
        const match = footnoteAt(line);
        if (!match || context.depth > deepest) return false;
        context.startComposite('Footnote', line.pos);
        line.moveBase(line.pos + match[0].length);
        return null;
      },
      endLeaf: (_context, line) => footnoteAt(line) !== null,
    },
  ],
};

/** Only the block structure is asked for; what stands inside of blocks is read by our own scanner, in linear time. */
const blockParser = parser.configure([
  Table,
  cutLongDefinitions,
  footnotesOf,
  {remove: ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'LinkEnd', 'Image']},
]);

const textBlock = /^(Paragraph|ATXHeading\d|SetextHeading\d)$/;

const htmlBlock = /^(HTMLBlock|CommentBlock|ProcessingInstructionBlock)$/;

/**
 * Front matter, which GitLab takes away before it renders: `---` YAML, `+++` TOML and `;;;` JSON at the very top, below a line
 * that names the encoding at most, and each fence at the beginning of its line. Source: GitLab's `front_matter.rb`.
 */
const frontMatter =
  /^(?:(?=[^\n]*coding:)[^\n]*\n)?(?:\s*\n)?(?:---|\+\+\+|;;;)[ \t]*(?:\S+[ \t]*)?\n(?:[^\n]*\n)*?(?:---|\+\+\+|;;;|\.{3})[^\S\n]*(?:\n|$)/;

/** A table's second line that has blanks behind its last bar: the parser takes it only without them. */
const barThenBlanks = /^([ \t>|:-]*)\|([ \t]+)$/gm;

/** Quotes and lists that open in one line and more than anybody writes: the parser would look through the line once for each. */
const deepLine = /^((?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){100}[ \t]*)[>\d*+-](?![-*_ \t]*$)/gm;

/**
 * The text as the parser is to see it, every offset the same: front matter blank, a byte order mark and carriage returns as
 * blanks or line ends, the last bar of a table's second line at its end, and no more than a hundred quotes and lists in a line.
 */
export function maskedForParser(markdown: string): string {
  const text = markdown
    .replace(/^\ufeff/, ' ')
    .replace(/\r\n/g, ' \n')
    .replace(/\r/g, '\n')
    .replace(barThenBlanks, '$1$2|')
    .replace(deepLine, '$1x');
  const matter = frontMatter.exec(text)?.[0];
  return matter === undefined ? text : matter.replace(/[^\n]/g, ' ') + text.slice(matter.length);
}

/** How many columns the table has by its second line. */
function columnsOf(table: SyntaxNode, masked: string): number {
  const second = table.firstChild?.nextSibling;
  const line = second ? masked.slice(second.from, second.to).trim() : '';
  return line.replace(/^\||\|$/g, '').split('|').length;
}

/** Where the cells of a row begin for which the table has no column: nobody sees them. */
function beyondColumns(row: SyntaxNode, columns: number): number {
  let column = row.firstChild?.name === 'TableDelimiter' ? -1 : 0;
  for (let child = row.firstChild; child !== null; child = child.nextSibling) {
    if (child.name === 'TableDelimiter') column += 1;
    if (column >= columns) return child.from;
  }
  return row.to;
}

/** The labels that stand more than once in the text: beside the footnote itself something refers to it. */
function notedIn(masked: string): ReadonlySet<string> {
  const once = new Set<string>();
  const more = new Set<string>();
  for (const [label] of masked.toLowerCase().matchAll(/\[\^[^\]\s]{1,99}\]/g))
    (once.has(label) ? more : once).add(label);
  return more;
}

/** The blocks of a document whose text a reader sees, in their order. Code, comments, front matter and footnotes
 * that nothing refers to are not among them. */
export function blocksOf(masked: string): Blocks {
  const blocks: Block[] = [];
  const definitions: Span[] = [];
  const noted = notedIn(masked);
  /** The table that is read, and from where on the cells of its row are not seen. */
  let table = {from: -1, columns: 0};
  let unseenFrom = Number.POSITIVE_INFINITY;
  blockParser.parse(masked).iterate({
    enter(node: SyntaxNodeRef) {
      const {name, from: start, to: end} = node;
      if (name === 'LinkReference') definitions.push({start, end});
      else if (name === 'Footnote') {
        return noted.has(masked.slice(start, masked.indexOf(']', start) + 1).toLowerCase()) ? undefined : false;
      } else if (name === 'TableRow') {
        const {parent} = node.node;
        if (parent !== null && parent.from !== table.from)
          table = {from: parent.from, columns: columnsOf(parent, masked)};
        unseenFrom = beyondColumns(node.node, table.columns);
        return undefined;
      } else if (name === 'TableHeader') {
        unseenFrom = Number.POSITIVE_INFINITY;
        return undefined;
      } else if (name === 'TableCell' || htmlBlock.test(name)) {
        if (name === 'TableCell' && start >= unseenFrom) return false;
        const kind = name === 'TableCell' ? 'table' : 'html';
        blocks.push({start, end, kind});
      } else if (textBlock.test(name)) {
        const mark = node.node.prevSibling?.name;
        const opens =
          mark === 'ListMark'
            ? 'item'
            : mark === 'QuoteMark' && node.node.prevSibling?.prevSibling === null
              ? 'quote'
              : name === 'Paragraph'
                ? 'paragraph'
                : undefined;
        blocks.push({start, end, kind: 'text', opens});
      } else return undefined;
      return false;
    },
  });
  return {blocks, definitions};
}
