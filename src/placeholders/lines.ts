const contextLength = 200;

function around(line: string, column: number): string {
  if (line.length <= contextLength) return line.trim();
  const from = Math.max(0, Math.min(column - contextLength / 4, line.length - contextLength));
  return line.slice(from, from + contextLength).trim();
}

/** The lines of a text. */
export class Lines {
  /** Where they begin, in UTF-16 units. */
  private readonly starts = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  /**
   * The number, from 1, of the line that holds this offset, and its text, trimmed and cut to 200 characters around it.
   *
   * @param text one whose lines begin in the same places
   */
  context(text: string, offset: number): {line: number; text: string} {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const start = this.starts[low] ?? 0;
    const end = (this.starts[high] ?? text.length + 1) - 1;
    return {line: high, text: around(text.slice(start, end), offset - start)};
  }
}
