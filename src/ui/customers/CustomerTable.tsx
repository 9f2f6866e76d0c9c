import {type Signal, useSignal} from '@preact/signals';
import {useEffect, useLayoutEffect, useRef} from 'preact/hooks';
import {projectChecks} from '../../customer/checks/index.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import {type Summary, segmentOf} from '../../customers/view.ts';
import {timeSince} from '../../texts/dates.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {useCellHint} from './CellHint.tsx';
import {CustomerRow, customerButton, customerCell} from './CustomerRow.tsx';
import {hintOf} from './hint-words.ts';
import {piecesOf, placeAfterKey, rowAfterKey} from './rows-in-sight.ts';
import {Columns, TableHead} from './TableHead.tsx';
import {rowHeight, useSight} from './use-sight.ts';
import {NoneShown} from './Whose.tsx';

/** Milliseconds after which it is said anew how long ago something was. */
const minute = 60_000;

interface CustomerTableProps {
  readonly customers: Portfolio;
  readonly summary: Summary;
  readonly workspace: Workspace;
  readonly openId: number | undefined;
  /** The place that is to get the focus; what holds the table gets it where that is not shown any more. */
  readonly wanted: Signal<Spot | undefined>;
  /** @param check the item to be shown of it; undefined for the customer's name */
  readonly onOpen: (id: number, check?: string) => void;
}

/** A place in the table: a customer's name, or a cell of that customer. */
export interface Spot {
  readonly path: string;
  readonly check: string | undefined;
}

/** Where in the table an event happened. */
function spotOf({target}: Event): Spot | undefined {
  if (!(target instanceof Element)) return undefined;
  const path = target.closest('[data-customer]')?.getAttribute('data-customer') ?? undefined;
  const check = target.closest('td[data-check]')?.getAttribute('data-check') ?? undefined;
  return path === undefined ? undefined : {path, check};
}

/** The customers, a row each, of which only those in sight are in the page, the open one, and the one that has the focus. */
export function CustomerTable({customers, summary, workspace, openId, wanted, onOpen}: CustomerTableProps) {
  const scroller = useRef<HTMLElement>(null);
  const head = useRef<HTMLTableSectionElement>(null);
  const {first, end, around, seenHeight} = useSight(scroller, head);
  const now = useSignal(Date.now());
  /** Path of the customer whose row had the focus last. */
  const focused = useSignal<string | undefined>(undefined);
  const shown = customers.shown.value;
  const {selected} = customers;
  const {watch, showFocused, hide, hint} = useCellHint('td[data-check], [data-head]', cell =>
    hintOf(cell, shown, summary),
  );
  useEffect(() => {
    const clock = setInterval(() => {
      now.value = Date.now();
    }, minute);
    return () => clearInterval(clock);
  }, []);
  // Something else may lie below the pointer now.
  useLayoutEffect(hide, [openId]);
  useLayoutEffect(() => {
    if (wanted.value === undefined) return;
    const {path, check} = wanted.value;
    const place =
      check === undefined ? customerButton(scroller.current, path) : customerCell(scroller.current, path, check);
    if (place && check !== undefined) place.tabIndex = -1;
    (place ?? scroller.current)?.focus();
    wanted.value = undefined;
  }, [wanted.value]);
  const select = (id: number) => {
    const next = new Set(selected.value);
    if (!next.delete(id)) next.add(id);
    selected.value = next;
  };
  const indexOf = (path: string | undefined) =>
    path === undefined ? -1 : shown.findIndex(customer => customer.path === path);
  const open = ({path, check}: Spot) => {
    const customer = shown[indexOf(path)];
    if (customer === undefined || check === undefined) return;
    hide();
    onOpen(customer.id, check);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const element = scroller.current;
    const from = spotOf(event);
    if (!element || from === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const {path, check} = wanted.value ?? from;
    if (check !== undefined && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      return open({path, check});
    }
    const place = projectChecks.findIndex(({id}) => id === check) + 1;
    const next = placeAfterKey(event.key, place, projectChecks.length + 1);
    const page = Math.floor(seenHeight() / rowHeight);
    const index = next === undefined ? rowAfterKey(event.key, indexOf(path), page, shown.length) : indexOf(path);
    const customer = index === undefined ? undefined : shown[index];
    if (index === undefined || customer === undefined) return;
    event.preventDefault();
    const top = index * rowHeight;
    element.scrollTop = Math.min(top, Math.max(element.scrollTop, top + rowHeight - seenHeight()));
    wanted.value = {path: customer.path, check: next === undefined ? check : projectChecks[next - 1]?.id};
  };
  const kept = [indexOf(focused.value), indexOf(wanted.value?.path), shown.findIndex(({id}) => id === openId)];
  return (
    <>
      <section
        class="table"
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for those who scroll with keys.
        tabIndex={0}
        aria-label={uiCustomersTexts.table.title}
        {...watch}
        onKeyDown={onKeyDown}
        onClick={event => {
          const spot = spotOf(event);
          if (spot) open(spot);
        }}
        onFocusIn={event => {
          focused.value = spotOf(event)?.path ?? focused.value;
          showFocused(event);
        }}
      >
        <table aria-rowcount={shown.length + 1}>
          <Columns />
          <TableHead customers={customers} summary={summary} head={head} />
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
                  age={readAt && timeSince(readAt, now.value)}
                  isOpen={openId === id}
                  isSelected={selected.value.has(id)}
                  onOpen={onOpen}
                  onSelect={select}
                />
              );
            })}
          </tbody>
        </table>
        {shown.length === 0 && <NoneShown customers={customers} />}
      </section>
      {hint}
    </>
  );
}
