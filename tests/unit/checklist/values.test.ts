import {beforeEach, describe, expect, it, vi} from 'vitest';
import {createValuesBook} from '../../../src/checklist/values.ts';
import type {Draft} from '../../../src/customer/filling/draft.ts';
import {eventually} from '../../eventually.ts';
import {fake} from '../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));

const book = (userId = 7) => createValuesBook({host: 'gitlab.com', userId: async () => userId});
const filled = 'filled:2:gitlab.com:7';
const draft = 'draft:2:gitlab.com:7:1';
const draftOf = (values: Record<string, string>, left: readonly string[] = []): Draft => ({
  values: new Map(Object.entries(values)),
  left: new Set(left),
  lines: new Map(),
});
const none = draftOf({});
const grow = {project: 1, meaning: 'goal', value: 'Grow'};

beforeEach(() => fake.reset());

describe('values for placeholders', () => {
  it('are each user’s own', async () => {
    await book().learn([grow]);
    await book().keepDraft(1, none, {...draftOf({goal: 'G'}), lines: new Map([['goal', ['# [GOAL]']]])});
    expect(await book().history()).toEqual([grow]);
    expect((await book().draft(1)).own.values).toEqual(new Map([['goal', 'G']]));
    expect((await book().draft(1)).own.lines).toEqual(new Map([['goal', ['# [GOAL]']]]));
    expect(await book(8).history()).toEqual([]);
    expect((await book(8).draft(1)).own.values.size).toBe(0);
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
      expect((await book().draft(1)).own.values.size).toBe(0);
      await expect(book().keepDraft(1, none, draftOf({a: 'b'}))).rejects.toThrow('another version');
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
    expect((await book().draft(1)).others.values).toEqual(new Map([['goal', 'G']]));
    expect(fake.areas.local.get(filled)).toEqual([{...grow, value: 'Shrink'}]);
  });
});

describe('a draft of two tabs', () => {
  it('keeps what was typed in both', async () => {
    const [one, other] = [book(), book()];
    await Promise.all([
      one.keepDraft(1, none, draftOf({goal: 'Grow'}, ['role'])),
      other.keepDraft(1, none, draftOf({topic: 'Plan'})),
    ]);
    expect((await book().draft(1)).own).toEqual(draftOf({goal: 'Grow', topic: 'Plan'}, ['role']));
    await one.keepDraft(1, draftOf({goal: 'Grow'}, ['role']), none);
    expect((await book().draft(1)).own).toEqual(draftOf({topic: 'Plan'}));
    await other.keepDraft(1, draftOf({topic: 'Plan'}), none);
    expect(fake.all()).toEqual({});
  });

  it('is kept without any answer when a page goes, with what the other tab typed since', async () => {
    const [one, other] = [book(), book()];
    await one.draft(1);
    await other.keepDraft(1, none, draftOf({topic: 'Plan'}));
    fake.background = 'gone';
    one.keepDraftLeaving(1, none, draftOf({goal: 'Grow'}));
    fake.background = 'there';
    expect((await book().draft(1)).own).toEqual(draftOf({goal: 'Grow', topic: 'Plan'}));
  });

  it('is not kept when a page goes that has not read it yet', async () => {
    await book().keepDraft(1, none, draftOf({topic: 'Plan'}));
    book().keepDraftLeaving(1, none, none);
    expect((await book().draft(1)).own).toEqual(draftOf({topic: 'Plan'}));
  });
});

describe('a draft of before users were told apart', () => {
  const older = {'draft:1:gitlab.com:1': {values: [['goal', 'G']], left: []}};
  beforeEach(() => fake.reset({local: older}));

  it('stays as it is, and nobody’s, when its form is only opened and left', async () => {
    const page = book();
    await page.draft(1);
    await page.keepDraft(1, none, none);
    page.keepDraftLeaving(1, none, none);
    expect(fake.all()).toEqual(older);
  });

  it('stays out of what is typed, also where that is cleared', async () => {
    const page = book();
    await page.draft(1);
    page.keepDraftLeaving(1, none, draftOf({goal: '', topic: 'Plan', role: ''}));
    await eventually(() =>
      expect(fake.all()).toEqual({
        ...older,
        [draft]: {
          values: [['topic', 'Plan']],
          left: [],
          lines: [],
        },
      }),
    );
  });
});
