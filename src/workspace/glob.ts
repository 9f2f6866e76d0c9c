/** Whether a part of a path is what a pattern says, in which `*` stands for any number of characters. Never goes back. */
function isLike(part: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return part === pattern;
  if (!part.startsWith(first)) return false;
  let from = first.length;
  for (const piece of others) {
    const found = part.indexOf(piece, from);
    if (found < 0) return false;
    from = found + piece.length;
  }
  return part.length - last.length >= from && part.endsWith(last);
}

/**
 * Whether a path is at or below a place that a pattern names, in any case. `*` in the pattern stands for any number of characters
 * within one part of the path: one pattern names the triage of each segment.
 */
export function isAtOrBelow(path: string, pattern: string): boolean {
  const parts = path.toLowerCase().split('/');
  return pattern
    .toLowerCase()
    .split('/')
    .every((wanted, index) => {
      const part = parts[index];
      return part !== undefined && isLike(part, wanted);
    });
}
