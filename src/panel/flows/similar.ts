import {comparable} from '../../checks/customer.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import type {Group} from '../../gitlab/model.ts';
import {locateGroup} from '../../workspace/locate.ts';
import type {Workspace} from '../../workspace/workspace.ts';

/** Words for a company's form and the like, which one group has in its name and the other one not. */
const form =
  /\b(incorporated|inc|corporation|corp|company|co|limited|ltd|llc|llp|plc|gmbh|ag|kg|se|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|aps|pty|group|holdings?|international|the|customer|collaboration|project)\b\.?/gi;

/** What of a name tells one company from the other. */
function core(name: string): string {
  return comparable(name.replace(form, ' ')) || comparable(name);
}

/** The words of a name that GitLab is asked for: its first and its longest, without the company's form. */
function searchWords(name: string): readonly string[] {
  const own = name.replace(form, ' ').match(/[\p{L}\p{N}]+/gu) ?? name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [longest = ''] = [...own].sort((one, other) => other.length - one.length);
  return [...new Set([own[0] ?? '', longest])].filter(Boolean);
}

/** Whether two names could be those of one customer: “ACME” and “Acme Inc.”, not “Acme” and “Acumen”. */
export function isSimilar(one: string, other: string): boolean {
  const [a, b] = [core(one), core(other)];
  if (a === '' || b === '') return false;
  return a === b || (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a)));
}

/** Where a customer's group is, as a plan has it. */
export function placeOfGroup({name, path}: Group, workspace: Workspace): {name: string; segment: string; path: string} {
  const place = locateGroup(path, workspace);
  return {name, segment: 'segment' in place ? place.segment : '', path: path.slice(path.lastIndexOf('/') + 1)};
}

/** Customers' groups that could be this customer's already. Throws GitLabError. */
export async function similarGroups(gitlab: GitLab, workspace: Workspace, name: string): Promise<Group[]> {
  const found = await Promise.all(searchWords(name).map(word => gitlab.groupsBelow(workspace.root, word)));
  const groups = new Map(found.flat().map(group => [group.id, group]));
  return [...groups.values()].filter(group => {
    // One that is archived or waits for its deletion cannot be the customer's.
    if (group.isGoing) return false;
    const place = locateGroup(group.path, workspace);
    const depth = group.path.split('/').length - workspace.root.split('/').length;
    return place.kind === 'customer-group' && depth <= 3 && isSimilar(name, group.name);
  });
}
