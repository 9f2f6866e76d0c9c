import type {Block} from './blocks.ts';

const tag =
  /<(?:\/[A-Za-z][A-Za-z0-9-]*\s*|[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]{0,4000}"|'[^']{0,4000}'|[^\s"'=<>`]+))?){0,40}\s*\/?)>/y;
const declaration = /<![A-Z]+\s/y;
/** Characters of an instruction or declaration at most. */
const longestInstruction = 4_000;

/** Where the match of a sticky pattern ends that begins here; -1 where there is none within the text up to `end`. */
export function matchAt(pattern: RegExp, text: string, at: number, end: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match && at + match[0].length <= end ? at + match[0].length : -1;
}

/** Where the parts of a block end that no reader sees; remembers what it looked for, so that no text is gone through twice. */
export class HiddenParts {
  /** The first closing angle behind what was read, as far as it was looked for. */
  private closingAngle = -1;
  /** What was looked for in vain in the rest of the block. */
  private readonly vain = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly block: Block,
  ) {}

  /** Where the tag, instruction `<?…?>` or declaration `<!A …>` ends that begins here; -1 where none does. */
  tagEnd(at: number): number {
    const {text, block} = this;
    const isInstruction = text[at + 1] === '?';
    const start = isInstruction ? at + 2 : matchAt(declaration, text, at, block.end);
    if (start < 0) return matchAt(tag, text, at, block.end);
    if (this.closingAngle < start) {
      const length = text.slice(start, block.end).indexOf('>');
      this.closingAngle = length < 0 ? Number.POSITIVE_INFINITY : start + length;
    }
    const angle = this.closingAngle;
    const end = isInstruction && text[angle - 1] === '?' ? angle - 1 : angle;
    const isWhole = end >= start && end - start <= longestInstruction && end < angle === isInstruction;
    return isWhole ? angle + 1 : -1;
  }

  /** Where the next text of this pattern begins in the block, whatever its case; -1 where there is none. Positions only grow. */
  next(at: number, pattern: string): number {
    const length = this.vain.has(pattern) ? -1 : this.text.slice(at, this.block.end).search(new RegExp(pattern, 'i'));
    if (length >= 0) return at + length;
    this.vain.add(pattern);
    return -1;
  }

  /** Where a section of characters ends, which no reader sees; one that does not end is none. */
  section(at: number): number {
    const close = this.next(at, ']]>');
    return close < 0 ? at + 1 : close + 3;
  }

  /** A comment that does not end hides the rest of an HTML block; in Markdown it is no comment. */
  comment(at: number): number {
    const {text, block} = this;
    const [empty] = /^<!--(?:-?>)/.exec(text.slice(at, at + 6)) ?? [];
    if (empty !== undefined) return at + empty.length;
    const close = this.next(at + 4, '-->');
    if (close >= 0) return close + 3;
    return block.kind === 'html' ? block.end : at + 4;
  }
}
