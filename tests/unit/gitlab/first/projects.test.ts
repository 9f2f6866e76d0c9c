import {describe, expect, it} from 'vitest';
import {GitLabError} from '../../../../src/gitlab/errors.ts';
import {projectOf} from '../../../../src/gitlab/first/projects.ts';

const project = {
  id: 1,
  name: 'Acme Collaboration',
  path_with_namespace: 'emea/acme/collaboration',
  web_url: 'https://gitlab.com/emea/acme/collaboration',
  visibility: 'private',
  created_at: '2026-11-20T10:00:00.000Z',
  default_branch: 'main',
  namespace: {id: 2, name: 'Acme', full_path: 'emea/acme'},
};
const readme = (url: string) => projectOf({...project, readme_url: url}).readmePath;

describe('the path of a README in its address', () => {
  it.each([
    ['in the root', `${project.web_url}/-/blob/main/README.md`, 'README.md'],
    ['in a folder, encoded', `${project.web_url}/-/blob/main/docs/Read%20me.md`, 'docs/Read me.md'],
    ['on another branch', `${project.web_url}/-/blob/next/README.md`, undefined],
    ['elsewhere', 'https://gitlab.com/help', undefined],
  ])('%s', (_what, url, path) => {
    expect(readme(url)).toBe(path);
  });

  it.each(['x', 'https://', `${project.web_url}/-/blob/main/%E0%A4%A.md`])(
    'an answer with “%s” in its place is not one of a project',
    url => {
      expect(() => readme(url)).toThrow(GitLabError);
    },
  );
});
