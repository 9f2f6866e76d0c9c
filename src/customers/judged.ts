import {judge} from '../checklist/judge.ts';
import type {Check} from '../customer/checks/check.ts';
import {customerName} from '../customer/checks/customer.ts';
import {projectChecks} from '../customer/checks/index.ts';
import type {FactName, FactSheet} from '../facts/facts.ts';
import type {CustomerRecord} from '../facts/record.ts';
import type {Project} from '../gitlab/model/model.ts';
import {type Problem, passes} from '../gitlab/model/problem.ts';
import type {Workspace} from '../workspace/workspace.ts';
import type {CustomerResult} from './result.ts';
import {shownIn} from './shown.ts';

/** What the list of projects tells of a customer. */
export function namesOf(project: Project, workspace: Workspace): Omit<CustomerResult, 'findings'> {
  const {id, name, path, webUrl, lastActivityAt, updatedAt} = project;
  const customer = customerName(project, workspace) ?? name;
  return {
    id,
    name,
    customer,
    path,
    webUrl,
    ...(lastActivityAt === undefined ? {} : {lastActivityAt}),
    ...(updatedAt === undefined ? {} : {lastChangeAt: updatedAt}),
  };
}

/** What people said of a customer, in short. */
export function remarksOf({ticks, waivers, playbook}: CustomerRecord): string {
  const said = (remarks: CustomerRecord['ticks']) => Object.entries(remarks).map(([id, {at}]) => `${id} ${at}`);
  return JSON.stringify([said(ticks), said(waivers), playbook ?? '']);
}

/** What the checks say of a project's facts, as far as they can; nothing before it is known what people said of its rows. */
export function findingsOf(facts: FactSheet, workspace: Workspace): CustomerResult['findings'] {
  if (facts.record === undefined) return {};
  const found = projectChecks.flatMap(check => {
    const finding = judge(check, facts, workspace);
    return finding ? [{check, finding}] : [];
  });
  const shown = shownIn(found, facts);
  return Object.fromEntries(
    found.map(({check, finding: {verdict, evidence}}) => [check.id, {verdict, evidence, ...shown(check)}]),
  );
}

/** Why a fact could not be read, where that passes. */
export function troubleOf(facts: FactSheet, name: FactName): Problem | undefined {
  const fact = facts[name];
  return fact !== undefined && fact.state !== 'known' && passes(fact.problem.kind) ? fact.problem : undefined;
}

/** Whether trouble that passes was in the way of a check. */
export function isTroubled(check: Check, facts: FactSheet): boolean {
  return check.facts.some(name => troubleOf(facts, name));
}

/** The findings of now; where trouble that passes was in the way of a row, what was known of it before. */
export function findingsOver(
  before: CustomerResult['findings'],
  facts: FactSheet,
  workspace: Workspace,
): CustomerResult['findings'] {
  const findings = findingsOf(facts, workspace);
  const kept = projectChecks
    .filter(check => isTroubled(check, facts))
    .flatMap(({id}) => (before[id] ? [[id, before[id]] as const] : []));
  return {...findings, ...Object.fromEntries(kept)};
}
