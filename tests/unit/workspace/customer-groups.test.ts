import {describe, expect, it} from 'vitest';
import {customerGroups, groupsAbove} from '../../../src/workspace/customer-groups.ts';
import {defaultWorkspace} from '../../../src/workspace/workspace.ts';

const {root} = defaultWorkspace;

describe('customerGroups', () => {
  it.each([
    ['emea/acme/plan', ['emea/acme']],
    ['emea/acme/rollout/plan', ['emea/acme/rollout', 'emea/acme']],
    ['emea/plan', []],
    ['pre-sales/plan', []],
    ['plan', []],
  ])('%s: %j', (path, groups) => {
    expect(customerGroups(`${root}/${path}`, defaultWorkspace)).toEqual(groups.map(group => `${root}/${group}`));
  });
});

describe('groupsAbove', () => {
  it('names the nearest first', () => expect(groupsAbove('a/b/c')).toEqual(['a/b', 'a']));
});
