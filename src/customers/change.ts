import {isRight} from '../customer/checks/check.ts';
import {customersTexts} from '../texts/customers.ts';
import {dayAndTime} from '../texts/dates.ts';
import {remembered} from './memo.ts';
import {type CustomerResult, counts} from './result.ts';

/** What is otherwise than at the last reading. */
export interface ScanChange {
  /** Date and time (ISO) of the last reading; undefined where there was none. */
  readonly since: string | undefined;
  /** Rows that became right. */
  readonly better: number;
  /** Rows that became open. */
  readonly worse: number;
  /** Customers that are there now and were not. */
  readonly added: number;
  /** Customers that are not there any more. */
  readonly gone: number;
}

/** How many rows of a customer became right, and how many open. */
interface RowsChanged {
  readonly better: number;
  readonly worse: number;
}

const rowsChanged = remembered((customer: CustomerResult, former: CustomerResult): RowsChanged => {
  let better = 0;
  let worse = 0;
  for (const [id, {verdict}] of Object.entries(customer.findings)) {
    const was = former.findings[id]?.verdict;
    if (was === undefined || was === 'unknown' || verdict === 'unknown' || !counts(customer, id)) continue;
    if (isRight(was) === isRight(verdict)) continue;
    if (isRight(verdict)) better += 1;
    else worse += 1;
  }
  return {better, worse};
});

/** What changed between two states of the same group; what GitLab did not tell at one of them has not changed. */
export function changeOf(before: ReadonlyMap<number, CustomerResult>, after: readonly CustomerResult[]): ScanChange {
  let better = 0;
  let worse = 0;
  let found = 0;
  for (const customer of after) {
    const former = before.get(customer.id);
    if (former === undefined) continue;
    found += 1;
    if (former.readAt === undefined) continue;
    const changed = rowsChanged(customer, former);
    better += changed.better;
    worse += changed.worse;
  }
  const since = [...before.values()].reduce<string | undefined>(
    (latest, {readAt}) => (readAt !== undefined && readAt > (latest ?? '') ? readAt : latest),
    undefined,
  );
  if (since === undefined) return {since, better, worse, added: 0, gone: 0};
  return {since, better, worse, added: after.length - found, gone: before.size - found};
}

/** The same in words; undefined where nothing changed. */
export function changeWords({since, better, worse, added, gone}: ScanChange): string | undefined {
  const parts = [
    better > 0 ? customersTexts.becameRight(better) : '',
    worse > 0 ? customersTexts.becameOpen(worse) : '',
    added > 0 ? customersTexts.came(added) : '',
    gone > 0 ? customersTexts.went(gone) : '',
  ].filter(Boolean);
  if (since === undefined || parts.length === 0) return undefined;
  return customersTexts.changedSince(dayAndTime(since), parts);
}
