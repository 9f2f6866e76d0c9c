import type {CustomerResult} from '../../../src/customers/result.ts';
import {said} from '../../../src/texts/said.ts';
import {defaultWorkspace} from '../../../src/workspace/workspace.ts';

export const root = defaultWorkspace.root;

/** A customer in EMEA of which nothing was read. */
export function customer(id: number, name: string, more: Partial<CustomerResult> = {}): CustomerResult {
  return {
    id,
    name: `${name} Collaboration`,
    customer: name,
    path: `${root}/emea/${name.toLowerCase()}/collaboration`,
    webUrl: `https://gitlab.com/${id}`,
    findings: {},
    ...more,
  };
}

export const pass = {verdict: 'pass', evidence: said('texts.asKept', 'Right.')} as const;
const fail = {verdict: 'fail', evidence: said('texts.asKept', 'Not [right].')} as const;
const todo = {verdict: 'todo', evidence: said('texts.asKept', 'Ask.')} as const;

/** A complete one, in which a row of another playbook is open. */
export const acme = customer(1, 'Acme', {
  findings: {visibility: pass, readme: pass, 'handover-review': todo},
  readAt: '2026-11-20T10:00:00.000Z',
  lastActivityAt: '2026-11-01T00:00:00.000Z',
  isMine: true,
  playbook: 'new-customer',
});
/** One with nothing right. */
export const globex = customer(2, 'Globex', {
  path: `${root}/apac/globex/collaboration`,
  findings: {visibility: fail, readme: fail, introduced: todo, 'handover-review': todo},
  readAt: '2026-11-19T10:00:00.000Z',
  lastActivityAt: '2026-11-10T00:00:00.000Z',
  lastChangeAt: '2026-11-09T00:00:00.000Z',
  playbook: 'new-customer',
});
