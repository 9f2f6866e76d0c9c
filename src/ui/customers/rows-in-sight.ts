/** A piece of a long table: a row that is in the page, or how many rows before the one of an index are not. */
type Piece = {readonly index: number} | {readonly gap: number; readonly before: number};

/**
 * A long table of which only some rows are in the page.
 *
 * @param count of all rows
 * @param first the first row in sight
 * @param end the one after the last in sight
 * @param kept rows that are in the page wherever they are; -1 for none
 */
export function piecesOf(count: number, first: number, end: number, kept: readonly number[]): Piece[] {
  const indexes = new Set(kept.filter(index => index >= 0 && index < count));
  for (let index = Math.max(0, first); index < Math.min(count, end); index += 1) indexes.add(index);
  const pieces: Piece[] = [];
  let next = 0;
  for (const index of [...indexes].sort((one, other) => one - other)) {
    if (index > next) pieces.push({gap: index - next, before: index});
    pieces.push({index});
    next = index + 1;
  }
  if (count > next) pieces.push({gap: count - next, before: count});
  return pieces;
}

/** The row that a key leads to, or undefined where it leads nowhere. @param page how many rows are in sight */
export function rowAfterKey(key: string, from: number, page: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: -1,
    ArrowDown: 1,
    PageUp: -Math.max(1, page - 1),
    PageDown: Math.max(1, page - 1),
    Home: -count,
    End: count,
  };
  const step = steps[key];
  return step === undefined || count === 0 ? undefined : Math.min(count - 1, Math.max(0, from + step));
}

/**
 * The place in a row that a key leads to, or undefined where it leads nowhere.
 *
 * @param from 0 for the row's name, and from 1 on its cells
 * @param count of the name and the cells
 */
export function placeAfterKey(key: string, from: number, count: number): number | undefined {
  const to = key === 'ArrowRight' ? from + 1 : key === 'ArrowLeft' ? from - 1 : -1;
  return to < 0 || to >= count ? undefined : to;
}
