import {journalTableTexts as texts} from '../texts/changes-journal.ts';
import {say} from '../texts/say.ts';
import type {Journal} from './journal.ts';
import {whatWasMade} from './made-words.ts';
import {plainMarkdown} from './plain-markdown.ts';

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/**
 * The journal as a Markdown table, the oldest first, to paste into an issue.
 *
 * @param titleOf the title of an item, by its id
 */
export function journalAsMarkdown(
  journal: Journal,
  titleOf: (check: string) => string | undefined = () => undefined,
): string {
  const rows = [...journal].reverse().map(({at, by, where, check, what, before, after, each, left, undone}) => {
    const values = before === undefined && after === undefined ? '' : `${say(before ?? '')} → ${say(after ?? '')}`;
    const all = [values, ...(each ?? []).map(say), ...(left ?? []).map(say)].filter(Boolean).join(', ');
    const isUndone = undone ? texts.isUndone : '';
    const done = whatWasMade(what, titleOf(check));
    return rowOf([at.slice(0, 16).replace('T', ' '), by, where, done, all, isUndone].map(plainMarkdown));
  });
  const head = [texts.when, texts.who, texts.where, texts.what, texts.values, texts.undone];
  return [rowOf(head), rowOf(head.map(() => '---')), ...rows, ''].join('\n');
}
