/** The lines of a list whose last line is what is being typed. */
const entriesOf = (text = '') => text.split('\n').slice(0, -1);

/**
 * A kept list with what this page changed of it: what another tab put in or took out meanwhile stays so.
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
  if (from === to) return kept;
  const [theirs, before, mine] = [entriesOf(kept), entriesOf(from), entriesOf(to)];
  const stay = mine.filter(entry => !before.includes(entry) || theirs.includes(entry));
  const more = theirs.filter(entry => !before.includes(entry) && !mine.includes(entry));
  const all = [...stay, ...more];
  return all.length === 0 && to === undefined ? undefined : [...all, to?.split('\n').at(-1) ?? ''].join('\n');
}
