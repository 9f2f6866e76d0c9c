import {batch, useSignal} from '@preact/signals';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {projectChecks} from '../../customer/checks/index.ts';
import {
  completionOf,
  type Filters,
  type Suggestion,
  type Token,
  type TokenKind,
  tokensOf,
  withoutToken,
  withoutTokens,
  withToken,
} from '../../customers/filters.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import {segmentsOf} from '../../customers/view.ts';
import {segmentName} from '../../texts/segment-names.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {Icon} from '../atoms/Icon.tsx';
import {PoliteStatus} from '../atoms/PoliteStatus.tsx';

const texts = uiCustomersTexts.view;

/** What a token is about, and its value, in words. */
function partsOf({kind, value}: Token): readonly [kind: string, value: string] {
  const check = projectChecks.find(({id}) => id === value);
  switch (kind) {
    case 'segment':
      return [texts.kinds.segment, segmentName(value)];
    case 'todo':
      return [texts.kinds.todo, check?.failureTitle ?? value];
    case 'item':
      return [texts.kinds.item, check?.title ?? value];
    case 'state':
      return [texts.kinds.state, texts.states[value as keyof typeof texts.states]];
    case 'gone':
      return ['', texts.goneToo];
  }
}

function wordsOf(token: Token): string {
  const [kind, value] = partsOf(token);
  return kind === '' ? value : texts.token(kind, value);
}

function optionWords({kind, value = ''}: Suggestion): string {
  if (kind === 'text') return texts.searchFor(value);
  return value === '' && kind !== 'gone' ? texts.kinds[kind] : wordsOf({kind, value});
}

/** Which customers are shown: one field with tokens, as GitLab's own, which suggests how to complete what is typed. */
export function FilterField({customers, workspace}: {customers: Portfolio; workspace: Workspace}) {
  const view = customers.view.value;
  const filters: Filters = {view, withGone: customers.withGone.value};
  /** What a value is being chosen for. */
  const begun = useSignal<Exclude<TokenKind, 'gone'> | undefined>(undefined);
  /** What is typed of that value. */
  const draft = useSignal('');
  const isOpen = useSignal(false);
  /** The option that the arrow keys went to. */
  const pointed = useSignal<number | undefined>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const tokens = tokensOf(filters);
  const typed = begun.value === undefined ? view.text : draft.value;
  const segments = segmentsOf(customers.customers.value, workspace);
  const {offered, rest, first} = isOpen.value
    ? completionOf(typed, begun.value, filters, {segments, wordsOf})
    : {offered: [], rest: typed, first: -1};
  /** The option that Enter takes. */
  const active = pointed.value ?? first;
  useLayoutEffect(
    () => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({block: 'nearest'}),
    [active],
  );
  const shown = customers.shown.value.length;
  const setOpen = (isWanted: boolean) =>
    batch(() => {
      pointed.value = undefined;
      isOpen.value = isWanted;
    });
  const set = ({view: next, withGone}: Filters) =>
    batch(() => {
      customers.view.value = next;
      customers.withGone.value = withGone;
    });
  const type = (text: string) => {
    if (begun.value === undefined) customers.view.value = {...view, text};
    else draft.value = text;
  };
  const choose = ({kind, value}: Suggestion) => {
    input.current?.focus();
    setOpen(kind !== 'text' && value === undefined);
    if (kind === 'text') return;
    batch(() => {
      draft.value = '';
      // What was typed stands for what is chosen.
      const from = {...filters, view: {...view, text: begun.value === undefined ? rest.trim() : view.text}};
      begun.value = value === undefined && kind !== 'gone' ? kind : undefined;
      set(value === undefined ? from : withToken(from, {kind, value}));
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const {length} = offered;
    if (event.key === 'Backspace' && typed === '') {
      const last = tokens.at(-1);
      if (begun.value !== undefined) begun.value = undefined;
      else if (last) set(withoutToken(filters, last));
    } else if (event.key === 'ArrowDown' && !isOpen.value) setOpen(true);
    else if (event.key === 'ArrowDown' && length > 0) pointed.value = (active + 1) % length;
    else if (event.key === 'ArrowUp' && length > 0) pointed.value = (active < 1 ? length : active) - 1;
    else if (event.key === 'Enter') {
      const chosen = offered[active];
      if (chosen) choose(chosen);
      // A value that is still to be chosen stays in sight.
      else if (begun.value === undefined) setOpen(false);
    } else if (event.key === 'Escape' && (length > 0 || begun.value !== undefined || typed !== '')) {
      // The innermost first: what is offered, then what is typed, and only then the view.
      event.stopPropagation();
      if (length === 0 && begun.value === undefined) type('');
      begun.value = undefined;
      setOpen(false);
    } else return;
    if (event.key !== 'Backspace') event.preventDefault();
  };
  return (
    <search class="filters">
      <div
        class="filter-field"
        ref={box}
        onFocusOut={({relatedTarget}) => {
          if (!(relatedTarget instanceof Node && box.current?.contains(relatedTarget))) setOpen(false);
        }}
      >
        {tokens.map(token => (
          <span key={token.kind} class="token" data-token={token.kind}>
            {wordsOf(token)}
            <button
              type="button"
              class="plain"
              aria-label={texts.remove(wordsOf(token))}
              onClick={() => {
                input.current?.focus();
                set(withoutToken(filters, token));
              }}
            >
              <Icon name="close" />
            </button>
          </span>
        ))}
        {begun.value !== undefined && <span class="token">{texts.begun(texts.kinds[begun.value])}</span>}
        <input
          ref={input}
          id="view-text"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-label={texts.search}
          aria-expanded={offered.length > 0}
          aria-controls="view-options"
          aria-autocomplete="list"
          aria-activedescendant={offered[active] === undefined ? undefined : `view-option-${active}`}
          placeholder={tokens.length === 0 && begun.value === undefined ? texts.placeholder : undefined}
          value={typed}
          onInput={event => {
            setOpen(true);
            type(event.currentTarget.value);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
        {(tokens.length > 0 || view.text !== '') && (
          <button
            type="button"
            class="plain"
            aria-label={texts.showAll}
            title={texts.showAll}
            onClick={() => {
              input.current?.focus();
              begun.value = undefined;
              set(withoutTokens(filters));
            }}
          >
            <Icon name="close" />
          </button>
        )}
        <div ref={list} id="view-options" role="listbox" aria-label={texts.suggestions} hidden={offered.length === 0}>
          {offered.map((one, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the field, which has the focus.
            <div
              key={`${one.kind} ${one.value}`}
              id={`view-option-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onMouseDown={event => event.preventDefault()}
              onClick={() => choose(one)}
            >
              {optionWords(one)}
            </div>
          ))}
        </div>
      </div>
      <PoliteStatus text={texts.shownHeard(shown)} />
    </search>
  );
}
