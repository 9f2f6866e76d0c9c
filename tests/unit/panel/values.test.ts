import {beforeEach, describe, expect, it, vi} from 'vitest';
import {createValuesBook} from '../../../src/panel/values.ts';
import {fake} from '../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));

const book = (userId = 7) => createValuesBook({host: 'gitlab.com', userId: async () => userId});
const filled = 'filled:2:gitlab.com:7';
const draft = 'draft:2:gitlab.com:7:1';
const grow = {project: 1, meaning: 'goal', value: 'Grow'};

beforeEach(() => fake.reset());

describe('values for placeholders', () => {
  it('are each user’s own', async () => {
    await book().learn([grow]);
    await book().keepDraft(1, {
      values: new Map([['goal', 'G']]),
      left: new Set(),
      lines: new Map([['goal', ['# [GOAL]']]]),
    });
    expect(await book().history()).toEqual([grow]);
    expect((await book().draft(1)).values).toEqual(new Map([['goal', 'G']]));
    expect((await book().draft(1)).lines).toEqual(new Map([['goal', ['# [GOAL]']]]));
    expect(await book(8).history()).toEqual([]);
    expect((await book(8).draft(1)).values.size).toBe(0);
  });

  it('are read value by value, and an odd one stays', async () => {
    fake.reset({local: {[filled]: [{project: '1'}, {...grow, new: 1}]}});
    expect(await book().history()).toEqual([grow]);
    await book().learn([{project: 2, meaning: 'goal', value: 'Sell'}]);
    expect(fake.areas.local.get(filled)).toEqual([
      {project: 2, meaning: 'goal', value: 'Sell'},
      {project: '1'},
      {...grow, new: 1},
    ]);
  });

  it.each([[null], ['a'], [{values: {goal: 'Grow'}, left: []}], [[]]])(
    'a draft that is %j is not written over',
    async kept => {
      fake.reset({local: {[draft]: kept}});
      expect((await book().draft(1)).values.size).toBe(0);
      await expect(
        book().keepDraft(1, {values: new Map([['a', 'b']]), left: new Set(), lines: new Map()}),
      ).rejects.toThrow('another version');
      expect(fake.areas.local.get(draft)).toEqual(kept);
    },
  );

  it('of before users were told apart are offered, below the user’s own', async () => {
    fake.reset({
      local: {
        'filled:1:gitlab.com': [grow, {project: 2, meaning: 'goal', value: 'Sell'}],
        'draft:1:gitlab.com:1': {values: [['goal', 'G']], left: []},
      },
    });
    await book().learn([{...grow, value: 'Shrink'}]);
    expect((await book().history()).map(({value}) => value)).toEqual(['Shrink', 'Sell']);
    expect((await book().draft(1)).values).toEqual(new Map([['goal', 'G']]));
    expect(fake.areas.local.get(filled)).toEqual([{...grow, value: 'Shrink'}]);
  });
});
