import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {Member, Project, User} from '../gitlab/model/model.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import {withUsername} from '../gitlab/model/words.ts';
import {inTurn, type Said, said} from '../texts/said.ts';
import {isSince} from './making.ts';

/** What came into a project since it was made here, or why that could not be looked up. */
export type OthersWork =
  | {
      readonly state: 'known';
      /** One sentence each; none where nothing came in. */
      readonly found: readonly Said[];
      /** What each of it, and the last activity, is known by: what a later look has beside these came in in between. */
      readonly marks: readonly string[];
    }
  | {readonly state: 'failed'; readonly problem: Problem};

/** Where there is no project, nobody did anything in it. */
export const noWork: OthersWork = {state: 'known', found: [], marks: []};

/** By whom something is, each once. */
function namesOf(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter(name => name !== '');
}

function memberWords(member: Member, own: User): Said {
  const {createdBy} = member;
  if (createdBy === undefined) return said('apply.memberSince', withUsername(member));
  return said(createdBy === own.id ? 'apply.memberInvited' : 'apply.memberByOther', withUsername(member));
}

/**
 * Looks what others did in a project since it was made here: who is a member beside those who were added by their accounts, which
 * issues and which commits came in. What a template brought along is older than the project.
 *
 * @param own the user, who made it; their commits are the flow's
 * @param added ids of the accounts that were added with it
 */
export async function othersWork(
  gitlab: GitLab,
  project: Project,
  own: User,
  added: ReadonlySet<number>,
): Promise<OthersWork> {
  const {id, createdAt, openIssues, defaultBranch, lastActivityAt = ''} = project;
  try {
    const [everybody, allIssues, allCommits] = await Promise.all([
      gitlab.members(id),
      openIssues === undefined ? [] : gitlab.issues(id, 'all'),
      defaultBranch === null ? [] : gitlab.commitsSince(id, createdAt),
    ]);
    const members = everybody.filter(member => member.id !== own.id && !added.has(member.id));
    const issues = allIssues.filter(issue => isSince(issue.createdAt, createdAt));
    const commits = allCommits.filter(({authorName}) => authorName !== own.name);
    const found = members.map(member => memberWords(member, own));
    if (issues.length > 0) {
      found.push(said('apply.issuesSince', issues.length, namesOf(issues.map(({author}) => author))));
    }
    if (commits.length > 0) {
      found.push(said('apply.commitsSince', commits.length, namesOf(commits.map(({authorName}) => authorName))));
    }
    if (issues.length + commits.length > 0) found.push(said('apply.keptForDays'));
    return {
      state: 'known',
      found,
      marks: [
        `activity:${lastActivityAt}`,
        ...members.map(member => `member:${member.id}`),
        ...issues.map(({iid}) => `issue:${iid}`),
        ...commits.map(commit => `commit:${commit.id}`),
      ],
    };
  } catch (error) {
    return {state: 'failed', problem: problemOf(error)};
  }
}

/**
 * Makes sure that what is deleted was shown before.
 *
 * @param now what a look right before finds
 * @param shown what the user saw; undefined where nothing was shown
 * @throws GitLabError `conflict` where something came in since, or where that cannot be looked up any more
 */
export function assertShown(now: OthersWork, shown: OthersWork | undefined): void {
  if (now.state === 'failed') {
    if (shown?.state === 'failed') return;
    const {words, advice} = now.problem;
    throw new GitLabError('conflict', said('apply.notLookedAgain', words), 0, {advice});
  }
  const known = new Set(shown?.state === 'known' ? shown.marks : []);
  const isMore = shown?.state === 'known' ? now.marks.some(mark => !known.has(mark)) : now.found.length > 0;
  if (isMore)
    throw new GitLabError('conflict', said('apply.cameInSince'), 0, {advice: said('apply.cameInSince advice')});
}

/** Why it is not known what others did, and that it is deleted all the same. */
export function unknownWords({words, advice}: Problem): Said {
  return inTurn(said('apply.othersUnknown', words), advice, said('apply.deletedToo'));
}
