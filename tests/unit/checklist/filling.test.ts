import {signal} from '@preact/signals';
import {describe, expect, it} from 'vitest';
import {NotKept} from '../../../src/browser/storage-error.ts';
import type {Checklist} from '../../../src/checklist/checklist.ts';
import {createTyped, typedOf} from '../../../src/checklist/filling.ts';
import type {ValuesBook} from '../../../src/checklist/values.ts';
import {answers} from '../../../src/checklist/whose.ts';
import type {Draft} from '../../../src/customer/filling/draft.ts';
import {said} from '../../../src/texts/said.ts';
import {eventually} from '../../eventually.ts';
import {told} from '../../told.ts';

function book(own: Draft, others: Draft = draft({})) {
  const written: Draft[] = [];
  const values: ValuesBook = {
    history: async () => [],
    learn: async () => undefined,
    draft: async () => ({own, others}),
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

  it('that the browser does not keep is told until it does', async () => {
    const {values} = book(draft({}));
    let isFull = true;
    const keepDraft = async () => {
      if (isFull) throw new NotKept(said('texts.asKept', 'The storage is full.'), said('texts.asKept', 'Make room.'));
    };
    const typed = createTyped({...values, keepDraft}, () => 1);
    await typed.load();
    typed.draft.value = draft({goal: 'typed'});
    await typed.keep();
    expect(told(typed.notKept.value)).toMatchObject({words: 'The storage is full.', advice: 'Make room.'});
    expect(typed.draft.value.values.get('goal')).toBe('typed');
    isFull = false;
    await typed.keep();
    expect(typed.notKept.value).toBeUndefined();
  });

  it('that cannot be read is told', async () => {
    const {values} = book(draft({}));
    const unreadable = new NotKept(said('texts.asKept', 'It cannot be read.'));
    const typed = createTyped({...values, draft: () => Promise.reject(unreadable)}, () => 1);
    await typed.keep();
    expect(told(typed.notKept.value)?.words).toBe('It cannot be read.');
  });
});

describe('a draft of whom nobody knows whose it is', () => {
  const others = draft({goal: 'old', topic: 'old'}, ['role']);

  it('is shown apart: it fills in nothing, and nothing of it is written', async () => {
    const {values, written} = book(draft({goal: 'own'}), others);
    const typed = createTyped(values, () => 1);
    await typed.load();
    expect(typed.draft.value).toEqual(draft({goal: 'own'}));
    expect(typed.ownerless.value).toEqual(others);
    typed.draft.value = draft({goal: 'own', name: 'typed'});
    await typed.keep();
    typed.keepLeaving();
    expect(written).toEqual([draft({goal: 'own', name: 'typed'}), draft({goal: 'own', name: 'typed'})]);
  });

  it('is read again once it is known whose it is; what was typed meanwhile stays', async () => {
    const {values} = book(draft({}), others);
    let held = {own: draft({}), others};
    const typed = createTyped({...values, draft: async () => held}, () => 1);
    await typed.load();
    typed.draft.value = {...typed.draft.value, values: new Map([...typed.draft.value.values, ['name', 'typed']])};
    held = {own: others, others: draft({})};
    await typed.reload();
    expect(typed.draft.value).toEqual(draft({goal: 'old', topic: 'old', name: 'typed'}, ['role']));
    expect(typed.ownerless.value).toEqual(draft({}));
  });
});

it('is read again on each open form once it is said whose it is', async () => {
  const {values} = book(draft({}), draft({goal: 'old'}));
  let others = draft({goal: 'old'});
  const facts = signal({project: {state: 'known', value: {id: 1, name: 'Globex'}}});
  // Only as much of a checklist as typed values ask for.
  const checklist = {
    facts,
    valuesBook: {...values, draft: async () => ({own: draft({}), others})},
  } as unknown as Checklist;
  const typed = typedOf(checklist);
  await typed.load();
  expect(typed.ownerless.value.values.get('goal')).toBe('old');
  others = draft({});
  answers.value += 1;
  await eventually(() => expect(typed.ownerless.value).toEqual(draft({})));
});
