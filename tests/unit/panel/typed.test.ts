import {describe, expect, it} from 'vitest';
import type {Draft} from '../../../src/panel/draft.ts';
import {createTyped} from '../../../src/panel/typed.ts';
import type {ValuesBook} from '../../../src/panel/values.ts';

function book(kept: Draft) {
  const written: Draft[] = [];
  const values: ValuesBook = {
    history: async () => [],
    learn: async () => undefined,
    draft: async () => kept,
    keepDraft: async (_project, _from, draft) => {
      written.push(draft);
    },
    keepDraftLeaving: (_project, _from, draft) => void written.push(draft),
  };
  return {values, written};
}

const draft = (values: Record<string, string>, left: string[] = []): Draft => ({
  values: new Map(Object.entries(values)),
  left: new Set(left),
  lines: new Map(),
});

describe('a draft', () => {
  it('is not written over before it was read', async () => {
    const {values, written} = book(draft({goal: 'kept'}, ['role']));
    const typed = createTyped(values, () => 1);
    await typed.keep();
    expect(written).toEqual([draft({goal: 'kept'}, ['role'])]);
  });

  it('takes what was typed while it was read before what was kept', async () => {
    const typed = createTyped(book(draft({goal: 'kept', name: 'kept'})).values, () => 1);
    const loading = typed.load();
    typed.draft.value = draft({goal: 'typed'});
    await loading;
    expect(Object.fromEntries(typed.draft.value.values)).toEqual({goal: 'typed', name: 'kept'});
  });

  it('keeps what was typed for other files when some of it is committed', async () => {
    const {values, written} = book(draft({}));
    const typed = createTyped(values, () => 1);
    await typed.load();
    typed.draft.value = draft({goal: 'a', 'goal\nREADME.md\n1': 'b', topic: 'for the agenda'}, ['role']);
    await typed.learn(new Set(['goal']), [{meaning: 'goal', value: 'a'}]);
    expect(written.at(-1)).toEqual(draft({topic: 'for the agenda'}, ['role']));
    expect(typed.history.value).toEqual([{meaning: 'goal', value: 'a', project: 1}]);
  });

  it('is kept as it is when the page goes', async () => {
    const {values, written} = book(draft({}));
    const typed = createTyped(values, () => 1);
    await typed.load();
    typed.draft.value = draft({goal: 'typed'});
    typed.keepLeaving();
    expect(written).toEqual([draft({goal: 'typed'})]);
  });

  it('that cannot be read is not written over', async () => {
    const {values, written} = book(draft({}));
    const typed = createTyped({...values, draft: () => Promise.reject(new Error('gone'))}, () => 1);
    await typed.keep();
    expect(written).toEqual([]);
  });
});
