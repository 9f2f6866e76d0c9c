import type {FactSheet} from '../facts/facts.ts';
import type {Workspace} from '../workspace/workspace.ts';
import type {CustomerResult} from './result.ts';
import {findingsOf, remarksOf} from './scan.ts';

/**
 * What is known of a customer after its own checklist read some of its facts: of the others is known what was known. Findings
 * count only together with what people said of the rows, since a waived one is neither right nor wrong.
 *
 * @param playbook the playbook that applies, where the checklist knows it
 */
export function takenOver(
  before: CustomerResult,
  facts: FactSheet,
  playbook: string | undefined,
  workspace: Workspace,
): CustomerResult {
  const {record} = facts;
  if (record?.state !== 'known') return before;
  return {
    ...before,
    findings: {...before.findings, ...findingsOf(facts, workspace)},
    remarks: remarksOf(record.value),
    ...(playbook === undefined ? {} : {playbook}),
  };
}
