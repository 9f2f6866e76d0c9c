import {describe, expect, it} from 'vitest';
import {customerGroups, customerPathFault, groupsAbove} from '../../../src/workspace/customer-groups.ts';
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

describe('customerPathFault', () => {
  it.each([
    ['emea', 'acme', undefined],
    ['emea', 'pre-sales', 'The path pre-sales is for groups that aren’t a customer’s'],
    ['emea', 'internal', 'The path internal is for groups that aren’t a customer’s'],
    ['emea', 'Templates', 'The path Templates is for groups that aren’t a customer’s'],
    ['emea', 'internal-tam-orga', 'is for groups that aren’t a customer’s'],
  ])('%s, %s: %s', (segment, path, words) => {
    const fault = customerPathFault(segment, path, defaultWorkspace);
    if (words === undefined) expect(fault).toBeUndefined();
    else expect(fault).toContain(words);
  });
});

describe('groupsAbove', () => {
  it('names the nearest first', () => expect(groupsAbove('a/b/c')).toEqual(['a/b', 'a']));
});
