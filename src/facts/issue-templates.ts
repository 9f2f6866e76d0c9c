import {GitLabError} from '../gitlab/errors.ts';
import type {GitLab, StoredFile} from '../gitlab/gitlab.ts';
import type {TreeEntry} from '../gitlab/model.ts';
import type {Workspace} from '../workspace/workspace.ts';
import type {IssueTemplate} from './facts.ts';
import {readmeOfFile} from './readme.ts';

const folder = '.gitlab/issue_templates';

function unlessMissing<T, Other>(other: Other): (error: unknown) => T | Other {
  return error => {
    if (error instanceof GitLabError && error.kind === 'missing') return other;
    throw error;
  };
}

function fileFor(pattern: string, entries: readonly TreeEntry[]): TreeEntry | undefined {
  const wanted = new RegExp(pattern, 'i');
  return entries.find(({name, isFile}) => isFile && /\.md$/i.test(name) && wanted.test(name));
}

/**
 * Reads the project's issue templates and what the template project has in their place. The folders and the files' usual
 * paths are read at once; only a file of another name waits for its folder.
 */
export async function readIssueTemplates(
  gitlab: GitLab,
  path: string,
  workspace: Workspace,
): Promise<readonly IssueTemplate[]> {
  const usual = new Map(
    workspace.issueTemplates.map(({usual: place}) => [
      place,
      gitlab.file(path, place).catch(unlessMissing<StoredFile, undefined>(undefined)),
    ]),
  );
  for (const reading of usual.values()) reading.catch(() => undefined);
  const [entries, originals] = await Promise.all([
    gitlab.folder(path, folder).catch(unlessMissing<TreeEntry[], TreeEntry[]>([])),
    // Whoever cannot read the template project gets no comparison, and everything else all the same.
    gitlab.folder(workspace.templateProject, folder).catch((): TreeEntry[] => []),
  ]);
  return Promise.all(
    workspace.issueTemplates.map(async ({name, pattern}): Promise<IssueTemplate> => {
      const entry = fileFor(pattern, entries);
      const original = fileFor(pattern, originals);
      const file = entry && ((await usual.get(entry.path)) ?? (await gitlab.file(path, entry.path)));
      return {
        name,
        file: entry && file && {path: entry.path, contentId: entry.contentId, content: readmeOfFile(file)},
        original: original && {path: original.path, contentId: original.contentId},
      };
    }),
  );
}
