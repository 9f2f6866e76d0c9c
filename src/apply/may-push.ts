import type {GitLab} from '../gitlab/gitlab.ts';
import type {Project} from '../gitlab/model/model.ts';

/** Whether the user may push to the default branch; taken for granted where that cannot be read. */
export async function mayPush(gitlab: GitLab, {id, defaultBranch}: Project): Promise<boolean> {
  return defaultBranch === null || gitlab.canPush(id, defaultBranch).catch(() => true);
}
