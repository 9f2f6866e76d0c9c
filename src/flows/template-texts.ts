import type {EditedFile} from '../customer/filling/files.ts';
import {textOfBytes} from '../gitlab/bytes.ts';
import {GitLabError} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {Workspace} from '../workspace/workspace.ts';

/** The texts that are filled in, as the template project has them. Throws GitLabError. */
export async function templateTexts(gitlab: GitLab, workspace: Workspace): Promise<EditedFile[]> {
  const {templateProject, issueTemplates} = workspace;
  const paths = ['README.md', ...issueTemplates.map(({usual}) => usual)];
  const files = await Promise.all(
    paths.map(async path => {
      try {
        const file = await gitlab.file(templateProject, path);
        const text = textOfBytes(file.bytes);
        return text === undefined ? [] : [{path, text, lastCommitId: file.lastCommitId}];
      } catch (error) {
        if (error instanceof GitLabError && error.kind === 'missing') return [];
        throw error;
      }
    }),
  );
  return files.flat();
}
