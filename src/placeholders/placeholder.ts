/** The kind of block or place that a placeholder stands in; a value is written for it. */
export type Within = 'text' | 'table' | 'html' | 'target';

/** An unfilled `[TEXT]` that a reader of the rendered page would see. */
export interface Placeholder {
  /** UTF-16 offset of the first character of what renders the opening bracket. */
  readonly start: number;
  /** UTF-16 offset behind what renders the closing bracket. */
  readonly end: number;
  /** What stands between the brackets as a reader sees it, white space folded: `CUSTOMER NAME`. */
  readonly text: string;
  /**
   * `text`: rendered text; `target`: part of a link's or picture's address; `prose`: bracketed text that is probably no
   * placeholder (`[sic]`, `[…]`, `[1]`, versions, intervals, key names).
   */
  readonly kind: 'text' | 'target' | 'prose';
  readonly context: {
    /** Line of the opening bracket, from 1. */
    readonly line: number;
    /** That line, trimmed and cut to 200 characters around the placeholder. */
    readonly text: string;
    readonly within: Within;
  };
}
