import type {ChangeOf} from '../changes/kinds/kind.ts';
import {roleFor} from '../changes/kinds.ts';
import type {Means} from './means.ts';

/** Whether the user is known to have the role that a change takes: where GitLab refuses it all the same, it is no matter of that role. */
export async function hasRole({gitlab, pageUser}: Means, change: ChangeOf<'share' | 'invite'>): Promise<boolean> {
  try {
    const own = await gitlab.accessLevel(change.projectId, (await pageUser()).id);
    return own !== undefined && own >= roleFor(change);
  } catch {
    // What was refused is told all the same.
    return false;
  }
}
