import {useSignal} from '@preact/signals';
import {useEffect, useMemo, useRef} from 'preact/hooks';
import {projectChecks} from '../../checks/index.ts';
import {verdictWords} from '../../panel/verdict-words.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import type {Portfolio} from '../portfolio.ts';
import {type CustomerResult, progressOf} from '../result.ts';
import {type Column, segmentOf} from '../view.ts';

/** Height of a row in px, which the style sheet has too: only rows in sight are there. */
const rowHeight = 40;
/** Rows beyond the sight, so that scrolling shows no gap. */
const beyond = 8;

interface CustomerTableProps {
  readonly customers: Portfolio;
  readonly workspace: Workspace;
  readonly openId: number | undefined;
  readonly onOpen: (id: number) => void;
}

interface CustomerRowProps {
  readonly customer: CustomerResult;
  readonly index: number;
  readonly segment: string;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly onOpen: (id: number) => void;
  readonly onSelect: (id: number) => void;
}

/** One customer. Its cells are drawn anew only when they say something else: there are many of them. */
function CustomerRow({customer, index, segment, isOpen, isSelected, onOpen, onSelect}: CustomerRowProps) {
  const {id, name, customer: title, path, findings, lastActivityAt, readAt} = customer;
  const {done, all} = progressOf(customer);
  return useMemo(
    () => (
      <tr aria-rowindex={index + 2} data-customer={path} class={isOpen ? 'open' : ''}>
        <td>
          <input type="checkbox" aria-label={`Select ${title}`} checked={isSelected} onChange={() => onSelect(id)} />
        </td>
        <th scope="row" title={name}>
          <button type="button" class="suggestion" aria-expanded={isOpen} onClick={() => onOpen(id)}>
            {title}
          </button>
        </th>
        <td>{segment}</td>
        <td>{readAt === undefined ? '…' : `${done} of ${all}`}</td>
        {projectChecks.map(check => {
          const verdict = findings[check.id]?.verdict;
          const words = verdict && verdictWords[verdict];
          return (
            <td key={check.id} class="cell" data-check={check.id} data-verdict={verdict} title={words}>
              {words && <span class="hidden">{words}</span>}
            </td>
          );
        })}
        <td>{lastActivityAt?.slice(0, 10)}</td>
        <td>{readAt?.slice(0, 16).replace('T', ' ')}</td>
      </tr>
    ),
    [customer, index, segment, isOpen, isSelected],
  );
}

const columns: readonly (readonly [Column, string])[] = [
  ['name', 'Customer'],
  ['segment', 'Segment'],
  ['progress', 'Done'],
];
const lastColumns: readonly (readonly [Column, string])[] = [
  ['activity', 'Last activity'],
  ['read', 'Read (UTC)'],
];

/** The customers, a row each, of which only those in sight are in the page. */
export function CustomerTable({customers, workspace, openId, onOpen}: CustomerTableProps) {
  const scroller = useRef<HTMLElement>(null);
  const sight = useSignal({top: 0, height: 600});
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = () => {
      sight.value = {top: element.scrollTop, height: element.clientHeight};
    };
    look();
    element.addEventListener('scroll', look, {passive: true});
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, []);
  const shown = customers.shown.value;
  const {top, height} = sight.value;
  const first = Math.max(0, Math.min(Math.floor(top / rowHeight), shown.length) - beyond);
  const last = Math.min(shown.length, Math.ceil((top + height) / rowHeight) + beyond);
  const {selected, view} = customers;
  const areAll = shown.length > 0 && shown.every(({id}) => selected.value.has(id));
  const select = (id: number) => {
    const next = new Set(selected.value);
    if (!next.delete(id)) next.add(id);
    selected.value = next;
  };
  const heading = ([column, words]: readonly [Column, string]) => {
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
          {words}
          <span aria-hidden="true">{isSorted ? (descending ? ' ↓' : ' ↑') : ''}</span>
        </button>
      </th>
    );
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for those who scroll with keys.
    <section class="table" ref={scroller} tabIndex={0} aria-label="Customers">
      <table aria-rowcount={shown.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <input
                type="checkbox"
                aria-label="Select all that are shown"
                checked={areAll}
                onChange={() => {
                  selected.value = areAll ? new Set() : new Set(shown.map(({id}) => id));
                }}
              />
            </th>
            {columns.map(heading)}
            {projectChecks.map(({id, title}) => (
              <th key={id} scope="col" class="cell" title={title}>
                <span>{id}</span>
              </th>
            ))}
            {lastColumns.map(heading)}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr style={{height: `${first * rowHeight}px`}} />}
          {shown.slice(first, last).map((customer, offset) => (
            <CustomerRow
              key={customer.id}
              customer={customer}
              index={first + offset}
              segment={segmentOf(customer, workspace)}
              isOpen={openId === customer.id}
              isSelected={selected.value.has(customer.id)}
              onOpen={onOpen}
              onSelect={select}
            />
          ))}
          {last < shown.length && <tr style={{height: `${(shown.length - last) * rowHeight}px`}} />}
        </tbody>
      </table>
    </section>
  );
}
