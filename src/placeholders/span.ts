/** A stretch of text. Offsets are UTF-16, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
