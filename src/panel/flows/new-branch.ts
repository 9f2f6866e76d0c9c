import type {Store} from '../store.ts';

/** The name of a branch for a merge request: one that nobody has yet. */
export function newBranch(store: Store): string {
  return `csm-checklist-${Date.parse(store.now())}`;
}
