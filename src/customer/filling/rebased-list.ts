/** The lines of a list whose last line is what is being typed. */
const entriesOf = (text = '') => text.split('\n').slice(0, -1);

/**
 * A kept list with what this page changed of it: what another tab put into it meanwhile stays.
 *
 * @param kept one entry a line, and what is being typed in the last; undefined for an empty list
 * @param from what this page saw or wrote last
 * @param to what it has now
 */
export function rebasedList(
  kept: string | undefined,
  from: string | undefined,
  to: string | undefined,
): string | undefined {
  const mine = entriesOf(to);
  const known = new Set([...entriesOf(from), ...mine]);
  const theirs = entriesOf(kept).filter(entry => !known.has(entry));
  return theirs.length === 0 ? to : [...mine, ...theirs, to?.split('\n').at(-1) ?? ''].join('\n');
}
