import {describe, expect, it} from 'vitest';
import {projectAtPath} from '../../../src/apply/customer-group.ts';
import {GitLabError} from '../../../src/gitlab/errors.ts';
import type {GitLab} from '../../../src/gitlab/gitlab.ts';
import {said} from '../../../src/texts/said.ts';

/** A GitLab that answers with the project of this path, or without one. */
const having = (path: string | undefined) =>
  ({
    async project() {
      if (path === undefined) throw new GitLabError('missing', said('gitlab.missing'), 404);
      return {path};
    },
  }) as unknown as GitLab;

describe('a project that has a group’s path', () => {
  it.each([
    ['is in its way', 'a/b/acme', 'a/b/acme'],
    ['is in its way in another case', 'a/b/Acme', 'a/b/Acme'],
    ['is not there', undefined, undefined],
    ['had it before it was moved', 'a/c/acme', undefined],
  ])('%s', async (_title, answered, taken) => {
    expect(await projectAtPath(having(answered), 'a/b/acme')).toBe(taken);
  });

  it('is not known where GitLab does not tell', async () => {
    const gitlab = {
      project: () => Promise.reject(new GitLabError('unavailable', said('gitlab.unavailable'))),
    } as unknown as GitLab;
    await expect(projectAtPath(gitlab, 'a/b/acme')).rejects.toMatchObject({kind: 'unavailable'});
  });
});
