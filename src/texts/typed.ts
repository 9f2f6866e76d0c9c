import {roleName} from './gitlab.ts';
import {plural} from './plural.ts';

/** What is told of what people type for a change: messages of commits, branches, paths of groups, people. */
export const typedTexts = {
  enterMessage: 'Enter a commit message.',
  shortenMessage: (length: number, most: number) =>
    `The message has ${length} characters. Shorten it to ${most} or fewer.`,
  closesIssues: 'GitLab closes issues that a message names with “closes” or “fixes”.',
  logsTime: 'GitLab logs time on an issue that a message names with “@1h”.',
  notesCommit: 'GitLab notes the commit on issues and merge requests that a message names.',
  runsNoPipeline: 'GitLab runs no pipeline for this commit.',
  notifiesMentioned: 'GitLab notifies people whom a title mentions.',

  enterBranch: 'Enter a name for the branch.',
  branchCharacters: 'A branch name can’t contain spaces, \\ or any of ~ ^ : ? * [.',
  branchPairs: 'A branch name can’t contain “..”, “//” or “@{”.',
  branchEnds: 'A branch name can’t start with “-” or “/”, or end with “/” or “.”.',
  branchParts: 'No part of a branch name can start with “.” or end with “.lock”.',
  branchReserved: 'Git keeps this name for itself. Choose another name.',
  branchLikeCommit: 'A branch name can’t look like a commit’s id.',
  branchTooLong: 'The branch name is too long.',
  branchTaken: (name: string) => `There is a branch “${name}” already. Choose another name.`,

  enterGroupPath: 'Enter a path for the customer’s group.',
  noPathOfName: 'GitLab makes no path of this name. Enter one: letters, digits, “-” and “_”.',
  pathCharacters: 'A path takes only letters without accents, digits, “_”, “-” and “.”, and does not start with “-”.',
  pathEnd: 'A path does not end in “.”, “.git” or “.atom”.',
  pathTooLong: (most: number) => `A path has at most ${most} characters.`,
  pathReserved: (path: string) => `GitLab keeps the path “${path}” for itself. Choose another one.`,
  newPathEnds: 'The path of a new group starts and ends with a letter or a digit.',
  newPathMarks: (marks: string) =>
    `GitLab does not take “${marks}” in the path of a new group: only one “-”, “_” or “.” at a time, between letters or digits.`,

  isMember: (person: string, role: number) => `${person} is a member already, as ${roleName(role)}.`,
  isInvited: (person: string, role: number) => `${person} is invited already, as ${roleName(role)}.`,
  isBot: (person: string) => `${person} is a bot.`,
  /** @param state GitLab's word: “blocked” */
  accountIs: (person: string, state: string) => `The account ${person} is ${state}.`,
  noSuchUser: (username: string) => `GitLab knows no user @${username}, or the account is blocked.`,
  isYou: (username: string) => `@${username} is you.`,
  isYourMail: (mail: string) => `${mail} is you.`,
  quoted: (text: string) => `“${text}”`,
  /** @param pieces the first of them, quoted */
  andMoreLines: (pieces: string, more: number) =>
    plural(more, {one: `${pieces} and ${more} more line`, other: `${pieces} and ${more} more lines`}),
  ignored: (count: number, pieces: string) =>
    plural(count, {
      one: `Ignored, because no mail address or @username is in it: ${pieces}.`,
      other: `Ignored, because no mail address or @username is in them: ${pieces}.`,
    }),
};
