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

  enterBranch: 'Enter a branch name.',
  branchCharacters: 'A branch name can’t contain spaces, \\ or any of ~ ^ : ? * [.',
  branchPairs: 'A branch name can’t contain “..”, “//” or “@{”.',
  branchEnds: 'A branch name can’t start with “-” or “/”, or end with “/” or “.”.',
  branchParts: 'No part of a branch name can start with “.” or end with “.lock”.',
  branchReserved: 'Git reserves this name. Choose another one.',
  branchLikeCommit: 'A branch name can’t look like a commit ID.',
  branchTooLong: 'The branch name is too long.',
  branchTaken: (name: string) => `The branch “${name}” already exists. Choose another branch name.`,

  enterGroupPath: 'Enter a path for the customer group.',
  noPathOfName: 'GitLab can’t make a path from this name. Enter one: letters, digits, “-” and “_”.',
  pathCharacters:
    'A path can contain only letters without accents, digits, “_”, “-” and “.”, and can’t start with “-”.',
  pathEnd: 'A path can’t end with “.”, “.git” or “.atom”.',
  pathTooLong: (most: number) => `A path can have at most ${most} characters.`,
  pathReserved: (path: string) => `GitLab reserves the path “${path}”. Choose another one.`,
  newPathEnds: 'The path of a new group must start and end with a letter or a digit.',
  newPathMarks: (marks: string) =>
    `The path of a new group can’t contain “${marks}”. Use one “-”, “_” or “.” at a time, between letters or digits.`,

  quoted: (text: string) => `“${text}”`,
  /** @param pieces the first of them, quoted */
  andMoreLines: (pieces: string, more: number) =>
    plural(more, {one: `${pieces} and ${more} more line`, other: `${pieces} and ${more} more lines`}),
};
