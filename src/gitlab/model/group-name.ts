import {groupNameFaults} from '../../texts/group-names.ts';
import {longestName} from './names.ts';

/**
 * What is wrong with a name for a new group, as a sentence; undefined where GitLab takes it. From © on, GitLab takes nearly every
 * sign: its rule is meant for emoji. Source: GitLab's `regex.rb`.
 */
export function groupNameFault(name: string): string | undefined {
  if (name.trim() === '') return groupNameFaults.missing;
  if (!/^[\p{L}\p{M}\p{N}\u{A9}-\u{1F9FF}_]/u.test(name)) return groupNameFaults.start;
  const [wrong] = name.match(/[^\p{L}\p{M}\p{N}\p{Pd}\u{A9}-\u{1F9FF}_.() ]/u) ?? [];
  if (wrong !== undefined) return groupNameFaults.notTaken(wrong);
  // GitLab counts characters, not UTF-16 units.
  if ([...name].length > longestName) return groupNameFaults.long;
  return undefined;
}
