import {batch, useSignal} from '@preact/signals';
import {useEffect, useLayoutEffect, useRef} from 'preact/hooks';
import {projectChecks} from '../../customer/checks/index.ts';
import {ageInWords} from '../../customers/dates.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import {type Column, segmentOf} from '../../customers/view.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {afterPaint} from './after-paint.ts';
import {CustomerRow, customerButton} from './CustomerRow.tsx';
import {piecesOf, rowAfterKey} from './rows-in-sight.ts';

const texts = uiCustomersTexts.table;

/** Height of a row in px, which the style sheet has too: only rows in sight are there. */
const rowHeight = 40;
/** Rows beyond the sight, so that scrolling shows no gap. */
const beyond = 8;
/** Milliseconds after which it is said anew how long ago something was. */
const minute = 60_000;

interface CustomerTableProps {
  readonly customers: Portfolio;
  readonly workspace: Workspace;
  readonly openId: number | undefined;
  readonly onOpen: (id: number) => void;
}

const columns: readonly Column[] = ['name', 'segment', 'progress'];
const lastColumns: readonly Column[] = ['activity', 'change', 'read'];

const width = (column: Column) => <col key={column} class={column} />;

/** The path of the customer in whose row an event happened. */
function pathOf({target}: Event): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest('[data-customer]')?.getAttribute('data-customer') ?? undefined;
}

/** The customers, a row each, of which only those in sight are in the page, the open one, and the one that has the focus. */
export function CustomerTable({customers, workspace, openId, onOpen}: CustomerTableProps) {
  const scroller = useRef<HTMLElement>(null);
  const head = useRef<HTMLTableSectionElement>(null);
  const first = useSignal(0);
  // How many are in sight is measured once the head is there.
  const end = useSignal(0);
  /** Rows beyond the sight that are in the page: none after a leap, until those in sight were painted. */
  const around = useSignal(0);
  const now = useSignal(Date.now());
  /** Path of the customer whose row had the focus last. */
  const focused = useSignal<string | undefined>(undefined);
  /** Path of the customer whose row is to get it. */
  const wanted = useSignal<string | undefined>(undefined);
  /** Height in px of what is seen of the rows. */
  const seenHeight = () => (scroller.current?.clientHeight ?? 0) - (head.current?.offsetHeight ?? 0);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = () => {
      const row = Math.floor(element.scrollTop / rowHeight);
      batch(() => {
        if (Math.abs(row - first.value) > beyond) around.value = 0;
        first.value = row;
        end.value = Math.ceil((element.scrollTop + seenHeight()) / rowHeight);
      });
      // What gets the focus is not to be scrolled below the head.
      element.style.scrollPaddingTop = `${head.current?.offsetHeight ?? 0}px`;
    };
    look();
    element.addEventListener('scroll', look, {passive: true});
    const observer = new ResizeObserver(look);
    observer.observe(element);
    const clock = setInterval(() => {
      now.value = Date.now();
    }, minute);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
      clearInterval(clock);
    };
  }, []);
  useEffect(() => {
    if (end.value === 0 || around.value === beyond) return undefined;
    return afterPaint(() => {
      around.value = beyond;
    });
  }, [end.value, around.value]);
  useLayoutEffect(() => {
    if (wanted.value === undefined) return;
    customerButton(scroller.current, wanted.value)?.focus();
    wanted.value = undefined;
  }, [wanted.value]);
  const shown = customers.shown.value;
  const {selected, view} = customers;
  const areAll = shown.length > 0 && shown.every(({id}) => selected.value.has(id));
  const select = (id: number) => {
    const next = new Set(selected.value);
    if (!next.delete(id)) next.add(id);
    selected.value = next;
  };
  const indexOf = (path: string | undefined) =>
    path === undefined ? -1 : shown.findIndex(customer => customer.path === path);
  const onKeyDown = (event: KeyboardEvent) => {
    const element = scroller.current;
    const path = pathOf(event);
    if (!element || path === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const page = Math.floor(seenHeight() / rowHeight);
    const index = rowAfterKey(event.key, indexOf(wanted.value ?? path), page, shown.length);
    if (index === undefined) return;
    event.preventDefault();
    const top = index * rowHeight;
    element.scrollTop = Math.min(top, Math.max(element.scrollTop, top + rowHeight - seenHeight()));
    wanted.value = shown[index]?.path;
  };
  const heading = (column: Column) => {
    const {sort, descending} = view.value;
    const isSorted = sort === column;
    return (
      <th key={column} scope="col" aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : 'none'}>
        <button
          type="button"
          class="suggestion"
          onClick={() => {
            view.value = {...view.value, sort: column, descending: isSorted && !descending};
          }}
        >
          {texts.columns[column]}
          <span aria-hidden="true">{isSorted ? (descending ? ' ↓' : ' ↑') : ''}</span>
        </button>
      </th>
    );
  };
  const kept = [indexOf(focused.value), indexOf(wanted.value), shown.findIndex(({id}) => id === openId)];
  return (
    <section
      class="table"
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for those who scroll with keys.
      tabIndex={0}
      aria-label={texts.title}
      onKeyDown={onKeyDown}
      onFocusIn={event => {
        focused.value = pathOf(event) ?? focused.value;
      }}
    >
      <table aria-rowcount={shown.length + 1}>
        <colgroup>
          <col />
          {columns.map(width)}
          {projectChecks.map(({id}) => (
            <col key={id} class="cell" />
          ))}
          {lastColumns.map(width)}
        </colgroup>
        <thead ref={head}>
          <tr aria-rowindex={1}>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={texts.selectAll}
                checked={areAll}
                disabled={shown.length === 0}
                onChange={() => {
                  selected.value = areAll ? new Set() : new Set(shown.map(({id}) => id));
                }}
              />
            </th>
            {columns.map(heading)}
            {projectChecks.map(({id, title}) => (
              <th key={id} scope="col" class="cell" title={title}>
                <span class="short" aria-hidden="true">
                  {texts.checks[id] ?? title}
                </span>
                <span class="hidden">{title}</span>
              </th>
            ))}
            {lastColumns.map(heading)}
          </tr>
        </thead>
        <tbody>
          {piecesOf(shown.length, first.value - around.value, end.value + around.value, kept).map(piece => {
            if ('gap' in piece) {
              // Its key is of the row below it, so that no row changes its place among the others, which would take its focus.
              const key = `above ${shown[piece.before]?.id}`;
              // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row gets no focus.
              return <tr key={key} aria-hidden="true" style={{height: `${piece.gap * rowHeight}px`}} />;
            }
            const customer = shown[piece.index];
            if (customer === undefined) return null;
            const {id, readAt} = customer;
            return (
              <CustomerRow
                key={id}
                customer={customer}
                index={piece.index}
                segment={segmentOf(customer, workspace)}
                age={readAt && ageInWords(readAt, now.value)}
                isOpen={openId === id}
                isSelected={selected.value.has(id)}
                onOpen={onOpen}
                onSelect={select}
              />
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
