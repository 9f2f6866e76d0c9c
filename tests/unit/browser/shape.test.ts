import fc from 'fast-check';
import * as v from 'valibot';
import {describe, expect, it} from 'vitest';
import {listOf, mapOf, partsOf, type Shape, wholeOf, wordOf} from '../../../src/browser/shape.ts';
import {NotKept} from '../../../src/browser/storage-error.ts';

const entry = v.object({id: v.string(), text: v.optional(v.string())});
const list = listOf(entry, ({id}) => id);
const map = mapOf(v.object({at: v.string()}));
const value = wholeOf(v.object({name: v.string(), parts: v.array(v.object({id: v.number()}))}));
const word = wordOf(['one', 'two']);
const parts = partsOf({list, map, value, word});
const odd = {id: 7};

describe('a list', () => {
  it.each<[string, unknown, {id: string; text?: string}[], unknown]>([
    ['starts with nothing', undefined, [{id: 'a'}], [{id: 'a'}]],
    [
      'keeps its odd entries in their place before what comes first',
      [odd, {id: 'a'}],
      [{id: 'b'}, {id: 'a'}],
      [{id: 'b'}, odd, {id: 'a'}],
    ],
    ['keeps them at the end', [{id: 'a'}, odd], [{id: 'a'}, {id: 'b'}], [{id: 'a'}, {id: 'b'}, odd]],
    ['keeps them where an entry before them goes', [{id: 'a'}, odd, {id: 'b'}], [{id: 'b'}], [odd, {id: 'b'}]],
    ['keeps them where all others go', [odd, {id: 'a'}, 'odd'], [], [odd, 'odd']],
    [
      'keeps the fields that nobody knows of an entry that changes',
      [{id: 'a', text: 'x', new: 1}],
      [{id: 'a', text: 'y'}],
      [{id: 'a', text: 'y', new: 1}],
    ],
    ['takes a field away', [{id: 'a', text: 'x', new: 1}], [{id: 'a'}], [{id: 'a', new: 1}]],
    [
      'has two of one id',
      [
        {id: 'a', n: 1},
        {id: 'a', n: 2},
      ],
      [{id: 'a'}, {id: 'a'}],
      [
        {id: 'a', n: 1},
        {id: 'a', n: 2},
      ],
    ],
  ])('%s', (_name, kept, next, after) => expect(list.write(kept, next)).toEqual(after));

  it('reads what is understood and counts the rest', () => {
    expect(list.read([odd, {id: 'a', new: 1}, null, 'x'])).toEqual([{id: 'a'}]);
    expect(list.odd([odd, {id: 'a', new: 1}, null, 'x'])).toBe(3);
  });

  it('is merged with another by id', () => {
    const own = [{id: 'a', n: 1}, odd];
    const other = [{id: 'b'}, {id: 'a', n: 2}, odd, 'odd too'];
    expect(list.merge(own, other, mine => mine)).toEqual([{id: 'a', n: 1}, odd, {id: 'b'}, 'odd too']);
    expect(list.merge(own, other, (_mine, theirs) => theirs)).toEqual([{id: 'a', n: 2}, odd, {id: 'b'}, 'odd too']);
  });
});

describe('entries by name', () => {
  it('keeps the odd ones', () => {
    expect(map.write({a: {at: '1', new: 1}, b: 7}, {...map.read({a: {at: '1'}}), c: {at: '3'}})).toEqual({
      a: {at: '1', new: 1},
      b: 7,
      c: {at: '3'},
    });
  });

  it('does not write over an odd one', () => {
    expect(() => map.write({b: 7}, {b: {at: '1'}})).toThrow(NotKept);
  });

  it('leaves nothing of an entry in one that is said anew', () => {
    expect(map.write({a: {at: '1', new: 1}}, {a: {at: '2'}})).toEqual({a: {at: '2'}});
  });
});

describe('a value', () => {
  it('keeps the fields that nobody knows, at any depth', () => {
    const kept = {
      name: 'a',
      new: 1,
      parts: [
        {id: 1, new: 2},
        {id: 2, new: 3},
      ],
    };
    expect(value.write(kept, {name: 'b', parts: [{id: 2}, {id: 3}]})).toEqual({
      name: 'b',
      new: 1,
      parts: [{id: 2, new: 3}, {id: 3}],
    });
  });
});

describe('a word', () => {
  it('that nobody knows counts as none, and another can be chosen', () => {
    expect(word.read('three')).toBeUndefined();
    expect(word.write('three', undefined)).toBe('three');
    expect(word.write('three', 'two')).toBe('two');
    expect(() => word.write({id: 'three'}, 'two')).toThrow('another version');
  });
});

describe('parts', () => {
  it('stay as they are while another one is written', () => {
    const kept = {list: 'odd', map: {a: 7}, value: null, word: 'three', new: {x: 1}};
    const next = {...parts.read(kept), map: {b: {at: '1'}}, value: undefined, word: undefined};
    expect(parts.write(kept, next)).toEqual({...kept, map: {a: 7, b: {at: '1'}}});
    expect(parts.odd(kept)).toBe(3);
    expect(() => parts.write(kept, {...next, list: [{id: 'a'}]})).toThrow(NotKept);
  });
});

const shapes: readonly (readonly [string, Shape<unknown>, unknown])[] = [
  ['a list', list, [{id: 'new'}]],
  ['entries by name', map, {new: {at: '1'}}],
  ['a value', value, {name: 'new', parts: []}],
  ['parts', parts, {list: [{id: 'new'}], map: {}, value: undefined, word: undefined}],
];

/** All that is not understood, as texts. */
function oddOf(shape: Shape<unknown>, kept: unknown): readonly string[] {
  if (typeof kept !== 'object' || kept === null) return [];
  if (shape === list)
    return Object.values(kept)
      .filter(item => list.odd([item]) > 0)
      .map(item => JSON.stringify(item));
  if (shape === map) {
    return Object.entries(kept)
      .filter(([name, item]) => map.odd({[name]: item}) > 0)
      .map(item => JSON.stringify(item));
  }
  const known: Readonly<Record<string, Shape<unknown>>> = {list, map, value, word};
  return Object.entries(kept).flatMap(([name, field]) => {
    const part = Object.hasOwn(known, name) ? known[name] : undefined;
    return part?.isUnderstood(field) ? oddOf(part, field) : [JSON.stringify([name, field])];
  });
}

const someJson = fc.oneof(
  fc.jsonValue(),
  fc.array(fc.oneof(fc.jsonValue(), fc.record({id: fc.string()}), fc.record({id: fc.string(), text: fc.jsonValue()}))),
  fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.record({at: fc.string()}))),
  fc.record({list: fc.jsonValue(), map: fc.jsonValue(), value: fc.jsonValue(), word: fc.jsonValue()}),
);

describe.each(shapes)('%s of anything at all', (_name, shape, unrelated) => {
  it('is read without an error, and what is read and written again is the same', () => {
    fc.assert(
      fc.property(someJson, kept => {
        const read = shape.read(kept);
        expect(shape.write(kept, read)).toBe(kept);
        expect(shape.odd(kept)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('loses nothing that is not understood when something else is written', () => {
    fc.assert(
      fc.property(someJson, kept => {
        const before = shape.read(kept);
        const next = Array.isArray(before)
          ? [...before, ...(unrelated as unknown[])]
          : {...(before as object), ...(unrelated as object)};
        let after: unknown;
        try {
          after = shape.write(kept, next);
        } catch (error) {
          expect(error).toBeInstanceOf(NotKept);
          return;
        }
        if (shape.isUnderstood(kept) && shape !== value) {
          expect(oddOf(shape, after)).toEqual(expect.arrayContaining([...oddOf(shape, kept)]));
        }
      }),
    );
  });
});
