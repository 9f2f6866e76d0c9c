import type {SyntaxNodeRef} from '@lezer/common';
import {parser, Table, TaskList} from '@lezer/markdown';

/** A stretch of the document whose text is read as one: brackets are paired within it. Offsets are UTF-16, `end` exclusive. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly kind: 'inline' | 'table' | 'html';
  /** It is the first paragraph of a quote, where GitLab reads `[!note]` as the head of an alert. */
  readonly opensQuote: boolean;
  /** It is the beginning of a list item, where `[~]` is a task box. */
  readonly opensItem: boolean;
}

export interface Blocks {
  readonly blocks: readonly Block[];
  /** Where the link reference definitions stand. */
  readonly definitions: readonly {readonly start: number; readonly end: number}[];
}

/** Only the block structure is asked for; what stands inside of blocks is read by our own scanner, in linear time. */
const blockParser = parser.configure([
  Table,
  TaskList,
  {remove: ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'LinkEnd', 'Image']},
]);

const inlineBlock = /^(Paragraph|Task|ATXHeading\d|SetextHeading\d)$/;

/** Front matter, which GitLab takes away before it renders: `---` YAML, `+++` TOML and `;;;` JSON at the very top. */
const frontMatter = /^\s*(---|\+\+\+|;;;)[^\n]*\n(?:[^\n]*\n)*?\1[ \t]*(?:\n|$)/;

/** A table's second line that has blanks behind its last bar: the parser takes it only without them. */
const barThenBlanks = /^([ \t>]*\|?[ \t:|-]*-[ \t:|-]*)\|([ \t]+)$/gm;

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
  const definitions: {start: number; end: number}[] = [];
  blockParser.parse(masked).iterate({
    enter(node: SyntaxNodeRef) {
      const {name, from: start, to: end} = node;
      if (name === 'LinkReference') definitions.push({start, end});
      else if (name === 'TableCell') blocks.push({start, end, kind: 'table', opensQuote: false, opensItem: false});
      else if (name === 'HTMLBlock') blocks.push({start, end, kind: 'html', opensQuote: false, opensItem: false});
      else if (inlineBlock.test(name)) {
        const first = node.node.prevSibling;
        const parent = node.node.parent?.name;
        blocks.push({
          start,
          end,
          kind: 'inline',
          opensQuote: parent === 'Blockquote' && first?.name === 'QuoteMark' && first.prevSibling === null,
          opensItem: parent === 'ListItem' && first?.name === 'ListMark',
        });
      } else return undefined;
      return false;
    },
  });
  return {blocks, definitions};
}
