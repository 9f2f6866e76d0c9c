import {expect, it} from 'vitest';
import {projectChecks} from '../../../src/customer/checks/index.ts';
import {linkedItem, linkTo} from '../../../src/place/item-link.ts';

it.each([
  ['', undefined],
  ['#', undefined],
  ['#readme', undefined],
  ['#csm-checklist', {}],
  ['#csm-checklist=readme', {item: 'readme'}],
  ['#csm-checklist=issue-templates', {item: 'issue-templates'}],
  ['#csm-checklist=', undefined],
  ['#csm-checklist=<b>', undefined],
  ['#csm-checklist=readme"]', undefined],
  ['#csm-checklists', undefined],
])('%s asks for %o', (hash, linked) => {
  expect(linkedItem(hash)).toEqual(linked);
});

it('links to every item, and back', () => {
  const address = 'https://gitlab.com/a/b';
  expect(linkTo(address)).toBe('https://gitlab.com/a/b#csm-checklist');
  for (const {id} of projectChecks) expect(linkedItem(new URL(linkTo(address, id)).hash)).toEqual({item: id});
});
