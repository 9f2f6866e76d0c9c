import {isAtOrBelow} from './glob.ts';
import type {Workspace} from './workspace.ts';

/** Where a project lies in a workspace. Paths are full paths; a segment is its path below the root. */
export type ProjectLocation =
  | {readonly kind: 'customer-group'; readonly segment: string; readonly group: string}
  | {readonly kind: 'segment'; readonly segment: string}
  | {readonly kind: 'too-deep'; readonly segment: string; readonly group: string}
  | {readonly kind: 'pre-sales'; readonly group: string}
  | {readonly kind: 'unsorted'; readonly group: string}
  | {readonly kind: 'outside'};

/** What a group is in a workspace. */
export type GroupLocation =
  | {readonly kind: 'root'}
  | {readonly kind: 'segment'; readonly segment: string}
  | {readonly kind: 'customer-group'; readonly segment: string}
  | {readonly kind: 'pre-sales'}
  | {readonly kind: 'unsorted'}
  | {readonly kind: 'outside'};

/** The part of a full path below the workspace's root: '' for the root itself, undefined outside of it. */
function belowRoot(path: string, workspace: Workspace): string | undefined {
  const lower = path.toLowerCase();
  const root = workspace.root.toLowerCase();
  if (lower === root) return '';
  return lower.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
}

/**
 * Whether a full path of a group or project lies in the workspace and may hold customers: at or below the root, and not in
 * a part that the workspace leaves out (templates, triage).
 */
export function isInWorkspace(path: string, workspace: Workspace): boolean {
  const rest = belowRoot(path, workspace);
  if (rest === undefined) return false;
  return !workspace.excluded.some(excluded => isAtOrBelow(rest, excluded));
}

/** Where the project with this full path lies. */
export function locateProject(path: string, workspace: Workspace): ProjectLocation {
  if (!isInWorkspace(path, workspace)) return {kind: 'outside'};
  const rest = belowRoot(path, workspace) ?? '';
  const group = path.slice(0, path.lastIndexOf('/'));
  if (workspace.preSales.some(preSales => isAtOrBelow(rest, preSales))) return {kind: 'pre-sales', group};
  const segment = workspace.segments.find(candidate => isAtOrBelow(rest, candidate));
  if (segment === undefined) return {kind: 'unsorted', group};
  const depth = rest.slice(segment.length + 1).split('/').length;
  if (depth === 1) return {kind: 'segment', segment};
  return {kind: depth === 2 ? 'customer-group' : 'too-deep', segment, group};
}

/** What the group with this full path is. A group below a customer group counts as part of it. */
export function locateGroup(path: string, workspace: Workspace): GroupLocation {
  if (!isInWorkspace(path, workspace)) return {kind: 'outside'};
  const rest = belowRoot(path, workspace) ?? '';
  if (rest === '') return {kind: 'root'};
  if (workspace.preSales.some(preSales => isAtOrBelow(rest, preSales))) return {kind: 'pre-sales'};
  const segment = workspace.segments.find(candidate => isAtOrBelow(rest, candidate));
  if (segment === undefined) return {kind: 'unsorted'};
  return rest.length === segment.length ? {kind: 'segment', segment} : {kind: 'customer-group', segment};
}
