import {expect, it} from 'vitest';
import type {Draft} from '../../../../src/customer/filling/draft.ts';
import {draftWithout, hasAnyOf} from '../../../../src/customer/filling/draft-part.ts';

const draft: Draft = {
  values: new Map([
    ['goal', 'Grow'],
    ['goal\nREADME.md\n2', 'Ship'],
    ['topic', 'Plan'],
  ]),
  left: new Set(['date']),
  lines: new Map([
    ['goal\nREADME.md', ['Goal: [GOAL]']],
    ['topic\nAgenda.md', ['[TOPIC]']],
  ]),
};

it('takes out what is of some placeholders, and of their places', () => {
  expect(draftWithout(draft, new Set(['goal', 'date']))).toEqual({
    values: new Map([['topic', 'Plan']]),
    left: new Set(),
    lines: new Map([['topic\nAgenda.md', ['[TOPIC]']]]),
  });
});

it.each([
  ['goal', true],
  ['date', true],
  ['other', false],
])('tells whether there is something of %s', (key, is) => {
  expect(hasAnyOf(draft, new Set([key]))).toBe(is);
});
