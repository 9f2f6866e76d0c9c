import {isAtOrBelow} from './glob.ts';
import type {Workspace} from './workspace.ts';

/**
 * Full paths of the pre-sales groups as far as the workspace itself tells: its own patterns, and in place of a `*` that stands
 * for a whole first part each segment. Not all of them need to be there.
 */
export function preSalesGroups({root, segments, preSales}: Workspace): string[] {
  const paths = preSales.flatMap(pattern =>
    pattern.startsWith('*/')
      ? segments.map(segment => segment + pattern.slice(1)).filter(path => isAtOrBelow(path, pattern))
      : [pattern],
  );
  return [...new Set(paths)].filter(path => !path.includes('*')).map(path => `${root}/${path}`);
}
