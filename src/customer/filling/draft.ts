import {dequal} from 'dequal/lite';
import {rebased} from './rebased.ts';

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

/** Nothing typed. */
export const noDraft: Draft = {values: new Map(), left: new Set(), lines: new Map()};

/** What lines are kept by: a placeholder's key and a file's path. */
export function linesKey(key: string, path: string): string {
  return `${key}\n${path}`;
}

/** By what the lines of a value for a single place are kept; undefined for one of all places. */
function linesKeyOf(name: string): string | undefined {
  const [key = '', path] = name.split('\n');
  return path === undefined ? undefined : linesKey(key, path);
}

const marked = (keys: ReadonlySet<string>) => new Map([...keys].map(key => [key, true]));

/** What is kept, with what a page changed of it; see {@link rebased}. */
export function rebasedDraft(kept: Draft, from: Draft, to: Draft): Draft {
  return {
    values: rebased(kept.values, from.values, to.values),
    left: new Set(rebased(marked(kept.left), marked(from.left), marked(to.left)).keys()),
    lines: rebased(kept.lines, from.lines, to.lines),
  };
}

/**
 * Own values before those of whom nobody knows whose they are. An own empty one hides the other. Of the others' values for single places
 * those stay out that belong to another state of the file than the own ones.
 */
export function draftOver(own: Draft, others: Draft): Draft {
  const isOfOtherFile = (name: string) => {
    const at = linesKeyOf(name) ?? '';
    const [mine, theirs] = [own.lines.get(at), others.lines.get(at)];
    return mine !== undefined && theirs !== undefined && !dequal(mine, theirs);
  };
  return {
    values: new Map([...[...others.values].filter(([name]) => !isOfOtherFile(name)), ...own.values]),
    left: new Set([...[...others.left].filter(key => !own.values.get(key)), ...own.left]),
    lines: new Map([...others.lines, ...own.lines]),
  };
}
