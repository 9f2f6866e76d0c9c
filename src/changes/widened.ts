import {type Visibility, visibilities} from '../gitlab/model/model.ts';
import type {Change} from './change.ts';

/** What more people see after a change, and how it is visible then. */
export interface Widened {
  readonly what: 'project' | 'group';
  readonly to: Visibility;
}

/** What more people see after a change than before it; undefined where nothing is. */
export function widenedBy(change: Change): Widened | undefined {
  const step = change.kind === 'move-back' ? change.visibility : isVisibility(change) ? change : undefined;
  if (step === undefined || visibilities.indexOf(step.to) <= visibilities.indexOf(step.from)) return undefined;
  return {what: change.kind === 'group-visibility' ? 'group' : 'project', to: step.to};
}

function isVisibility(change: Change): change is Extract<Change, {kind: 'project-visibility' | 'group-visibility'}> {
  return change.kind === 'project-visibility' || change.kind === 'group-visibility';
}
