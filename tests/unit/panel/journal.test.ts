import {beforeEach, describe, expect, it, vi} from 'vitest';
import {type JournalEntry, withEntry} from '../../../src/changes/journal.ts';
import {createJournalBook} from '../../../src/panel/journal.ts';

const stored = vi.hoisted(() => new Map<string, unknown>());
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {
        get: async (keys: string[]) => Object.fromEntries(keys.map(key => [key, stored.get(key)])),
        set: async (items: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, value);
        },
      },
    },
  },
}));

const entry = (id: string): JournalEntry => ({
  id,
  at: '2026-11-20T10:00:00.000Z',
  by: 'Dana',
  where: 'a/b',
  check: 'labels',
  what: 'Subscribe',
  undone: false,
});

describe('a journal', () => {
  beforeEach(() => stored.clear());

  it('has every change of those that were made at once', async () => {
    await Promise.all(
      ['a', 'b', 'c'].map(id =>
        createJournalBook('gitlab.com', 'project-1').update(journal => withEntry(journal, entry(id))),
      ),
    );
    const kept = await createJournalBook('gitlab.com', 'project-1').read();
    expect(kept.map(({id}) => id)).toEqual(['c', 'b', 'a']);
  });

  it('is each customer’s own', async () => {
    await createJournalBook('gitlab.com', 'project-1').update(journal => withEntry(journal, entry('a')));
    expect(await createJournalBook('gitlab.com', 'project-2').read()).toEqual([]);
  });
});
