import {describe, expect, it} from 'vitest';
import {
  completionOf,
  type Filters,
  type Token,
  tokensOf,
  withoutToken,
  withoutTokens,
  withToken,
} from '../../../src/customers/filters.ts';
import {type View, wholeView} from '../../../src/customers/view.ts';

const filters = (part: Partial<View> = {}, withGone = false): Filters => ({view: {...wholeView, ...part}, withGone});
const said = ({kind, value}: Token) => `${kind} ${value}`.trim();

describe('the tokens', () => {
  it.each<[string, Filters, string[]]>([
    ['of all customers', filters(), []],
    ['of a text, an order and the user’s own', filters({text: 'acme', mine: true, sort: 'read', descending: true}), []],
    ['of a segment', filters({segment: 'emea'}), ['segment emea']],
    ['of an item that is not done', filters({check: 'readme', verdict: 'open'}), ['todo readme']],
    ['of an item in a state', filters({check: 'readme', verdict: 'pass'}), ['item readme', 'state pass']],
    ['of an item, as a view was saved', filters({check: 'readme'}), ['item readme']],
    ['of a state', filters({verdict: 'open'}), ['state open']],
    [
      'of all there is',
      filters({segment: 'apac', check: 'labels', verdict: 'fail'}, true),
      ['segment apac', 'item labels', 'state fail', 'gone'],
    ],
  ])('%s', (_of, from, expected) => {
    expect(tokensOf(from).map(said)).toEqual(expected);
    // One after the other they make the same filters, and leave none.
    const empty = withoutTokens(from);
    const again = tokensOf(from).reduce(withToken, {view: {...empty.view, text: from.view.text}, withGone: false});
    expect(again).toEqual(from);
    expect(tokensOf(tokensOf(from).reduce(withoutToken, from))).toEqual([]);
    expect(tokensOf(empty)).toEqual([]);
    expect(empty.view).toEqual({
      ...wholeView,
      mine: from.view.mine,
      sort: from.view.sort,
      descending: from.view.descending,
    });
  });

  it('an item to be done and a state take each other’s place', () => {
    const state = withToken(filters({check: 'readme', verdict: 'open'}), {kind: 'state', value: 'waived'});
    expect(tokensOf(state).map(said)).toEqual(['item readme', 'state waived']);
    expect(tokensOf(withToken(state, {kind: 'todo', value: 'labels'})).map(said)).toEqual(['todo labels']);
  });
});

describe('what completes what is typed', () => {
  const names: Readonly<Record<string, string>> = {emea: 'EMEA', 'public-sector': 'Public Sector', open: 'Not done'};
  const wordsOf = ({kind, value}: Token) => `${kind}: ${names[value] ?? value.replaceAll('-', ' ')}`;
  const words = {segments: ['emea', 'public-sector'], wordsOf};
  const complete = (typed: string, kind?: Token['kind'], from = filters()) => {
    const {offered, rest} = completionOf(typed, kind, from, words);
    const tokens = offered.filter(one => one.kind !== 'text');
    return [tokens.map(({kind: one, value}) => [one, value].filter(Boolean).join(' ')), rest] as const;
  };

  it.each<[string, string, string[], string]>([
    ['nothing: the kinds', '', ['segment', 'todo', 'state', 'gone'], ''],
    [
      'words that are the name’s, and a blank: the kinds, beside them',
      'acme ',
      ['segment', 'todo', 'state', 'gone'],
      'acme ',
    ],
    ['a segment’s first letters', 'eme', ['segment emea'], ''],
    ['several words, in any order', 'sector public', ['segment public-sector'], ''],
    ['the last of several words', 'acme eme', ['segment emea'], 'acme '],
    ['letters within a word', 'mea', [], ''],
    ['a name', 'acme', [], ''],
    ['a name of two words', 'acme corp', [], 'acme '],
    ['what a pattern would mean', '.*', [], ''],
  ])('%s', (_what, typed, offered, rest) => expect(complete(typed)).toEqual([offered, rest]));

  it.each<[string, string, Token['kind'] | undefined, string]>([
    ['a text that begins a filter, too: the search for it', 'eme', undefined, 'text eme'],
    ['a text and a filter: the search for both', ' acme eme', undefined, 'text acme eme'],
    ['a text before the kinds: the search for it', 'acme ', undefined, 'text acme'],
    ['a text that is no filter: the search for it, without a list', 'acme', undefined, ''],
    ['nothing typed: no kind', '', undefined, ''],
    ['the only value that goes with it', 'pub', 'segment', 'segment public-sector'],
    ['none of several values', '', 'segment', ''],
    ['no value, as none goes with it', 'read', 'segment', ''],
  ])('Enter takes of %s', (_what, typed, kind, expected) => {
    const {offered, first} = completionOf(typed, kind, filters(), words);
    const taken = offered[first];
    expect(taken === undefined ? '' : `${taken.kind} ${taken.value}`).toBe(expected);
    expect(offered.filter(one => one.kind === 'text').length).toBe(expected.startsWith('text') ? 1 : 0);
  });

  it('is of the kind that was chosen, and nothing that is there already', () => {
    expect(complete('', 'segment')).toEqual([['segment emea', 'segment public-sector'], '']);
    expect(complete('pub', 'segment')).toEqual([['segment public-sector'], '']);
    expect(complete('read', 'segment')).toEqual([[], '']);
    expect(complete('', 'segment', filters({segment: 'emea'}))).toEqual([['segment public-sector'], '']);
    expect(complete('', undefined, filters({}, true))[0]).toEqual(['segment', 'todo', 'state']);
  });
});
