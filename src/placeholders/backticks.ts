/** Finds the end of code spans in linear time: where each run of that many backticks stands is looked up once for a block. */
export class Backticks {
  private readonly runs = new Map<number, number[]>();

  constructor(text: string, start: number, end: number) {
    for (let at = start; at < end; at += 1) {
      if (text[at] !== '`') continue;
      const from = at;
      while (at < end && text[at] === '`') at += 1;
      const places = this.runs.get(at - from);
      if (places) places.push(from);
      else this.runs.set(at - from, [from]);
    }
    for (const places of this.runs.values()) places.reverse();
  }

  /** Where the code span that opens here with so many backticks ends; -1 where it does not. Positions only grow. */
  close(at: number, length: number): number {
    const places = this.runs.get(length) ?? [];
    while (places.length > 0 && (places.at(-1) ?? 0) <= at) places.pop();
    const found = places.at(-1);
    return found === undefined ? -1 : found + length;
  }
}
