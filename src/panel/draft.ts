/** What was typed and not committed yet. */
export interface Draft {
  /** By placeholder, or by one of its places. */
  readonly values: ReadonlyMap<string, string>;
  /** Keys of placeholders that are left as they are. */
  readonly left: ReadonlySet<string>;
  /**
   * Where values are for single places: the line of each place when it was typed, by {@link linesKey}. By these they find their
   * places again in a file that was changed.
   */
  readonly lines: ReadonlyMap<string, readonly string[]>;
}

/** What lines are kept by: a placeholder's key and a file's path. */
export function linesKey(key: string, path: string): string {
  return `${key}\n${path}`;
}
