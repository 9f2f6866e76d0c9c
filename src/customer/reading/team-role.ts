import type {InheritedTeamRole} from '../../facts/facts.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import {roleOfLinks} from '../../gitlab/model/group-links.ts';
import {developer} from '../../gitlab/model/model.ts';
import {groupsAbove} from '../../workspace/customer-groups.ts';
import type {Workspace} from '../../workspace/workspace.ts';

/**
 * Reads which role the team group gets from groups above a project. Those that all customers share come first, and mostly
 * suffice; the project's own group and those above the workspace only where they do not.
 */
export async function readInheritedTeamRole(
  gitlab: GitLab,
  path: string,
  {root, teamGroup}: Workspace,
  today: string,
): Promise<InheritedTeamRole> {
  const [own, ...others] = groupsAbove(path);
  const isInside = (group: string) => `${group}/`.toLowerCase().startsWith(`${root}/`.toLowerCase());
  const steps = [others.filter(isInside), [...(own ? [own] : []), ...others.filter(group => !isInside(group))]];
  let accessLevel: number | undefined;
  let isWhole = true;
  for (const step of steps) {
    for (const links of await Promise.all(step.map(group => gitlab.groupLinks(group)))) {
      if (links === undefined) isWhole = false;
      const level = roleOfLinks(links ?? [], teamGroup.id, today);
      if (level !== undefined) accessLevel = Math.max(level, accessLevel ?? 0);
    }
    if (accessLevel !== undefined && accessLevel >= developer) return {accessLevel, isWhole: false};
  }
  return {accessLevel, isWhole};
}
