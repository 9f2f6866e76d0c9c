import type {IssueTemplate, OriginalTemplate, TemplateFile} from '../../facts/facts.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import {type Certainty, orNone} from '../../gitlab/missing.ts';
import type {TreeEntry} from '../../gitlab/model/model.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {readmeOfFile} from './readme.ts';

/** Where GitLab looks for issue templates. */
export const folderOfTemplates = '.gitlab/issue_templates';

/** GitLab takes files in `.md`, in small letters only, for templates. Source: its `lib/gitlab/template/issue_template.rb`. */
function filesFor(pattern: string, entries: readonly TreeEntry[]): TreeEntry[] {
  const wanted = new RegExp(pattern, 'i');
  return entries.filter(({name, isFile}) => isFile && name.endsWith('.md') && wanted.test(name));
}

/** What the template project has in each template's place. One that cannot be read leaves everything else alone. */
async function readOriginals(
  gitlab: GitLab,
  {templateProject}: Workspace,
): Promise<(pattern: string) => OriginalTemplate> {
  try {
    const entries = await orNone(gitlab.folder(templateProject, folderOfTemplates), () =>
      gitlab.project(templateProject),
    );
    return pattern => {
      const [entry] = filesFor(pattern, entries ?? []);
      return entry ? {state: 'known', path: entry.path, contentId: entry.contentId} : {state: 'none'};
    };
  } catch (error) {
    const problem = problemOf(error);
    return () => ({state: 'unreadable', problem});
  }
}

/**
 * Reads the project's issue templates and what the template project has in their place. The folders and the files' usual
 * paths are read at once; only a file of another name waits for its folder.
 */
export async function readIssueTemplates(
  gitlab: GitLab,
  path: string,
  workspace: Workspace,
  certainty: Certainty,
): Promise<readonly IssueTemplate[]> {
  const usual = new Map(workspace.issueTemplates.map(({usual: place}) => [place, gitlab.file(path, place)] as const));
  // Whether a file is there is for its folder to say.
  for (const reading of usual.values()) reading.catch(() => undefined);
  const [entries = [], originalFor] = await Promise.all([
    orNone(gitlab.folder(path, folderOfTemplates), certainty),
    readOriginals(gitlab, workspace),
  ]);
  const fileOf = async (entry: TreeEntry): Promise<TemplateFile> => {
    const early = usual.get(entry.path);
    // One that was not found at first was made in between.
    const file = (early && (await orNone(early))) ?? (await gitlab.file(path, entry.path));
    const content = readmeOfFile({...file, isLink: entry.isLink});
    return {path: entry.path, contentId: entry.contentId, content};
  };
  return Promise.all(
    workspace.issueTemplates.map(
      async ({name, pattern}): Promise<IssueTemplate> => ({
        name,
        files: await Promise.all(filesFor(pattern, entries).map(fileOf)),
        original: originalFor(pattern),
      }),
    ),
  );
}
