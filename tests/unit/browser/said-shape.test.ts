import * as v from 'valibot';
import {describe, expect, it} from 'vitest';
import {saidSchema} from '../../../src/browser/said-shape.ts';
import {listOf} from '../../../src/browser/shape.ts';
import {inTurn, said} from '../../../src/texts/said.ts';

const read = (kept: unknown) => {
  const result = v.safeParse(saidSchema, kept);
  return result.success ? result.output : undefined;
};

describe('a text that is kept', () => {
  it.each([
    [said('browser.full')],
    [said('gitlab.otherUserNamed', 'sam', 'dana')],
    [inTurn(said('browser.full'), said('gitlab.saysSo', said('gitlab.invalid'), 'Too long'))],
    [{text: 'of.anotherVersion', with: [1, true, ['a', ['b']]]}],
  ])('is read as it is: %j', kept => expect(read(JSON.parse(JSON.stringify(kept)))).toEqual(kept));

  it.each([[7], [null], [[]], [{}], [{text: 7}], [{text: 'a.b', with: 'c'}], [{text: 'a.b', with: [null]}]])(
    'is none: %j',
    kept => expect(read(kept)).toBeUndefined(),
  );

  it('was a sentence until 2026-11-29', () => expect(read('Set')).toEqual(said('texts.asKept', 'Set')));
});

describe('a sentence in a list', () => {
  const shape = listOf(
    v.object({id: v.string(), what: saidSchema, left: v.optional(v.array(saidSchema))}),
    ({id}) => id,
  );
  const kept = [
    {id: 'a', what: 'Set', left: ['One.', 'Two.']},
    {id: 'b', what: 'Close'},
  ];

  it('is not touched where nothing changes', () => expect(shape.write(kept, shape.read(kept))).toBe(kept));

  it('stays as it is where something else of its entry changes', () => {
    const next = shape
      .read(kept)
      .map(entry => (entry.id === 'a' ? {...entry, left: [...(entry.left ?? []), said('browser.full')]} : entry));
    expect(shape.write(kept, next)).toEqual([
      {id: 'a', what: 'Set', left: ['One.', 'Two.', {text: 'browser.full'}]},
      kept[1],
    ]);
  });

  it('goes where it is said anew', () => {
    const next = shape.read(kept).map(entry => ({...entry, what: said('browser.full')}));
    expect(shape.write(kept, next)).toEqual([
      {...kept[0], what: {text: 'browser.full'}},
      {...kept[1], what: {text: 'browser.full'}},
    ]);
  });
});
