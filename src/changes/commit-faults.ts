import {type Said, said} from '../texts/said.ts';
import {typedTexts} from '../texts/typed.ts';
import {lengthOf, longestMessage, titleOf} from './commit-words.ts';

/** What keeps a commit from having this message, as a sentence; undefined where nothing does. */
export function messageFault(message: string): Said | undefined {
  const length = lengthOf(message.trim());
  if (length === 0) return said('typed.enterMessage');
  return length > longestMessage ? said('typed.shortenMessage', length, longestMessage) : undefined;
}

/** Bytes that a branch's name may have, each character beside ASCII counted as four: Git keeps it as a file's name. */
const longestBranch = 200;

/** Git's rules for the name of a branch, and GitLab's on top. Source: GitLab's `git_ref_validator.rb` and `branch_check.rb`. */
const branchRules: readonly (readonly [RegExp, Said])[] = [
  [/^$/, said('typed.enterBranch')],
  [/[\s\p{Cc}~^:?*[\\]/u, said('typed.branchCharacters')],
  [/\.\.|\/\/|@\{/, said('typed.branchPairs')],
  [/^[-/]|[/.]$/, said('typed.branchEnds')],
  [/(^|\/)\.|\.lock(\/|$)/, said('typed.branchParts')],
  [/^(HEAD$|refs\/(heads|remotes)\/)/, said('typed.branchReserved')],
  [/^[0-9a-f]{40}/i, said('typed.branchLikeCommit')],
];

/** What keeps a branch from having this name, as a sentence; undefined where nothing does. */
export function branchFault(name: string): Said | undefined {
  const [, words] = branchRules.find(([pattern]) => pattern.test(name)) ?? [];
  if (words !== undefined) return words;
  return name.replace(/\P{ASCII}/gu, 'four').length > longestBranch ? said('typed.branchTooLong') : undefined;
}

/** That a branch's name is another one's, as sentences. */
export function branchTaken(name: string): Said {
  return said('typed.branchTaken', name);
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
  if (refers && closing.test(message)) return typedTexts.closesIssues;
  if (refers && /@\d+(?:mo|[dhms])/.test(message)) return typedTexts.logsTime;
  if (refers) return typedTexts.notesCommit;
  if (/\[(?:ci[ _-]skip|skip[ _-]ci)\]/i.test(message)) return typedTexts.runsNoPipeline;
  if (isTitle && /(?:^|[^\w@])@\w/.test(titleOf(message))) return typedTexts.notifiesMentioned;
  return undefined;
}
