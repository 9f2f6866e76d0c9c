import {describe, expect, it} from 'vitest';
import {type Draft, linesKey} from '../../../../src/customer/filling/draft.ts';
import {fieldsOf} from '../../../../src/customer/filling/files.ts';
import {placeDraft} from '../../../../src/customer/filling/rebase-draft.ts';
import {noRules, placeKey} from '../../../../src/placeholders/index.ts';

const file = (text: string) => ({path: 'README.md', text, lastCommitId: 'c'});
const at = (index: number) => placeKey('name', 'README.md', index);
const draft = (values: Record<string, string>, lines: readonly string[] | undefined): Draft => ({
  values: new Map(Object.entries(values)),
  left: new Set(),
  lines: new Map(lines === undefined ? [] : [[linesKey('name', 'README.md'), lines]]),
});
const place = (before: Draft, text: string) => placeDraft(before, [file(text)], fieldsOf([file(text)], noRules));

describe('values for single places', () => {
  it('remember their lines when they are typed first', () => {
    const {draft: placed} = place(draft({[at(0)]: 'Ann', [at(1)]: 'Ben'}, undefined), 'a [NAME]\nb [NAME]\n');
    expect([...placed.lines.values()]).toEqual([['a [NAME]', 'b [NAME]']]);
    expect(placed.values).toEqual(
      new Map([
        [at(0), 'Ann'],
        [at(1), 'Ben'],
      ]),
    );
  });

  it('go with their lines when somebody adds a place in front', () => {
    const before = draft({[at(0)]: 'Ann', [at(1)]: 'Ben', goal: 'more'}, ['a [NAME]', 'b [NAME]']);
    const {draft: placed, lost} = place(before, 'new [NAME]\na [NAME]\nb [NAME]\n');
    expect(placed.values).toEqual(
      new Map([
        [at(0), ''],
        [at(1), 'Ann'],
        [at(2), 'Ben'],
        ['goal', 'more'],
      ]),
    );
    expect(lost).toEqual([]);
  });

  it('are told when their place is gone', () => {
    const before = draft({[at(0)]: 'Ann', [at(1)]: 'Ben'}, ['a [NAME]', 'b [NAME]']);
    expect(place(before, 'b [NAME]\n')).toMatchObject({lost: ['Ann'], draft: {values: new Map([[at(0), 'Ben']])}});
    expect(place(before, 'nothing\n')).toMatchObject({lost: ['Ann', 'Ben'], draft: {values: new Map()}});
  });

  it('stay the same object where nothing is to be done', () => {
    const before = draft({[at(0)]: 'Ann'}, ['a [NAME]']);
    expect(place(before, 'a [NAME]\n').draft).toBe(before);
    const other = draft({'name\nAgenda.md\n0': 'x', goal: 'y'}, undefined);
    expect(place(other, 'a [NAME]\n').draft).toBe(other);
  });
});
