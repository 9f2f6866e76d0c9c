import type {Journal} from '../changes/journal.ts';
import {keptTexts} from '../texts/kept.ts';

/** Of what the journal is that belongs to something kept: for `12` as for `project-12` it is `project-12`. */
export function journalOf(of: string): string {
  return /^\d+$/.test(of) ? `project-${of}` : of;
}

/** Full path of a journal's project or group, as its latest entry has it. */
export function pathIn(journal: Journal): string | undefined {
  const [latest] = [...journal].sort((one, other) => other.at.localeCompare(one.at));
  return latest?.where || undefined;
}

/** How many customers and groups something is kept of: “2 customers and 1 group”. @param ofs `12`, `project-12` or `group-34` */
export function countWords(ofs: readonly string[]): string {
  const ofGroups = ofs.filter(of => of.startsWith('group-')).length;
  const groups = ofGroups > 0 ? keptTexts.groups(ofGroups) : '';
  const customers = ofs.length > ofGroups ? keptTexts.customers(ofs.length - ofGroups) : '';
  return customers && groups ? keptTexts.both(customers, groups) : customers || groups;
}

const mostPaths = 3;

/** Names them by their paths: up to three, then how many more there are. Those without a path are only counted. */
export function whoWords(items: readonly {readonly of: string; readonly path: string | undefined}[]): string {
  const paths = items.flatMap(({path}) => path ?? []).slice(0, mostPaths);
  const more = items.length - paths.length;
  if (paths.length === 0) return keptTexts.withoutPath(countWords(items.map(({of}) => of)));
  if (more > 0) return keptTexts.pathsAndMore(paths, more);
  return keptTexts.paths(paths);
}
