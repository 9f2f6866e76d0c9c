import type {Change} from '../changes/change.ts';
import type {ChangeWords} from '../changes/kinds/kind.ts';
import {touchedBy, wordsOfChange} from '../changes/kinds.ts';
import type {Check} from '../customer/checks/check.ts';
import {projectChecks} from '../customer/checks/index.ts';
import {checksWithoutAnswer} from '../customer/checks/without-answer.ts';
import type {FactName} from '../facts/facts.ts';
import {planTexts} from '../texts/checklist-plan.ts';
import {roleName} from '../texts/gitlab.ts';
import {say} from '../texts/say.ts';
import type {Checklist} from './checklist.ts';
import {lockedBy} from './refused.ts';
import {changeWithoutAnswer} from './without-answer.ts';

/** A checklist whose changes are planned. */
export interface Target {
  readonly checklist: Checklist;
  /** What the customer is called among several; undefined for the one whose rows are in sight. */
  readonly title?: string;
}

/** One change that is to be made. */
export interface PlannedChange extends Target {
  readonly check: Check;
  readonly change: Change;
  readonly words: ChangeWords;
  /** Other checklists that it puts right too, because their projects lie in the same group. */
  readonly sharers: readonly Checklist[];
}

/** What was found out about one checklist. */
export interface Look {
  readonly changes: readonly PlannedChange[];
  /** What cannot be done or told, one sentence each. */
  readonly left: readonly string[];
}

const ofMany = checksWithoutAnswer(projectChecks, 'many');
/** What those rows look at, the role that it takes, and what people said of them: a waived row is left alone. */
const needed = new Set<FactName>([...ofMany.flatMap(({facts}) => facts), 'project', 'role', 'record']);

/** Finds what can be done without an answer, as the rows stand. */
function changesIn(target: Target, checks: readonly Check[]): Look {
  const {checklist, title} = target;
  const changes: PlannedChange[] = [];
  const left: string[] = [];
  const tell = (words: string) => left.push(title === undefined ? words : planTexts.ofCustomer(title, words));
  for (const {id} of checks) {
    const row = checklist.rows.value.find(({check}) => check.id === id);
    if (row?.finding === undefined) continue;
    const {check, finding} = row;
    if (finding.verdict === 'unknown') tell(planTexts.notTold(check.title, say(finding.evidence)));
    if (id === 'group-visibility' && finding.verdict === 'fail' && lockedBy(checklist.facts.value).group) {
      tell(planTexts.groupIsGoing(check.failureTitle));
    }
    if (finding.verdict !== 'fail' || finding.fix?.kind !== 'change') continue;
    const lacking = checklist.lacksRole(finding.fix);
    const fix = changeWithoutAnswer(row, {rows: checklist.rows.value, lacksRole: checklist.lacksRole});
    if (fix) changes.push({...target, check, change: fix.change, words: wordsOfChange(fix.change), sharers: []});
    else if (lacking) tell(planTexts.takesRole(check.failureTitle, roleName(lacking.needed)));
    else tell(planTexts.rowBecause(check.failureTitle, say(finding.evidence)));
  }
  return {changes, left};
}

/** Finds what can be done without an answer for the one checklist that is in sight: its rows say what is left, and why. */
export function lookAtOne(checklist: Checklist): Look {
  const checks = checklist.rows.value.map(({check}) => check);
  return {...changesIn({checklist}, checksWithoutAnswer(checks, 'one')), left: []};
}

/** The same for one of many, after reading what its rows look at. */
export async function lookAtOneOfMany(target: Target): Promise<Look> {
  const {checklist, title = checklist.place.path} = target;
  await checklist.reread(needed);
  const {project, record} = checklist.facts.value;
  for (const fact of [project, record]) {
    if (fact !== undefined && fact.state !== 'known') {
      return {changes: [], left: [planTexts.customerNotRead(title, say(fact.problem.words))]};
    }
  }
  // GitLab leads from the address of a deleted project to what is left of it.
  if (project?.state === 'known' && project.value.markedForDeletionOn !== undefined) {
    return {changes: [], left: [planTexts.waitsForDeletion(title)]};
  }
  return changesIn(target, ofMany);
}

/** All changes of some checklists: that of a group which several lie in is there once. */
export function changesOf(looks: readonly Look[]): PlannedChange[] {
  const ofGroups = new Map<number, Checklist[]>();
  return looks.flatMap(({changes}) =>
    changes.flatMap(planned => {
      const {change, checklist} = planned;
      if (change.kind !== 'group-visibility') return [planned];
      const sharers = ofGroups.get(change.groupId);
      if (sharers !== undefined) {
        sharers.push(checklist);
        return [];
      }
      const others: Checklist[] = [];
      ofGroups.set(change.groupId, others);
      return [{...planned, sharers: others}];
    }),
  );
}

/** What is not done of many, and why, one sentence each; those that need nothing are counted. */
export function leftOf(looks: readonly Look[]): string[] {
  const right = looks.filter(({changes, left}) => changes.length === 0 && left.length === 0).length;
  const sentences = new Set(looks.flatMap(({left}) => left));
  if (right > 0) sentences.add(planTexts.needNothing(right));
  return [...sentences];
}

/** Changes in the order in which they are made: in each turn by checklist, one checklist's one after the other. What has no turn is first. */
function turnsOf<Planned extends PlannedChange>(changes: readonly Planned[]): Planned[][][] {
  return ([1, 2, 3] as const).map(turn => {
    const byChecklist = new Map<Checklist, Planned[]>();
    for (const planned of changes) {
      if ((planned.check.withoutAnswer?.turn ?? 1) !== turn) continue;
      byChecklist.set(planned.checklist, [...(byChecklist.get(planned.checklist) ?? []), planned]);
    }
    return [...byChecklist.values()];
  });
}

/** Turns that come one after the other. Each is of lists that are gone through at the same time, a few of them. */
export type Track<Planned> = readonly (readonly (readonly Planned[])[])[];

/**
 * What is made one after the other, and what beside it. Of many checklists one change of each is under way at a time; of the one in
 * sight, all that does not rest on another change.
 *
 * @param isBack whether the changes are taken back, the last first
 */
export function tracksOf<Planned extends PlannedChange>(
  changes: readonly Planned[],
  isBack: boolean,
): Track<Planned>[] {
  const turns = turnsOf(isBack ? [...changes].reverse() : changes);
  const isOne = changes.every(({title}) => title === undefined);
  const own = isOne ? turns.slice(0, -1) : turns;
  const beside = isOne ? (turns.at(-1) ?? []).flat().map(change => [change]) : [];
  return [isBack ? own.reverse() : own, [beside]];
}

/** Has the checklists that share a change read again what it touched. */
export async function rereadSharers({sharers, change}: PlannedChange): Promise<void> {
  await Promise.all(sharers.map(checklist => checklist.reread(new Set(touchedBy(change)))));
}
