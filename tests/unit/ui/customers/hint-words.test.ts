import {expect, it} from 'vitest';
import {summaryOf} from '../../../../src/customers/view.ts';
import {hintOfCell, hintOfHead} from '../../../../src/ui/customers/hint-words.ts';
import {acme, customer, globex} from '../../customers/customers.ts';

it.each([
  ['what is to be done', globex, 'visibility', 'Globex: Make the project private', ['Not done', 'Not [right].']],
  ['what is done', acme, 'visibility', 'Acme: Project is private', ['Done', 'Right.']],
  [
    'what is of another playbook',
    acme,
    'handover-review',
    'Acme: Review members and settings',
    ['Not part of this playbook', 'Ask.'],
  ],
  ['what was not read', customer(3, 'Hooli'), 'labels', 'You’re subscribed to all labels', ['Not checked yet']],
])('%s', (_what, one, check, title, lines) => expect(hintOfCell(one, check)).toEqual({title, lines}));

it('says in how many customers an item is not done', () => {
  const summary = summaryOf([acme, globex]);
  expect(hintOfHead('readme', summary)).toEqual({
    title: 'README is filled in',
    lines: ['Not done in 1 of 2. Select to show them.'],
  });
  expect(hintOfHead('labels', summary)?.lines).toEqual(['Done in all 2.']);
  expect(hintOfHead('labels', summaryOf([]))?.lines).toEqual([]);
  expect(hintOfHead('no such item', summary)).toBeUndefined();
});
