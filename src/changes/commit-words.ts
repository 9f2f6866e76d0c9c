import {changesTexts} from '../texts/changes.ts';

/** Characters that a message may have. GitLab sets no limit; the title of a merge request may have 255. */
export const longestMessage = 200;

/** A text's length in characters. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** A message's first line: the title of the merge request. */
export function titleOf(message: string): string {
  return message.trim().split(/\r\n?|\n/)[0] ?? '';
}

/** The message of the commit that undoes one with this message. */
export function undoMessage(message: string): string {
  const whole = `${changesTexts.undoStart} ${message.trim()}`;
  if (lengthOf(whole) <= longestMessage) return whole;
  // Only whole words: half of a reference would be a reference to something else.
  const room = [...whole].slice(0, longestMessage - 1).join('');
  const words = room.slice(0, Math.max(0, room.search(/\s+\S*$/)));
  return words === '' || words === changesTexts.undoStart ? changesTexts.undoOfCommit : `${words}…`;
}

/** The title of the commit that one with this title undoes; undefined where it is none of ours. */
export function undoneTitle(title: string): string | undefined {
  const start = `${changesTexts.undoStart} `;
  return title.startsWith(start) && title !== start ? title.slice(start.length) : undefined;
}
