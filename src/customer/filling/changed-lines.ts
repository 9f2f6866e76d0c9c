import type {ChangedLine} from '../../placeholders/index.ts';

/** The lines that differ between two texts of equally many lines. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const now = after.split(/\r?\n|\r/);
  return before.split(/\r?\n|\r/).flatMap((line, index) => {
    const other = now[index] ?? '';
    return other === line ? [] : [{line: index + 1, before: line, after: other}];
  });
}
