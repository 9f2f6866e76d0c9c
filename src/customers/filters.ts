import {projectChecks} from '../customer/checks/index.ts';
import type {View} from './view.ts';

/** What stands in the search field: which customers are shown, and whether those that are gone are among them. */
export interface Filters {
  readonly view: View;
  /** Whether archived projects and those scheduled for deletion are shown too. */
  readonly withGone: boolean;
}

/**
 * What a token says: the customer's segment, an item that is to be done, an item whose state another token says, that state, or that
 * those which are gone are shown too.
 */
export type TokenKind = 'segment' | 'todo' | 'item' | 'state' | 'gone';

/** A filter that is one piece in the search field. */
export interface Token {
  readonly kind: TokenKind;
  /** A segment, a check's id, a state; '' where the kind says it all. */
  readonly value: string;
}

/** What the search field offers: a token, a kind of which values are offered then, or the search for a text. */
export interface Suggestion {
  readonly kind: TokenKind | 'text';
  readonly value: string | undefined;
}

const states = ['open', 'fail', 'todo', 'unknown', 'pass', 'waived'] as const satisfies readonly View['verdict'][];

/** The tokens of what is shown, in the order in which they stand. */
export function tokensOf({view: {segment, check, verdict}, withGone}: Filters): Token[] {
  const isToDo = check !== '' && verdict === 'open';
  const tokens: Token[] = [];
  if (segment !== '') tokens.push({kind: 'segment', value: segment});
  if (check !== '') tokens.push({kind: isToDo ? 'todo' : 'item', value: check});
  if (verdict !== '' && !isToDo) tokens.push({kind: 'state', value: verdict});
  if (withGone) tokens.push({kind: 'gone', value: ''});
  return tokens;
}

/** The filters with a token more. It takes the place of one that says something else of the same. */
export function withToken({view, withGone}: Filters, {kind, value}: Token): Filters {
  switch (kind) {
    case 'segment':
      return {view: {...view, segment: value}, withGone};
    case 'todo':
      return {view: {...view, check: value, verdict: 'open'}, withGone};
    case 'item':
      return {view: {...view, check: value}, withGone};
    case 'state':
      return {view: {...view, verdict: states.find(state => state === value) ?? ''}, withGone};
    case 'gone':
      return {view, withGone: true};
  }
}

/** The filters without a token. */
export function withoutToken({view, withGone}: Filters, {kind}: Token): Filters {
  switch (kind) {
    case 'segment':
      return {view: {...view, segment: ''}, withGone};
    case 'todo':
      return {view: {...view, check: '', verdict: ''}, withGone};
    case 'item':
      return {view: {...view, check: ''}, withGone};
    case 'state':
      return {view: {...view, verdict: ''}, withGone};
    case 'gone':
      return {view, withGone: false};
  }
}

/** The filters of an empty search field; order and whose customers they are stay. */
export function withoutTokens({view}: Filters): Filters {
  return {view: {...view, text: '', segment: '', check: '', verdict: ''}, withGone: false};
}

/** What completes what is being typed, and what of it stays when that is chosen. */
interface Completion {
  readonly offered: readonly Suggestion[];
  readonly rest: string;
  /** The one of them that Enter takes as long as no key pointed at another; -1 for none. */
  readonly first: number;
}

/** Where filters come from. */
interface FilterWords {
  /** Those that customers lie in. */
  readonly segments: readonly string[];
  /** What a token is called. */
  readonly wordsOf: (token: Token) => string;
}

const kinds = ['segment', 'todo', 'state', 'gone'] as const;

/** All tokens that are not there yet. */
function openTokens(filters: Filters, {segments}: FilterWords): Token[] {
  const present = tokensOf(filters);
  const all: Token[] = [
    ...segments.map(value => ({kind: 'segment', value}) as const),
    ...projectChecks.map(({id}) => ({kind: 'todo', value: id}) as const),
    ...states.map(value => ({kind: 'state', value}) as const),
    {kind: 'gone', value: ''},
  ];
  return all.filter(({kind, value}) => !present.some(other => other.kind === kind && other.value === value));
}

/** Those in whose words each typed word begins one. */
function matching(open: readonly Token[], typed: string, {wordsOf}: FilterWords): Token[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return open.filter(token => {
    const said = ` ${wordsOf(token).toLowerCase()}`;
    return words.every(word => said.includes(` ${word}`));
  });
}

/** A text may be a name or the beginning of a filter: it stays a name unless somebody goes on to a filter. */
function besideText(typed: string, tokens: readonly Suggestion[], rest: string): Completion {
  const text = typed.trim();
  if (text === '' || tokens.length === 0) return {offered: tokens, rest, first: -1};
  return {offered: [{kind: 'text', value: text}, ...tokens], rest, first: 0};
}

/**
 * What goes with what is being typed: the kinds where a word is still to come; else tokens that go with all of it, or with its last word.
 * Before them stands the search for what is typed, which Enter takes; of a kind, Enter takes the only value that goes with it.
 *
 * @param kind the kind that was chosen already
 */
export function completionOf(
  typed: string,
  kind: TokenKind | undefined,
  filters: Filters,
  words: FilterWords,
): Completion {
  const open = openTokens(filters, words);
  if (kind !== undefined) {
    const own = open.filter(token => token.kind === kind);
    const offered = matching(own, typed, words);
    return {offered, rest: '', first: offered.length === 1 ? 0 : -1};
  }
  if (/(?:^|\s)$/.test(typed)) {
    const some = kinds.filter(one => open.some(token => token.kind === one));
    const offered = some.map(one => ({kind: one, value: one === 'gone' ? '' : undefined}));
    return besideText(typed, offered, typed);
  }
  const whole = matching(open, typed, words);
  if (whole.length > 0) return besideText(typed, whole, '');
  const [, rest = '', last = ''] = /^(.*\s)?(\S+)$/s.exec(typed) ?? [];
  return besideText(typed, rest === '' ? [] : matching(open, last, words), rest);
}
