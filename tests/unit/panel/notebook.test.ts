import {effect} from '@preact/signals';
import {beforeEach, describe, expect, it, vi} from 'vitest';
import type {WritableNotebook} from '../../../src/facts/record.ts';
import {createGitLab} from '../../../src/gitlab/gitlab.ts';
import {createNotebook} from '../../../src/panel/notebook.ts';
import type {BracketRules} from '../../../src/placeholders/index.ts';
import {checklistOf} from '../../contract/hands.ts';

const stored = vi.hoisted(() => new Map<string, unknown>());
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      sync: {
        get: async (keys: string[]) => Object.fromEntries(keys.map(key => [key, stored.get(key)])),
        set: async (items: Record<string, unknown>) => {
          await new Promise(resolve => setImmediate(resolve));
          for (const [key, value] of Object.entries(items)) stored.set(key, value);
        },
      },
    },
  },
}));

const prose =
  (key: string) =>
  (rules: BracketRules): BracketRules => ({...rules, decisions: new Map([...rules.decisions, [key, 'prose']])});
const withBlanks = (rules: BracketRules): BracketRules => ({...rules, blanks: true});

const checklist = (notebook: WritableNotebook) =>
  checklistOf('a/b', {
    gitlab: createGitLab('https://gitlab.com', () => Promise.reject(new Error('not asked'))),
    notebook,
    pause: async () => undefined,
    pageUser: () => Promise.reject(new Error('not asked')),
  });

beforeEach(() => stored.clear());

describe('what was decided about brackets', () => {
  it('keeps all of what was decided at once', async () => {
    const notebook = createNotebook('gitlab.com');
    await Promise.all([prose('a'), withBlanks, prose('b')].map(step => notebook.updateBrackets(step)));
    expect(await createNotebook('gitlab.com').brackets()).toEqual({
      blanks: true,
      aliases: undefined,
      decisions: new Map([
        ['a', 'prose'],
        ['b', 'prose'],
      ]),
    });
  });

  it('never shows again for a moment what was decided before', async () => {
    const notebook = createNotebook('gitlab.com');
    const store = checklist(notebook);
    await store.reread(new Set(['brackets']));
    const seen: boolean[] = [];
    effect(() => {
      const {brackets} = store.facts.value;
      if (brackets?.state === 'known') seen.push(brackets.value.blanks);
    });
    const first = store.decideBrackets(prose('a'));
    // As the browser tells of what was kept, in every tab.
    const echo = store.reread(new Set(['brackets']));
    const second = store.decideBrackets(withBlanks);
    await Promise.all([first, echo, second]);
    expect(seen.slice(seen.indexOf(true))).not.toContain(false);
    expect(seen.at(-1)).toBe(true);
  });

  it('goes back, with a word, where the browser does not keep it', async () => {
    const notebook = createNotebook('gitlab.com');
    const store = checklist({...notebook, updateBrackets: () => Promise.reject(new Error('full'))});
    await store.reread(new Set(['brackets']));
    await store.decideBrackets(withBlanks);
    expect(store.facts.value.brackets).toMatchObject({state: 'known', value: {blanks: false}});
    expect(store.notKept.value).toBeDefined();
  });
});
