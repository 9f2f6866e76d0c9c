import type {Check} from '../checks/check.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {type CustomerResult, progressOf} from './result.ts';
import {segmentOf} from './view.ts';

export type Format = 'csv' | 'json' | 'markdown';

/** A cell of a table that programs read: quoted, and never taken for a formula by a spreadsheet. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv(customers: readonly CustomerResult[], checks: readonly Check[], workspace: Workspace): string {
  const head = [
    'customer',
    'project',
    'path',
    'segment',
    'done',
    'of',
    ...checks.map(({id}) => id),
    'last activity',
    'read',
  ];
  const rows = customers.map(customer => {
    const {done, all} = progressOf(customer);
    return [
      customer.customer,
      customer.name,
      customer.path,
      segmentOf(customer, workspace),
      String(done),
      String(all),
      ...checks.map(({id}) => customer.findings[id]?.verdict ?? ''),
      customer.lastActivityAt ?? '',
      customer.readAt ?? '',
    ];
  });
  return [head, ...rows].map(row => row.map(cell).join(',')).join('\r\n');
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|#~]/g, '\\$&');
}

function markdown(customers: readonly CustomerResult[], checks: readonly Check[]): string {
  const lines = customers.flatMap(customer => {
    const {done, all} = progressOf(customer);
    const open = checks.filter(({id}) => {
      const verdict = customer.findings[id]?.verdict;
      return verdict !== undefined && verdict !== 'pass' && verdict !== 'waived';
    });
    return [
      `- [${all > 0 && done === all ? 'x' : ' '}] [${plain(customer.customer)}](${customer.webUrl}): ${done} of ${all}`,
      ...open.map(({id, failureTitle}) => `  - [ ] ${failureTitle}: ${plain(customer.findings[id]?.evidence ?? '')}`),
    ];
  });
  return `${lines.join('\n')}\n`;
}

/** Customers as a text for other programs, or for a checklist in an issue. */
export function exported(
  format: Format,
  customers: readonly CustomerResult[],
  checks: readonly Check[],
  workspace: Workspace,
): string {
  switch (format) {
    case 'csv':
      return csv(customers, checks, workspace);
    case 'json':
      return `${JSON.stringify(customers, undefined, 2)}\n`;
    case 'markdown':
      return markdown(customers, checks);
  }
}
