import {describe, expect, it} from 'vitest';
import {
  keptText,
  peopleText,
  takePasted,
  takeTyped,
  withEntries,
  withoutEntries,
} from '../../../src/changes/people-entries.ts';

const texts = (entries: readonly {readonly text: string}[] | undefined) => entries?.map(({text}) => text);

describe('a field of people as it is kept', () => {
  it.each([
    ['', [], ''],
    ['han', [], 'han'],
    ['ann@x.example\n', ['ann@x.example'], ''],
    ['ann@x.example\n@bob\nNot one\nhan', ['ann@x.example', '@bob', 'Not one'], 'han'],
    ['ann@x.example\nANN@x.example\n', ['ann@x.example'], ''],
    // As it was kept when the field was one text.
    ['Doe, Jane <jane@x.example>; bo@x.example\n@kim, @lee', ['jane@x.example', 'bo@x.example'], '@kim, @lee'],
  ])('%j', (kept, entries, typed) => {
    const people = peopleText(kept);
    expect([texts(people.entries), people.typed]).toEqual([entries, typed]);
  });

  it('stays as it is', () => {
    const kept = 'Ann Other <ann@x.example>\nbo@x.example\n@bob\nNot one\nhan';
    expect(keptText(peopleText(kept))).toBe(kept);
    expect(peopleText(kept).entries[0]).toEqual({kind: 'mail', text: 'ann@x.example', name: 'Ann Other'});
    expect(keptText(peopleText(''))).toBe('');
  });

  it('gets and loses entries, in whatever case', () => {
    const people = peopleText('ann@x.example\n@bob\nhan');
    const more = withEntries(people, peopleText('ANN@x.example\n@kim\n').entries);
    expect(keptText(more)).toBe('ann@x.example\n@bob\n@kim\nhan');
    expect(keptText(withoutEntries(more, ['Ann@x.example', '@BOB']))).toBe('@kim\nhan');
  });
});

describe('what is typed', () => {
  it.each([
    ['ann@x.example', [], 'ann@x.example'],
    ['ann@x.example ', ['ann@x.example'], ''],
    ['ann@x.example,', ['ann@x.example'], ''],
    ['ann@x.example;', ['ann@x.example'], ''],
    ['@bob ', ['@bob'], ''],
    ['ann@x.example, @kim', ['ann@x.example'], '@kim'],
    // Names have blanks and commas.
    ['Ann ', [], 'Ann '],
    ['Doe, Jane <ja', [], 'Doe, Jane <ja'],
    ['Doe, Jane <jane@x.example>;', ['jane@x.example'], ''],
    ['jane@x ', [], 'jane@x '],
    ['jane@x, bo@x.example ', ['bo@x.example', 'jane@x'], ''],
  ])('%j', (text, entries, typed) => {
    const taken = takeTyped(text);
    expect([texts(taken.entries), taken.typed]).toEqual([entries, typed]);
  });
});

describe('what is pasted', () => {
  it.each([
    ['ann@x.example', ['ann@x.example']],
    ['ann@x.example\n@bob\nNot one', ['ann@x.example', '@bob', 'Not one']],
    ['Name,Email\nJane Doe,jane@x.example\nBo,bo@x.example', ['jane@x.example', 'bo@x.example']],
    ['Ann Other\nBo Other', ['Ann Other', 'Bo Other']],
    ['acme.example', undefined],
    ['Ann Other', undefined],
    ['', undefined],
  ])('%j', (text, entries) => {
    expect(texts(takePasted(text))).toEqual(entries);
  });
});
