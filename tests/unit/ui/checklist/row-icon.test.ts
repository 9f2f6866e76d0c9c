import {expect, it} from 'vitest';
import type {Row} from '../../../../src/checklist/row.ts';
import type {Finding} from '../../../../src/customer/checks/check.ts';
import {iconOf} from '../../../../src/ui/checklist/row-icon.ts';

it.each<[string, string, Partial<Finding> | undefined]>([
  ['is still read', 'reading', undefined],
  ['is done', 'pass', {verdict: 'pass'}],
  ['is to be done', 'todo', {verdict: 'fail'}],
  ['waits for another', 'waiting', {verdict: 'fail', waitsFor: 'location'}],
  ['others can see', 'danger', {verdict: 'fail', isExposed: true}],
  ['others can see, while it waits for another', 'waiting', {verdict: 'fail', isExposed: true, waitsFor: 'visibility'}],
])('what %s has the icon %s', (_what, icon, finding) => {
  expect(iconOf({finding, left: [], problem: undefined} as unknown as Row)).toBe(icon);
});
