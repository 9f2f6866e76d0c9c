import {wordsOfChange} from '../changes/kinds.ts';
import {endsSession, type Problem} from '../gitlab/model/problem.ts';
import {planTexts} from '../texts/checklist-plan.ts';
import {inTurn} from '../texts/said.ts';
import {say} from '../texts/say.ts';
import type {PlannedChange} from './plan-look.ts';
import type {Outcome, PlanResult} from './planned.ts';
import {changeWithoutAnswer} from './without-answer.ts';

/** Why a change did not work, and what to do next. */
function reasonOf({checklist}: PlannedChange, problem: Problem | undefined): string | undefined {
  if (!checklist.checkAlive()) return planTexts.updated;
  return problem && say(inTurn(problem.words, problem.advice));
}

/**
 * Makes one change of a plan.
 *
 * @param onEnded told where the session has ended: whatever came next would fail for the same reason
 */
export async function makePlanned(
  item: PlannedChange,
  isStopped: () => boolean,
  onEnded: () => void,
): Promise<Outcome> {
  const made = await item.checklist.make(item.check, item.change);
  if (!made.isMade && made.problem && endsSession(made.problem.kind)) onEnded();
  if (!made.isMade) return {result: 'failed', reason: reasonOf(item, made.problem)};
  const {left, entry} = made;
  const canUndo = entry !== undefined;
  if (left.length === 0) return {result: canUndo ? 'done' : 'as-was'};
  return {result: canUndo ? 'partly' : isStopped() ? 'stopped' : 'failed', reason: say(inTurn(...left))};
}

/** Takes one change of a plan back. @param before how it ended; that stays so where it can't be taken back */
export async function takeBackPlanned(item: PlannedChange, before: PlanResult): Promise<Outcome> {
  const made = await item.checklist.undo(item.check);
  if (!made.isMade) {
    const why = reasonOf(item, made.problem);
    return {
      result: before,
      reason: why === undefined ? planTexts.notTakenBack : planTexts.notTakenBackBecause(why),
    };
  }
  return made.left.length === 0 ? {result: 'undone'} : {result: 'partly-undone', reason: say(inTurn(...made.left))};
}

/** A change that failed as its item would make it now: what GitLab has was read again since. */
export function asNow<Planned extends PlannedChange>(planned: Planned): Planned {
  const {checklist, check, change: before} = planned;
  const row = checklist.rows.value.find(one => one.check.id === check.id);
  const fix = row && changeWithoutAnswer(row, {rows: checklist.rows.value, lacksRole: checklist.lacksRole});
  if (fix?.change.kind !== before.kind) return planned;
  return {...planned, change: fix.change, words: wordsOfChange(fix.change)};
}
