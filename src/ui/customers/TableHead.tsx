import type {Ref} from 'preact';
import type {Check} from '../../customer/checks/check.ts';
import {projectChecks} from '../../customer/checks/index.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import type {Column, Summary} from '../../customers/view.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import {CheckIcon} from './check-icons.tsx';

const texts = uiCustomersTexts.table;

/** Columns of two lines each: before the items, and after them. */
const before: readonly (readonly Column[])[] = [
  ['name', 'segment'],
  ['progress', 'read'],
];
const after: readonly (readonly Column[])[] = [['activity', 'change']];

const shortOf = ({id, title}: Check) => texts.checks[id] ?? title;

/** The room that a word takes at most, in ch: capitals are wider than digits. */
const lengthOf = (word: string) => [...word].reduce((sum, letter) => sum + (/\p{Lu}/u.test(letter) ? 1.3 : 1), 0);

/** The widths of the columns: those of items are as wide as their longest word. */
export function Columns() {
  return (
    <colgroup>
      <col />
      {before.map(([column]) => (
        <col key={column} class={column} />
      ))}
      {projectChecks.map(check => (
        <col
          key={check.id}
          class="cell"
          style={{'--csm-word': String(Math.max(...shortOf(check).split(' ').map(lengthOf)))}}
        />
      ))}
      {after.map(([column]) => (
        <col key={column} class={column} />
      ))}
    </colgroup>
  );
}

interface TableHeadProps {
  readonly customers: Portfolio;
  readonly summary: Summary;
  readonly head: Ref<HTMLTableSectionElement>;
}

/** The heads, which stay in sight: words to sort by, and items, each with in how many customers it is not done. */
export function TableHead({customers, summary, head}: TableHeadProps) {
  const {selected, view} = customers;
  const shown = customers.shown.value;
  const areAll = shown.length > 0 && shown.every(({id}) => selected.value.has(id));
  const {sort, descending} = view.value;
  const heading = (columns: readonly Column[]) => (
    <th
      key={columns[0]}
      scope="col"
      aria-sort={columns.includes(sort) ? (descending ? 'descending' : 'ascending') : 'none'}
    >
      {columns.map(column => {
        const isSorted = sort === column;
        return (
          <button
            key={column}
            type="button"
            class="words"
            aria-pressed={isSorted}
            onClick={() => {
              view.value = {...view.value, sort: column, descending: isSorted && !descending};
            }}
          >
            {texts.columns[column]}
            <span aria-hidden="true">{isSorted ? (descending ? ' ↓' : ' ↑') : ''}</span>
          </button>
        );
      })}
    </th>
  );
  return (
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
        {before.map(heading)}
        {projectChecks.map(check => (
          <th key={check.id} scope="col" class="cell">
            <button
              type="button"
              class="item-head"
              data-head={check.id}
              aria-label={check.title}
              onClick={() => {
                view.value = {...view.value, check: check.id, verdict: 'open'};
              }}
            >
              <CheckIcon id={check.id} />
              <span class="word">{shortOf(check)}</span>
              <span class="count">{summary.open.get(check.id)}</span>
            </button>
          </th>
        ))}
        {after.map(heading)}
      </tr>
    </thead>
  );
}
