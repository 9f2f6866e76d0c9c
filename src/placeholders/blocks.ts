import type {SyntaxNodeRef} from '@lezer/common';
import {type LeafBlock, type MarkdownConfig, parser, Table} from '@lezer/markdown';
import type {Span} from './span.ts';

/** A stretch of the document whose text is read as one: brackets are paired within it. */
export interface Block extends Span {
  readonly kind: 'text' | 'table' | 'html';
  /** It is the first paragraph of a quote, where GitLab reads `[!note]` as the head of an alert. */
  readonly opensQuote: boolean;
  /** It is the beginning of a list item, where `[~]` is a task box. */
  readonly opensItem: boolean;
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

/** Only the block structure is asked for; what stands inside of blocks is read by our own scanner, in linear time. */
const blockParser = parser.configure([
  Table,
  cutLongDefinitions,
  {remove: ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'LinkEnd', 'Image']},
]);

const textBlock = /^(Paragraph|ATXHeading\d|SetextHeading\d)$/;

const htmlBlock = /^(HTMLBlock|CommentBlock|ProcessingInstructionBlock)$/;

/** Front matter, which GitLab takes away before it renders: `---` YAML, `+++` TOML and `;;;` JSON at the very top. */
const frontMatter = /^\s*(---|\+\+\+|;;;)[^\n]*\n(?:[^\n]*\n)*?\1[ \t]*(?:\n|$)/;

/** A table's second line that has blanks behind its last bar: the parser takes it only without them. */
const barThenBlanks = /^([ \t>|:-]*)\|([ \t]+)$/gm;

/**
 * The text as the parser is to see it, every offset the same: front matter blank, a byte order mark and carriage returns as
 * blanks or line ends, and the last bar of a table's second line at its end.
 */
export function maskedForParser(markdown: string): string {
  const text = markdown
    .replace(/^\ufeff/, ' ')
    .replace(/\r\n/g, ' \n')
    .replace(/\r/g, '\n')
    .replace(barThenBlanks, '$1$2|');
  const matter = frontMatter.exec(text)?.[0];
  return matter === undefined ? text : matter.replace(/[^\n]/g, ' ') + text.slice(matter.length);
}

/** The blocks of a document whose text a reader sees, in their order. Code, comments and front matter are not among them. */
export function blocksOf(masked: string): Blocks {
  const blocks: Block[] = [];
  const definitions: Span[] = [];
  blockParser.parse(masked).iterate({
    enter(node: SyntaxNodeRef) {
      const {name, from: start, to: end} = node;
      const isFootnote = masked[start + 1] === '^';
      if (name === 'LinkReference' && !isFootnote) definitions.push({start, end});
      else if (name === 'TableCell' || htmlBlock.test(name)) {
        const kind = name === 'TableCell' ? 'table' : 'html';
        blocks.push({start, end, kind, opensQuote: false, opensItem: false});
      } else if (textBlock.test(name) || name === 'LinkReference') {
        const {prevSibling: first, parent} = node.node;
        blocks.push({
          start,
          end,
          kind: 'text',
          opensQuote: parent?.name === 'Blockquote' && first?.name === 'QuoteMark' && first.prevSibling === null,
          opensItem: parent?.name === 'ListItem' && first?.name === 'ListMark',
        });
      } else return undefined;
      return false;
    },
  });
  return {blocks, definitions};
}
