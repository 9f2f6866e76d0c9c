import fc from 'fast-check';
import {describe, expect, it, vi} from 'vitest';
import type {Shape} from '../../../src/browser/shape.ts';
import {NotKept} from '../../../src/browser/storage-error.ts';
import {journalShape} from '../../../src/checklist/kept-shapes.ts';
import {viewsShape} from '../../../src/customers/saved-views.ts';
import {flowIdsShape, flowShape} from '../../../src/flows/flow-shapes.ts';
import {ownerlessShapes} from '../../../src/kept/ownerless-shapes.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));

const remark = {by: 'Dana', at: '2026-11-20', note: ''};
/** What is understood, by kind: parts of it are put among anything else. */
const known: Readonly<Record<string, unknown>> = {
  customer: {
    ticks: {introduced: remark},
    waivers: {avatar: remark},
    waiting: {iid: 1, files: ['a']},
    playbook: 'renewal',
  },
  people: {customer: [1], colleague: [2]},
  brackets: {placeholder: ['a'], prose: ['b'], blanks: true, aliases: {a: 'b'}},
  journal: [
    {id: 'a', at: '', by: '', where: '', check: '', what: '', undone: false, undo: {kind: {toString: 1}}},
    {id: 'b', at: '', by: '', where: '', check: '', what: '', undone: false, undo: {kind: 'toString'}},
  ],
  filled: [{project: 1, meaning: 'goal', value: 'Grow'}],
  draft: {values: [['a', 'b']], left: [], lines: [['a', ['b']]]},
  flows: ['f'],
  flow: {id: 'f', kind: 'renewal'},
  views: [{name: 'Mine'}],
};
const shapes: Readonly<Record<string, Shape<unknown>>> = {
  ...ownerlessShapes,
  flows: flowIdsShape,
  flow: flowShape,
  views: viewsShape,
};

/** Something that is kept, with anything in the place of any part of it. */
function damaged(value: unknown): fc.Arbitrary<unknown> {
  const whole = fc.oneof({weight: 4, arbitrary: fc.constant(value)}, fc.jsonValue());
  if (Array.isArray(value)) {
    return fc.oneof(whole, fc.array(fc.oneof(fc.jsonValue(), ...value.map(damaged)), {maxLength: 6}));
  }
  if (typeof value !== 'object' || value === null) return whole;
  const fields = Object.fromEntries(Object.entries(value).map(([name, field]) => [name, damaged(field)]));
  return fc.oneof(
    whole,
    fc
      .tuple(fc.record(fields, {requiredKeys: []}), fc.dictionary(fc.string(), fc.jsonValue()))
      .map(([own, more]) => ({...more, ...own})),
  );
}

describe.each(Object.entries(shapes))('%s, however it is damaged', (name, shape) => {
  it('is read without an error, and is not touched where nothing is changed', () => {
    fc.assert(
      fc.property(damaged(known[name]), kept => {
        expect(shape.write(kept, shape.read(kept))).toBe(kept);
        expect(shape.odd(kept)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is merged with another one, or not because it is not understood', () => {
    fc.assert(
      fc.property(damaged(known[name]), damaged(known[name]), (own, other) => {
        try {
          const merged = shape.merge(own, other, mine => mine);
          expect(shape.odd(merged)).toBeGreaterThanOrEqual(shape.odd(own));
        } catch (error) {
          expect(error).toBeInstanceOf(NotKept);
        }
      }),
    );
  });
});

it('a journal keeps an undo of another version through a change of its entry', () => {
  const kept = known.journal;
  const next = journalShape.read(kept).map(entry => ({...entry, undone: true}));
  expect(next).toHaveLength(2);
  expect(journalShape.write(kept, next)).toEqual((kept as object[]).map(entry => ({...entry, undone: true})));
});
