import {expect, it} from 'vitest';
import {locateGroup} from '../../../src/workspace/locate.ts';
import {preSalesGroups} from '../../../src/workspace/pre-sales-groups.ts';
import {defaultWorkspace} from '../../../src/workspace/workspace.ts';

const {root, segments} = defaultWorkspace;

it('are the root’s own and each segment’s', () => {
  const groups = preSalesGroups(defaultWorkspace);
  expect(groups).toEqual([`${root}/pre-sales`, ...segments.map(segment => `${root}/${segment}/pre-sales`)]);
  for (const group of groups) expect(locateGroup(group, defaultWorkspace).kind).toBe('pre-sales');
});

it.each<[string[], string[], string[]]>([
  [['*/pre-sales'], ['emea', 'apac/anz'], ['emea/pre-sales']],
  [['pre-sales', 'PRE', '*/x'], [], ['pre-sales', 'PRE']],
  [['*'], ['emea'], []],
  [['emea/pre-*', 'emea/pov'], ['emea'], ['emea/pov']],
  [['emea/pre-sales', '*/pre-sales'], ['emea'], ['emea/pre-sales']],
])('of %j with the segments %j: %j', (preSales, some, expected) => {
  const groups = preSalesGroups({...defaultWorkspace, root: 'r', preSales, segments: some});
  expect(groups).toEqual(expected.map(path => `r/${path}`));
});
