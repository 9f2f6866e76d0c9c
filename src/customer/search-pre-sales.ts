import {GitLabError} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {ListedProject} from '../gitlab/model/model.ts';
import {preSalesGroups} from '../workspace/pre-sales-groups.ts';
import type {Workspace} from '../workspace/workspace.ts';

/**
 * Projects in pre-sales whose name or path has these words. A segment without a pre-sales group of its own is no error.
 *
 * @throws GitLabError where no pre-sales group is there, and where one cannot be read
 */
export async function searchPreSales(gitlab: GitLab, workspace: Workspace, words: string): Promise<ListedProject[]> {
  const missing: GitLabError[] = [];
  const groups = preSalesGroups(workspace);
  const found = await Promise.all(
    groups.map(group =>
      gitlab.groupProjects(group, {search: words}).then(
        ({items}) => items,
        (error): ListedProject[] => {
          if (!(error instanceof GitLabError) || error.kind !== 'missing') throw error;
          missing.push(error);
          return [];
        },
      ),
    ),
  );
  const [error] = missing;
  if (error !== undefined && missing.length === groups.length) throw error;
  return [...new Map(found.flat().map(project => [project.id, project])).values()];
}
