import {describe, expect, it} from 'vitest';
import {commitFault} from '../../../../src/ui/forms/CommitFields.tsx';
import {told} from '../../../told.ts';

describe('the branch of a merge request', () => {
  const taken = (name: string) => `The branch “${name}” already exists. Choose another branch name.`;

  it.each([
    ['a new one', 'fill-in', undefined],
    ['the one that the merge request is for', 'main', taken('main')],
    ['one that was found to be there', 'draft', taken('draft')],
    ['a name that Git does not take', 'a b', expect.stringContaining('can’t contain spaces')],
    ['none, where the commit goes to the target itself', undefined, undefined],
  ])('%s', (_what, branch, fault) => {
    expect(told(commitFault({message: 'Fill in', branch, target: 'main', takenBranch: 'draft'}))).toEqual(fault);
  });
});
