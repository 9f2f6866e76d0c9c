/** Characters that a message may have. GitLab sets no limit; the title of a merge request may have 255. */
export const longestMessage = 200;

/** Bytes that a branch's name may have, each character beside ASCII counted as four: Git keeps it as a file's name. */
const longestBranch = 200;

function lengthOf(text: string): number {
  return [...text].length;
}

/** What keeps a commit from having this message, as a sentence; undefined where nothing does. */
export function messageFault(message: string): string | undefined {
  const length = lengthOf(message.trim());
  if (length === 0) return 'Enter a commit message.';
  return length > longestMessage
    ? `The message has ${length} characters. Shorten it to ${longestMessage} or fewer.`
    : undefined;
}

/** A message's first line: the title of the merge request. */
export function titleOf(message: string): string {
  return message.trim().split(/\r\n?|\n/)[0] ?? '';
}

/** Git's rules for the name of a branch, and GitLab's on top. Source: GitLab's `git_ref_validator.rb` and `branch_check.rb`. */
const branchRules: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'Enter a name for the branch.'],
  [/[\s\p{Cc}~^:?*[\\]/u, 'A branch name can’t contain spaces, \\ or any of ~ ^ : ? * [.'],
  [/\.\.|\/\/|@\{/, 'A branch name can’t contain “..”, “//” or “@{”.'],
  [/^[-/]|[/.]$/, 'A branch name can’t start with “-” or “/”, or end with “/” or “.”.'],
  [/(^|\/)\.|\.lock(\/|$)/, 'No part of a branch name can start with “.” or end with “.lock”.'],
  [/^(HEAD$|refs\/(heads|remotes)\/)/, 'Git keeps this name for itself. Choose another name.'],
  [/^[0-9a-f]{40}/i, 'A branch name can’t look like a commit’s id.'],
];

/** What keeps a branch from having this name, as a sentence; undefined where nothing does. */
export function branchFault(name: string): string | undefined {
  const [, words] = branchRules.find(([pattern]) => pattern.test(name)) ?? [];
  if (words !== undefined) return words;
  return name.replace(/\P{ASCII}/gu, 'four').length > longestBranch ? 'The branch name is too long.' : undefined;
}

/** That a branch's name is another one's, as sentences. */
export function branchTaken(name: string): string {
  return `There is a branch “${name}” already. Choose another name.`;
}

/** The message of the commit that undoes one with this message. */
export function undoMessage(message: string): string {
  const whole = `Undo: ${message.trim()}`;
  if (lengthOf(whole) <= longestMessage) return whole;
  // Only whole words: half of a reference would be a reference to something else.
  const room = [...whole].slice(0, longestMessage - 1).join('');
  const words = room.slice(0, Math.max(0, room.search(/\s+\S*$/)));
  return words === '' || words === 'Undo:' ? 'Undo a commit' : `${words}…`;
}

/** The title of the commit that one with this title undoes; undefined where it is none of ours. */
export function undoneTitle(title: string): string | undefined {
  return /^Undo: (.+)$/.exec(title)?.[1];
}

/** What GitLab takes for a reference to an issue or a merge request. */
const reference = /[#!&]\d|\bGL-\d|\[(?:issue|work_item|epic):|https?:\/\//i;

/** GitLab's words for closing (`1_settings.rb`, `issue_closing_pattern`). */
const closing = /\b(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?)\b/i;

/**
 * What GitLab does because of what a message says, as a sentence; undefined where it does nothing. Back-ticks protect nothing:
 * it reads a message as plain text. Source: GitLab's `process_commit_worker.rb`, `time_tracking_extractor.rb` and `skip.rb`.
 *
 * @param isTitle whether the first line is the title of a merge request, whose mentions are told to people
 */
export function messageHint(message: string, isTitle: boolean): string | undefined {
  const refers = reference.test(message);
  if (refers && closing.test(message)) return 'GitLab closes issues that a message names with “closes” or “fixes”.';
  if (refers && /@\d+(?:mo|[dhms])/.test(message)) {
    return 'GitLab logs time on an issue that a message names with “@1h”.';
  }
  if (refers) return 'GitLab notes the commit on issues and merge requests that a message names.';
  if (/\[(?:ci[ _-]skip|skip[ _-]ci)\]/i.test(message)) return 'GitLab runs no pipeline for this commit.';
  if (isTitle && /(?:^|[^\w@])@\w/.test(titleOf(message))) return 'GitLab notifies people whom a title mentions.';
  return undefined;
}
