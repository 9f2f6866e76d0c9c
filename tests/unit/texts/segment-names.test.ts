import {expect, it} from 'vitest';
import {segmentName} from '../../../src/texts/segment-names.ts';

it.each([
  ['emea', 'EMEA'],
  ['apac', 'APAC'],
  ['commercial', 'Commercial'],
  ['public-sector', 'Public Sector'],
  ['western-north-america', 'Western North America'],
  ['pre-sales', 'Pre-sales'],
  ['unsorted', 'No segment'],
])('%s is %s', (path, name) => {
  expect(segmentName(path)).toBe(name);
});
