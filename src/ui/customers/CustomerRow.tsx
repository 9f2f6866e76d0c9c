import {useMemo} from 'preact/hooks';
import {verdictWords} from '../../checklist/verdict-words.ts';
import {projectChecks} from '../../customer/checks/index.ts';
import {type CustomerResult, counts, progressOf} from '../../customers/result.ts';
import {day, dayAndTime} from '../../texts/dates.ts';
import {segmentName} from '../../texts/segment-names.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';

const texts = uiCustomersTexts.table;

interface CustomerRowProps {
  readonly customer: CustomerResult;
  readonly index: number;
  readonly segment: string;
  /** How long ago it was read, in words. */
  readonly age: string | undefined;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly onOpen: (id: number) => void;
  readonly onSelect: (id: number) => void;
}

/** The button that opens a customer's checklist, where the customer's row is in the page. */
export function customerButton(root: ParentNode | null, path: string): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-customer="${CSS.escape(path)}"] th button`) ?? null;
}

/** The cell of an item, likewise. */
export function customerCell(root: ParentNode | null, path: string, check: string): HTMLElement | null {
  const cell = `[data-customer="${CSS.escape(path)}"] td[data-check="${CSS.escape(check)}"]`;
  return root?.querySelector<HTMLElement>(cell) ?? null;
}

function When({iso, words}: {iso: string | undefined; words: string | undefined}) {
  if (iso === undefined) return null;
  return (
    <time dateTime={iso} title={dayAndTime(iso)}>
      {words}
    </time>
  );
}

/** One customer. Its cells are drawn anew only when they say something else: there are many of them. */
export function CustomerRow({customer, index, segment, age, isOpen, isSelected, onOpen, onSelect}: CustomerRowProps) {
  const {id, name, customer: title, path, findings, lastActivityAt, lastChangeAt, readAt} = customer;
  const {done, all} = progressOf(customer);
  return useMemo(
    () => (
      <tr aria-rowindex={index + 2} data-customer={path} class={isOpen ? 'open' : ''}>
        <td>
          <input type="checkbox" aria-label={texts.select(title)} checked={isSelected} onChange={() => onSelect(id)} />
        </td>
        <th scope="row" title={texts.whole(title, name)}>
          <button type="button" class="words" aria-expanded={isOpen} onClick={() => onOpen(id)}>
            {title}
          </button>
          <span class="second">{segmentName(segment)}</span>
        </th>
        <td>
          {readAt === undefined ? (
            <>
              <span aria-hidden="true">…</span>
              <span class="hidden">{texts.notRead}</span>
            </>
          ) : (
            texts.progress(done, all)
          )}
          <span class="second">
            <When iso={readAt} words={age} />
          </span>
        </td>
        {projectChecks.map(check => {
          const verdict = findings[check.id]?.verdict;
          const isApart = !counts(customer, check.id);
          return (
            <td key={check.id} class={isApart ? 'cell apart' : 'cell'} data-check={check.id} data-verdict={verdict}>
              {verdict && (isApart ? texts.apart : verdictWords[verdict])}
            </td>
          );
        })}
        <td>
          <When iso={lastActivityAt} words={lastActivityAt && day(lastActivityAt)} />
          <span class="second">
            <When iso={lastChangeAt} words={lastChangeAt && day(lastChangeAt)} />
          </span>
        </td>
      </tr>
    ),
    [customer, index, segment, age, isOpen, isSelected],
  );
}
