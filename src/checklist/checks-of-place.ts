import type {Check} from '../customer/checks/check.ts';
import {groupChecks, projectChecks} from '../customer/checks/index.ts';
import type {FactName} from '../facts/facts.ts';
import {locateGroup} from '../workspace/locate.ts';
import type {Workspace} from '../workspace/workspace.ts';
import type {OwnPlace} from './reading.ts';

/** The checks of a place's checklist. */
export function checksOf(place: OwnPlace, workspace: Workspace): readonly Check[] {
  if (place.kind === 'project') return projectChecks;
  return locateGroup(place.path, workspace).kind === 'customer-group' ? groupChecks : [];
}

/** The facts that a checklist cannot do without. */
export function factsOf(place: OwnPlace, checks: readonly Check[]): ReadonlySet<FactName> {
  const own: readonly FactName[] = place.kind === 'project' ? ['user', 'today', 'record'] : ['group', 'projects'];
  return new Set([...checks.flatMap(check => check.facts), 'role', ...own]);
}
