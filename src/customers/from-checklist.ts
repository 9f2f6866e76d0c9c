import type {Checklist} from '../checklist/checklist.ts';
import {projectChecks} from '../customer/checks/index.ts';
import {isSettled} from '../customer/playbooks/counted.ts';
import type {FactSheet} from '../facts/facts.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {findingsOver, isTroubled, namesOf, remarksOf} from './judged.ts';
import {mineOf} from './mine.ts';
import type {CustomerResult} from './result.ts';

/**
 * What is known of a customer after its own checklist read some of its facts: of the others is known what was known. Findings
 * count only together with what people said of the rows, since a waived one is neither right nor wrong.
 *
 * @param playbook the playbook that applies, where the checklist knows it
 * @param now date and time (ISO), from which on all of it counts as read where the checklist read all of it
 */
export function takenOver(
  before: CustomerResult,
  facts: FactSheet,
  playbook: string | undefined,
  workspace: Workspace,
  now: string,
): CustomerResult {
  const {record, today} = facts;
  if (record?.state !== 'known') return before;
  const found = findingsOver(before.findings, facts, workspace);
  const isWhole = projectChecks.every(check => found[check.id] && !isTroubled(check, facts));
  return {
    ...before,
    findings: {...before.findings, ...found},
    ...mineOf(facts, before),
    remarks: remarksOf(record.value),
    ...(playbook === undefined ? {} : {playbook}),
    // How old it is cannot be told without the day; by a playbook that somebody chose all counts.
    isSettled: today?.state === 'known' || record.value.playbook ? isSettled(facts) : (before.isSettled ?? false),
    ...(isWhole ? {readAt: now, isPartly: false} : {}),
  };
}

/**
 * What a project’s checklist knows of its customer; undefined until it knows the project and what people said of it.
 *
 * @param before what was known of it before, where trouble that passes is in the way of something
 */
export function resultOfChecklist(
  {facts, playbook, sources, checkedAt}: Checklist,
  before?: CustomerResult,
): CustomerResult | undefined {
  const {project, record} = facts.value;
  if (project?.state !== 'known' || record?.state !== 'known' || checkedAt.value === undefined) return undefined;
  const names = namesOf(project.value, sources.workspace);
  const listed = {findings: {}, ...(before?.path === names.path ? before : {}), ...names};
  return takenOver(listed, facts.value, playbook.value?.book.id, sources.workspace, checkedAt.value);
}
