import {workspaceTexts} from '../texts/workspace.ts';
import {locateGroup, locateProject} from './locate.ts';
import type {Workspace} from './workspace.ts';

/** Full paths of the groups above a project or group, the nearest first. */
export function groupsAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, parts.length - index).join('/'));
}

/**
 * Why a path cannot be a customer group's in its segment, as a sentence; undefined where it can: what lies in pre-sales, templates
 * or internal groups is no customer's.
 *
 * @param segment its path below the root
 */
export function customerPathFault(segment: string, path: string, workspace: Workspace): string | undefined {
  const {kind} = locateGroup(`${workspace.root}/${segment}/${path}`, workspace);
  return kind === 'customer-group' ? undefined : workspaceTexts.pathKept(path);
}

/**
 * Full paths of the groups above a project that are its customer's alone, the innermost first: the customer group and what lies
 * between. None where the project lies directly in a segment, in pre-sales or in the root.
 */
export function customerGroups(path: string, workspace: Workspace): string[] {
  const {kind} = locateProject(path, workspace);
  if (kind !== 'customer-group' && kind !== 'too-deep') return [];
  return groupsAbove(path).filter(group => locateGroup(group, workspace).kind === 'customer-group');
}
