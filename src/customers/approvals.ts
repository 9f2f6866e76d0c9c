import {judge} from '../checklist/judge.ts';
import {members as membersCheck} from '../customer/checks/members.ts';
import {settle} from '../customer/reading/gather.ts';
import type {FactSheet} from '../facts/facts.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {Workspace} from '../workspace/workspace.ts';

/**
 * Looks whether members wait for an approval, where a pass would rest on it and GraphQL told the members: it lists those who wait as
 * all others (`app/finders/members_finder.rb`), and only REST tells the membership's state.
 *
 * @param path full path of the project
 * @param gitlab asks GitLab itself
 * @param mayWait tells whether members can be waiting at all
 */
export async function withApprovals(
  facts: FactSheet,
  path: string,
  gitlab: Pick<GitLab, 'members'>,
  workspace: Workspace,
  mayWait: () => Promise<boolean>,
): Promise<FactSheet> {
  const {members} = facts;
  if (members?.state !== 'known' || members.value.every(({isAwaiting}) => isAwaiting !== undefined)) return facts;
  if (judge(membersCheck, facts, workspace)?.verdict !== 'pass' || !(await mayWait())) return facts;
  const told = await settle(gitlab.members(path));
  if (told.state !== 'known') return {...facts, members: told};
  const awaiting = new Map(told.value.map(({id, isAwaiting}) => [id, isAwaiting]));
  return {
    ...facts,
    members: {state: 'known', value: members.value.map(member => ({...member, isAwaiting: awaiting.get(member.id)}))},
  };
}
