import type {Change} from '../changes/change.ts';
import type {ChangeWords} from '../changes/kinds/kind.ts';
import {touchedBy, wordsOfChange} from '../changes/kinds.ts';
import type {Checklist} from '../checklist/checklist.ts';
import {lockedBy} from '../checklist/refused.ts';
import type {Check} from '../customer/checks/check.ts';
import {projectChecks} from '../customer/checks/index.ts';
import type {FactName} from '../facts/facts.ts';
import {roleName} from '../gitlab/model/words.ts';
import type {CustomerResult} from './result.ts';

/**
 * Rows whose fix needs no answer, in the order in which one customer's are done, and in three turns for all of them: a group can
 * be private only when all of its projects are.
 */
const turns = [['visibility'], ['group-visibility'], ['team-access', 'notifications', 'labels']];
const rowsToFix = turns.flat();
/** What those rows look at, the role that it takes, and what people said of them: a waived row is left alone. */
const needed = new Set<FactName>([
  ...projectChecks.filter(({id}) => rowsToFix.includes(id)).flatMap(({facts}) => facts),
  'project',
  'role',
  'record',
]);

interface Looked {
  readonly customer: CustomerResult;
  readonly checklist: Checklist;
}

/** One change that is to be made. */
export interface PlannedChange extends Looked {
  /** What the customer is called here. */
  readonly title: string;
  readonly check: Check;
  readonly change: Change;
  readonly words: ChangeWords;
  /** Other customers that it puts right too, because they lie in the same group. */
  readonly sharers: readonly Looked[];
}

/** What was found out about one customer. */
export interface Look {
  readonly changes: readonly PlannedChange[];
  /** What cannot be done or told, one sentence each. */
  readonly left: readonly string[];
}

/** What customers are called, by the project's id: two projects of one customer are told apart by their own names. */
export function titlesOf(customers: readonly CustomerResult[]): ReadonlyMap<number, string> {
  const projects = new Map<string, number>();
  for (const {customer} of customers) projects.set(customer, (projects.get(customer) ?? 0) + 1);
  return new Map(
    customers.map(({id, customer, name}) => [
      id,
      (projects.get(customer) ?? 0) > 1 ? `${customer} (${name})` : customer,
    ]),
  );
}

/** Reads what a customer's rows look at, and finds what can be done without an answer. */
export async function lookAt(customer: CustomerResult, checklist: Checklist, title: string): Promise<Look> {
  await checklist.reread(needed);
  const {project, record} = checklist.facts.value;
  for (const fact of [project, record]) {
    if (fact !== undefined && fact.state !== 'known') {
      return {changes: [], left: [`${title}: could not be read. ${fact.problem.words}`]};
    }
  }
  // GitLab leads from the address of a deleted project to what is left of it.
  if (project?.state === 'known' && project.value.markedForDeletionOn !== undefined) {
    return {changes: [], left: [`${title}: the project waits for its deletion.`]};
  }
  const changes: PlannedChange[] = [];
  const left: string[] = [];
  for (const id of rowsToFix) {
    const row = checklist.rows.value.find(({check}) => check.id === id);
    if (row?.finding === undefined) continue;
    const {check, finding} = row;
    if (finding.verdict === 'unknown') left.push(`${title}: “${check.title}” cannot be told. ${finding.evidence}`);
    if (id === 'group-visibility' && finding.verdict === 'fail' && lockedBy(checklist.facts.value).group) {
      left.push(`${title}: ${check.failureTitle}. The group, or one above it, is archived or scheduled for deletion.`);
    }
    if (finding.verdict !== 'fail' || finding.fix?.kind !== 'change') continue;
    const {change, after} = finding.fix;
    const lacking = checklist.lacksRole(finding.fix);
    if (lacking === undefined && after !== undefined && !changes.some(planned => planned.check.id === after)) {
      left.push(`${title}: ${check.failureTitle}. ${finding.evidence}`);
    } else if (lacking === undefined) {
      changes.push({customer, checklist, title, check, change, words: wordsOfChange(change), sharers: []});
    } else {
      const role = roleName(lacking.needed);
      left.push(`${title}: ${check.failureTitle}. Changing that takes the role ${role}.`);
    }
  }
  return {changes, left};
}

/** All changes of some customers: that of a group which several lie in is there once. */
export function changesOf(looks: readonly Look[]): PlannedChange[] {
  const ofGroups = new Map<number, Looked[]>();
  return looks.flatMap(({changes}) =>
    changes.flatMap(planned => {
      const {change, customer, checklist} = planned;
      if (change.kind !== 'group-visibility') return [planned];
      const sharers = ofGroups.get(change.groupId);
      if (sharers !== undefined) {
        sharers.push({customer, checklist});
        return [];
      }
      const others: Looked[] = [];
      ofGroups.set(change.groupId, others);
      return [{...planned, sharers: others}];
    }),
  );
}

/** What is not done, and why, one sentence each; those that need nothing are counted. */
export function leftOf(looks: readonly Look[]): string[] {
  const right = looks.filter(({changes, left}) => changes.length === 0 && left.length === 0).length;
  const sentences = new Set(looks.flatMap(({left}) => left));
  if (right > 0) sentences.add(`${right === 1 ? 'One customer needs' : `${right} customers need`} nothing of this.`);
  return [...sentences];
}

/** Changes in the order in which they are made: in each turn by customer, one customer's one after the other. */
export function turnsOf<Planned extends PlannedChange>(changes: readonly Planned[]): Planned[][][] {
  return turns.map(rows => {
    const byCustomer = new Map<Checklist, Planned[]>();
    for (const planned of changes) {
      if (!rows.includes(planned.check.id)) continue;
      byCustomer.set(planned.checklist, [...(byCustomer.get(planned.checklist) ?? []), planned]);
    }
    return [...byCustomer.values()];
  });
}

/** Has the customers that share a change read again what it touched. */
export async function rereadSharers({sharers, change}: PlannedChange): Promise<void> {
  await Promise.all(sharers.map(({checklist}) => checklist.reread(new Set(touchedBy(change)))));
}
