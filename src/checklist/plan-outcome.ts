import type {Change} from '../changes/change.ts';
import type {JournalEntry} from '../changes/journal.ts';
import {wordsOfChange} from '../changes/kinds.ts';
import {endsSession, type Problem} from '../gitlab/model/problem.ts';
import {planTexts} from '../texts/checklist-plan.ts';
import {inTurn, type Said} from '../texts/said.ts';
import {say} from '../texts/say.ts';
import type {PlannedChange} from './plan-look.ts';
import type {Outcome, OwnItem, PlanResult} from './planned.ts';
import {changeWithoutAnswer} from './without-answer.ts';

/** Why a change did not work, and what to do next. */
function reasonOf({checklist}: PlannedChange, problem: Problem | undefined): string | undefined {
  if (!checklist.checkAlive()) return planTexts.updated;
  return problem && say(inTurn(problem.words, problem.advice));
}

/** What a plan made of one change and what can still be taken back, the last first: what was tried again has several. */
export function openEntries({checklist, check, entries}: OwnItem): readonly JournalEntry[] {
  const last = checklist.rows.value.find(row => row.check === check)?.done?.id;
  const kept = checklist.journal.value ?? [];
  const isOpen = ({id}: JournalEntry) => id === last || kept.some(entry => entry.id === id && !entry.undone);
  return entries.value.filter(isOpen).reverse();
}

/**
 * Makes one change of a plan, or what is left of it.
 *
 * @param onEnded told where the session has ended: whatever came next would fail for the same reason
 */
export async function makePlanned(item: OwnItem, isStopped: () => boolean, onEnded: () => void): Promise<Outcome> {
  const before = openEntries(item).toReversed();
  const change = item.entries.peek().length > 0 ? restOf(item) : item.change;
  const made = await item.checklist.make(item.check, change);
  if (!made.isMade && made.problem && endsSession(made.problem.kind)) onEnded();
  const all = [...before, made.earlier, made.isMade ? made.entry : undefined].filter(entry => entry !== undefined);
  item.entries.value = all;
  const isSome = all.length > 0;
  if (!made.isMade) return {result: isSome ? 'partly' : 'failed', reason: reasonOf(item, made.problem)};
  if (made.left.length === 0) return {result: isSome ? 'done' : 'as-was'};
  return {result: isSome ? 'partly' : isStopped() ? 'stopped' : 'failed', reason: say(inTurn(...made.left))};
}

/** Takes one change of a plan back. @param before how it ended; that stays so where it can't be taken back */
export async function takeBackPlanned(item: OwnItem, before: PlanResult): Promise<Outcome> {
  const entries = openEntries(item);
  const left: Said[] = [];
  const refused: string[] = [];
  for (const entry of entries) {
    const made = await item.checklist.undoEntry(entry);
    if (made.isMade) left.push(...made.left);
    else refused.push(notTakenBack(reasonOf(item, made.problem)));
  }
  if (entries.length === 0) refused.push(notTakenBack(undefined));
  const reasons = [...(left.length > 0 ? [say(inTurn(...left))] : []), ...refused];
  if (reasons.length === 0) return {result: 'undone'};
  return {result: refused.length < entries.length ? 'partly-undone' : before, reason: reasons.join(' ')};
}

const notTakenBack = (why: string | undefined) =>
  why === undefined ? planTexts.notTakenBack : planTexts.notTakenBackBecause(why);

/** The change of a row as it would make it now: what GitLab has was read again since. Undefined where there is none of its kind left. */
export function changeNow({checklist, check, change: before}: PlannedChange): Change | undefined {
  const row = checklist.rows.value.find(one => one.check.id === check.id);
  const fix = row && changeWithoutAnswer(row, {rows: checklist.rows.value, lacksRole: checklist.lacksRole});
  return fix?.change.kind === before.kind ? fix.change : undefined;
}

/** A change that failed as its item would make it now. */
export function asNow<Planned extends PlannedChange>(planned: Planned): Planned {
  const change = changeNow(planned);
  return change === undefined ? planned : {...planned, change, words: wordsOfChange(change)};
}

/** What is left of a change that was done in part, and nothing that was not shown with it. */
function restOf(item: OwnItem): Change {
  const {change} = item;
  const now = changeNow(item);
  if (change.kind !== 'subscriptions' || now?.kind !== 'subscriptions') return change;
  const open = new Set(now.labels.map(({id}) => id));
  const labels = change.labels.filter(({id}) => open.has(id));
  return labels.length > 0 ? {...change, labels} : change;
}
