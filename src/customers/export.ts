import {plainMarkdown} from '../changes/plain-markdown.ts';
import {type Check, isRight, type Verdict} from '../customer/checks/check.ts';
import {customersTexts} from '../texts/customers.ts';
import {say} from '../texts/say.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {type CustomerResult, counts, progressOf} from './result.ts';
import {segmentOf} from './view.ts';

export type Format = 'csv' | 'json' | 'markdown';

/** A customer in an export as JSON. What is not known, or was not read yet, is left out. */
interface ExportedCustomer {
  readonly customer: string;
  /** The project's name. */
  readonly project: string;
  /** The project's full path. */
  readonly path: string;
  /** The segment's path below the root; `pre-sales` or `unsorted` where it lies in none. */
  readonly segment: string;
  /** Address of the project's page. */
  readonly url: string;
  /** How many rows are right or do not apply. */
  readonly done?: number;
  /** How many rows its playbook has. */
  readonly of?: number;
  /** The rows of its playbook, by the check's id. */
  readonly rows: Readonly<Record<string, {readonly verdict: Verdict; readonly evidence: string}>>;
  /** Dates and times (ISO). */
  readonly lastActivityAt?: string;
  readonly lastChangeAt?: string;
  readonly readAt?: string;
}

/** The rows that count for a customer, in the order of the checks. */
function rowsOf(customer: CustomerResult, checks: readonly Check[]) {
  return checks.flatMap(check => {
    const finding = customer.findings[check.id];
    if (finding === undefined || !counts(customer, check.id)) return [];
    return [{check, verdict: finding.verdict, evidence: say(finding.evidence)}];
  });
}

function exportedCustomer(customer: CustomerResult, checks: readonly Check[], workspace: Workspace): ExportedCustomer {
  const {done, all} = progressOf(customer);
  const {lastActivityAt, lastChangeAt, readAt} = customer;
  return {
    customer: customer.customer,
    project: customer.name,
    path: customer.path,
    segment: segmentOf(customer, workspace),
    url: customer.webUrl,
    ...(readAt === undefined ? {} : {done, of: all}),
    rows: Object.fromEntries(
      rowsOf(customer, checks).map(({check, verdict, evidence}) => [check.id, {verdict, evidence}]),
    ),
    ...(lastActivityAt === undefined ? {} : {lastActivityAt}),
    ...(lastChangeAt === undefined ? {} : {lastChangeAt}),
    ...(readAt === undefined ? {} : {readAt}),
  };
}

/** What is to be said of each row that is not right. */
function openOf(customer: CustomerResult, checks: readonly Check[]): string[] {
  return rowsOf(customer, checks).flatMap(({check, verdict, evidence}) => {
    if (isRight(verdict)) return [];
    return verdict === 'unknown'
      ? customersTexts.rowNotKnown(check.title, evidence)
      : customersTexts.rowOpen(check.failureTitle, evidence);
  });
}

/** A cell of a table that programs read: quoted, and never taken for a formula by a spreadsheet. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function csv(customers: readonly CustomerResult[], checks: readonly Check[], workspace: Workspace): string {
  const head = [
    ...['customer', 'project', 'path', 'segment', 'done', 'of', 'percent'],
    ...checks.map(({id}) => id),
    ...['open', 'last activity', 'last change', 'read'],
  ];
  const rows = customers.map(customer => {
    const {done, of, rows, ...said} = exportedCustomer(customer, checks, workspace);
    return [
      ...[said.customer, said.project, said.path, said.segment],
      ...[done, of, done === undefined || !of ? undefined : Math.round((done / of) * 100)].map(value => value ?? ''),
      ...checks.map(({id}) => rows[id]?.verdict ?? ''),
      openOf(customer, checks).join('\n'),
      ...[said.lastActivityAt, said.lastChangeAt, said.readAt].map(value => value ?? ''),
    ].map(String);
  });
  return [head, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('');
}

function markdown(customers: readonly CustomerResult[], checks: readonly Check[]): string {
  const lines = customers.flatMap(customer => {
    const {done, all} = progressOf(customer);
    const isRead = customer.readAt !== undefined;
    const isComplete = isRead && all > 0 && done === all;
    const progress = isRead ? customersTexts.progress(done, all) : customersTexts.notReadYet;
    return [
      `- [${isComplete ? 'x' : ' '}] [${plainMarkdown(customer.customer)}](${customer.webUrl}): ${progress}`,
      ...openOf(customer, checks).map(open => `  - [ ] ${plainMarkdown(open)}`),
    ];
  });
  return `${lines.join('\n')}\n`;
}

/** Customers as a text for other programs, or for a checklist in an issue. Rows of other playbooks are left out. */
export function exported(
  format: Format,
  customers: readonly CustomerResult[],
  checks: readonly Check[],
  workspace: Workspace,
): string {
  switch (format) {
    case 'csv':
      return csv(customers, checks, workspace);
    case 'json': {
      const all = customers.map(customer => exportedCustomer(customer, checks, workspace));
      return `${JSON.stringify(all, undefined, 2)}\n`;
    }
    case 'markdown':
      return markdown(customers, checks);
  }
}
