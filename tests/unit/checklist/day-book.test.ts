import {beforeEach, describe, expect, it, vi} from 'vitest';
import {openDayBook} from '../../../src/checklist/day-book.ts';
import type {DayMemory} from '../../../src/customer/reading/day-memory.ts';
import {eventually} from '../../eventually.ts';
import {fake} from '../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));

const whose = {host: 'gitlab.com', userId: async () => 7};
const key = 'today:1:gitlab.com:7';
const level = {level: 'watch', newIssue: false} as const;
const memory: DayMemory = {
  groups: {
    '': {day: '2026-11-30', level},
    'a/b': {day: '2026-11-30', team: [{id: 9, accessLevel: 40, expiresAt: undefined}], isMember: true},
  },
  graphql: {day: '2026-11-30', without: ['Group.archived']},
};

beforeEach(() => fake.reset());

describe('what is remembered for a day', () => {
  it('is there on the next page, the user’s alone', async () => {
    (await openDayBook(whose)).keep(() => memory);
    await eventually(() => expect(fake.areas.local.has(key)).toBe(true));
    expect((await openDayBook(whose)).now()).toEqual(memory);
    expect((await openDayBook({...whose, userId: async () => 8})).now()).toEqual({groups: {}});
  });

  it('is added to what another page remembered meanwhile', async () => {
    const book = await openDayBook(whose);
    fake.reset({local: {[key]: {groups: {'a/b': {day: '2026-11-30', level}}}}});
    book.keep(({groups}) => ({groups: {...groups, c: {day: '2026-11-30', level}}}));
    expect(Object.keys(book.now().groups)).toEqual(['c']);
    await eventually(async () => expect(Object.keys((await openDayBook(whose)).now().groups)).toEqual(['a/b', 'c']));
  });

  it.each([['a'], [{groups: {a: {day: 7}}}], [{groups: {a: {day: '2026-11-30', level: {level: 'loud'}}}}]])(
    'is nothing where it is %j, which stays',
    async odd => {
      fake.reset({local: {[key]: odd}});
      const book = await openDayBook(whose);
      expect(book.now()).toEqual({groups: {}});
      book.keep(() => memory);
      expect(book.now()).toEqual(memory);
      await expect(openDayBook(whose)).resolves.toBeDefined();
      expect(fake.areas.local.get(key)).toEqual(odd);
    },
  );

  it('is this page’s alone where nobody is named', async () => {
    const book = await openDayBook(undefined);
    book.keep(() => memory);
    expect(book.now()).toEqual(memory);
    expect(fake.areas.local.size).toBe(0);
  });
});
