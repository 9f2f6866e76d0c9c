import {plainLatin} from '../changes/group-path.ts';
import {comparable} from '../customer/checks/customer.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {Group} from '../gitlab/model/model.ts';
import {locateGroup} from '../workspace/locate.ts';
import type {Workspace} from '../workspace/workspace.ts';

/** Words for a company's form and the like, which one group has in its name and the other one not. */
const form =
  /\b(incorporated|inc|corporation|corp|company|co|limited|ltd|llc|llp|plc|gmbh|ag|kg|se|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|aps|pty|group|holdings?|international|the|customer|collaboration|project)\b\.?/gi;

/** What of a name tells one company from the other. */
function core(name: string): string {
  const latin = plainLatin(name);
  return comparable(latin.replace(form, ' ')) || comparable(latin);
}

/** The words of a name that GitLab is asked for: its first and its longest, without the company's form, also in plain letters. */
function searchWords(name: string): readonly string[] {
  const own = name.replace(form, ' ').match(/[\p{L}\p{N}]+/gu) ?? name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [longest = ''] = [...own].sort((one, other) => other.length - one.length);
  const words = [own[0] ?? '', longest].flatMap(word => {
    const latin = plainLatin(word);
    return latin === word.toLowerCase() ? [word] : [word, latin];
  });
  return [...new Set(words)].filter(Boolean);
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

/** Whether a group is a customer's itself, not one inside of it. */
function isCustomersOwn(path: string, workspace: Workspace): boolean {
  const place = locateGroup(path, workspace);
  if (place.kind !== 'customer-group') return false;
  return !path.slice(workspace.root.length + place.segment.length + 2).includes('/');
}

/** Customers' groups that could be this customer's already. Throws GitLabError. */
export async function similarGroups(gitlab: GitLab, workspace: Workspace, name: string): Promise<Group[]> {
  const found = await Promise.all(searchWords(name).map(word => gitlab.groupsBelow(workspace.root, word)));
  const groups = new Map(found.flat().map(group => [group.id, group]));
  return [...groups.values()].filter(
    group => isCustomersOwn(group.path, workspace) && !group.isGoing && isSimilar(name, group.name),
  );
}
