import {isRight, type Verdict} from '../customer/checks/check.ts';
import {customersTexts} from '../texts/customers.ts';
import {locateProject} from '../workspace/locate.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {remembered} from './memo.ts';
import {isMine} from './mine.ts';
import {type CustomerResult, counts, progressOf} from './result.ts';

/** What the table is sorted by. */
export type Column = 'name' | 'segment' | 'progress' | 'activity' | 'change' | 'read';

/** Which customers are shown, and in which order. */
export interface View {
  /** A part of the name or path. */
  readonly text: string;
  /** '' for all. */
  readonly segment: string;
  /** A check's id; '' for any. */
  readonly check: string;
  /** '' for all; with a check, its verdict; without one, customers in which any row has it. Only rows that count. */
  readonly verdict: Verdict | 'open' | '';
  /** Only the user's own: see {@link isMine}. */
  readonly mine: boolean;
  readonly sort: Column;
  readonly descending: boolean;
}

export const wholeView: View = {
  text: '',
  segment: '',
  check: '',
  verdict: '',
  mine: false,
  sort: 'name',
  descending: false,
};

/** What is shown before anybody asks for something else: the user's own customers. */
export const firstView: View = {...wholeView, mine: true};

/** Whether two views show the same, in the same order. */
export function isSameView(one: View, other: View): boolean {
  return (Object.keys(wholeView) as (keyof View)[]).every(part => one[part] === other[part]);
}

/** The segment of a customer, or what the place that it lies in is called. */
export const segmentOf = remembered((customer: CustomerResult, workspace: Workspace): string => {
  const place = locateProject(customer.path, workspace);
  return 'segment' in place ? place.segment : place.kind === 'pre-sales' ? 'pre-sales' : 'unsorted';
});

/** The segments that customers lie in, in the workspace's order; then what lies in none. */
export function segmentsOf(customers: readonly CustomerResult[], workspace: Workspace): string[] {
  const some = new Set(customers.map(customer => segmentOf(customer, workspace)));
  return [...workspace.segments, 'pre-sales', 'unsorted'].filter(segment => some.has(segment));
}

function fits(verdict: Verdict, wanted: View['verdict']): boolean {
  if (wanted === 'open') return verdict === 'fail' || verdict === 'todo' || verdict === 'unknown';
  return verdict === wanted;
}

/** Whether a view shows a customer. */
export function isShown(customer: CustomerResult, view: View, workspace: Workspace): boolean {
  const text = view.text.trim().toLowerCase();
  if (text !== '' && !`${customer.customer}\n${customer.name}\n${customer.path}`.toLowerCase().includes(text))
    return false;
  if (view.segment !== '' && segmentOf(customer, workspace) !== view.segment) return false;
  if (view.mine && !isMine(customer)) return false;
  if (view.verdict === '') return true;
  return Object.entries(customer.findings).some(
    ([id, {verdict}]) =>
      (view.check === '' || view.check === id) && counts(customer, id) && fits(verdict, view.verdict),
  );
}

/** What is said of all customers together. */
export interface Summary {
  readonly customers: number;
  readonly read: number;
  /** Customers in which every row is right or does not apply. */
  readonly complete: number;
  /** In how many a row is not done, by the check's id. */
  readonly open: ReadonlyMap<string, number>;
}

/** How many of those that were read are complete, as a sentence. */
export function completeWords(complete: number, read: number): string {
  if (read === 0) return customersTexts.noneRead;
  if (complete === 0) return customersTexts.noneComplete;
  if (complete === read) return customersTexts.allComplete(read);
  return customersTexts.someComplete(complete, read);
}

export function summaryOf(all: readonly CustomerResult[]): Summary {
  const read = all.filter(({readAt}) => readAt !== undefined);
  const open = new Map<string, number>();
  let complete = 0;
  for (const customer of read) {
    const {done, all: rows} = progressOf(customer);
    if (done === rows) complete += 1;
    for (const [id, {verdict}] of Object.entries(customer.findings))
      if (!isRight(verdict) && counts(customer, id)) open.set(id, (open.get(id) ?? 0) + 1);
  }
  return {
    customers: all.length,
    read: read.length,
    complete,
    open,
  };
}
