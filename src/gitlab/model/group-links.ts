import type {GroupLink} from './model.ts';

/** The role that a group gets from links: the highest of those that have not ended; undefined where there is none. */
export function roleOfLinks(links: readonly GroupLink[], group: number, today: string): number | undefined {
  const levels = links
    .filter(({id, expiresAt}) => id === group && (expiresAt === undefined || expiresAt > today))
    .map(({accessLevel}) => accessLevel);
  return levels.length === 0 ? undefined : Math.max(...levels);
}
