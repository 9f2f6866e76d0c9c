import {describe, expect, it} from 'vitest';
import {camelizeKeys, decamelizeKeys} from '../../../../src/gitlab/stand-ins/xcase.ts';

describe('the stand-in for xcase', () => {
  it('spells names as GitLab does, in any depth, and leaves values alone', () => {
    const blob = new Blob(['x']);
    expect(
      decamelizeKeys({
        perPage: 100,
        actions: [{filePath: 'aB', lastCommitId: null}],
        avatar: blob,
        X_y: 1,
        per_page: 2,
      }),
    ).toEqual({per_page: 2, actions: [{file_path: 'aB', last_commit_id: null}], avatar: blob, X_y: 1});
    expect(decamelizeKeys([{groupId: 1}, 'perPage', undefined])).toEqual([{group_id: 1}, 'perPage', undefined]);
  });

  it('finds the way back', () => {
    expect(camelizeKeys({per_page: 1, inner: {last_commit_id: ['a_b']}})).toEqual({
      perPage: 1,
      inner: {lastCommitId: ['a_b']},
    });
  });
});
