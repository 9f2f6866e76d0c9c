import {describe, expect, it} from 'vitest';
import {fieldsOf} from '../../../../src/customer/filling/files.ts';
import {
  type FieldPart,
  isGiven,
  partsOf,
  withKnown,
  withoutLeft,
} from '../../../../src/customer/filling/filled-fields.ts';
import {noRules, placeKey} from '../../../../src/placeholders/index.ts';

const fields = fieldsOf(
  [{path: 'README.md', text: '# [NAME]\n\n[GOAL] of [NAME], [DAY]\n', lastCommitId: 'c'}],
  noRules,
);
const place = placeKey('name', 'README.md', 1);
const known = new Map([['name', 'Acme']]);

describe('what goes into the files', () => {
  it.each<[string, [string, string][], [string, string][]]>([
    ['what is known, where nothing was typed', [], [['name', 'Acme']]],
    ['what was typed instead', [['name', 'Acme Inc.']], [['name', 'Acme Inc.']]],
    ['nothing, where it was emptied', [['name', '']], [['name', '']]],
    ['nothing for other places, where one has its own', [[place, 'Acme']], [[place, 'Acme']]],
    [
      'both, of different placeholders',
      [['goal', 'Speed']],
      [
        ['name', 'Acme'],
        ['goal', 'Speed'],
      ],
    ],
  ])('%s', (_what, typed, expected) => {
    expect([...withKnown(new Map(typed), known)]).toEqual(expected);
  });

  it('is nothing for what is left as it is', () => {
    const values = new Map([
      ['name', 'Acme'],
      [place, 'Acme Inc.'],
      ['goal', 'Speed'],
    ]);
    expect([...withoutLeft(values, new Set(['name']))]).toEqual([['goal', 'Speed']]);
  });

  it.each<[string, [string, string][], boolean]>([
    ['a value', [['name', 'Acme']], true],
    ['a value for one place', [[place, 'Acme']], true],
    ['an empty value', [['name', '']], false],
    ['a value of another', [['name of it', 'x']], false],
  ])('with %s', (_what, values, expected) => {
    expect(isGiven('name', new Map(values))).toBe(expected);
  });
});

describe('where fields stand', () => {
  const parts = (typed: [string, string][], before: [string, FieldPart][] = [], left: string[] = []) =>
    Object.fromEntries(
      partsOf(new Map(before), fields, known, withoutLeft(withKnown(new Map(typed), known), new Set(left))),
    );

  it('what is known, what was typed before, and what is asked for', () => {
    expect(parts([['goal', 'Speed']])).toEqual({name: 'known', goal: 'earlier', day: 'asked'});
  });

  it('what was changed stays with what is known; what was emptied is asked for', () => {
    expect(parts([['name', 'Acme Inc.']]).name).toBe('known');
    expect(parts([['name', '']]).name).toBe('asked');
  });

  it('what is left as it is is no value', () => {
    expect(parts([], [], ['name']).name).toBe('asked');
  });

  it('is decided once', () => {
    expect(parts([['day', 'Monday']], [['day', 'asked']])).toEqual({name: 'known', goal: 'asked', day: 'asked'});
    expect(parts([['name', '']], [['name', 'known']]).name).toBe('known');
  });
});
