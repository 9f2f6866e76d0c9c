import {effect} from '@preact/signals-core';
import {type Means, onceThere, Stopped} from '../apply/means.ts';
import type {Change} from '../changes/change.ts';
import type {Checklist} from '../checklist/checklist.ts';
import type {Made} from '../checklist/made.ts';
import type {Row} from '../checklist/row.ts';
import {isRight} from '../customer/checks/check.ts';
import type {Fact} from '../facts/facts.ts';
import {GitLabError} from '../gitlab/errors.ts';
import {inTurn, type Said, said} from '../texts/said.ts';
import {RefusedCommit, type Step, type StepResult, type StepTools} from './run.ts';

/** A row of a checklist, which has it from the start. */
function rowOf(checklist: Checklist, id: string): Row {
  const row = checklist.rows.value.find(({check}) => check.id === id);
  if (row === undefined) throw new Error(`There is no row ${id}.`);
  return row;
}

/** The change that a row's own button would make, if that needs no answer. */
function ownChange({finding}: Row): Change | undefined {
  return finding?.fix?.kind === 'change' ? finding.fix.change : undefined;
}

/** The journal's entry of a change that was made, although the page was left before the step was done. */
async function lastEntry(checklist: Checklist, rowId: string): Promise<string | undefined> {
  await checklist.loadJournal();
  return checklist.journal.value?.find(({check, undo, undone}) => check === rowId && undo !== undefined && !undone)?.id;
}

/** Reads a row's facts again while GitLab does not find something of what it has just made. */
async function untilKnown(checklist: Checklist, rowId: string, isNew: Pick<Means, 'pause'>): Promise<void> {
  const isKnown = () => {
    const facts: Readonly<Record<string, Fact<unknown> | undefined>> = checklist.facts.value;
    return !rowOf(checklist, rowId).check.facts.some(name => {
      const fact = facts[name];
      return fact?.state === 'failed' && fact.problem.kind === 'missing';
    });
  };
  if (isKnown()) return;
  const reread = () => checklist.reread(new Set(rowOf(checklist, rowId).check.facts)).then(isKnown);
  await onceThere(isNew, reread, known => known);
}

export interface RowStepOptions {
  readonly id: string;
  readonly title: string;
  readonly after: readonly string[];
  /** The row whose change is made; the step's id by default. */
  readonly row?: string;
  /** The checklist of the project, after it was read. */
  readonly checklist: () => Promise<Checklist>;
  /** Whether the change is asked for even where the row is right. */
  readonly always?: boolean;
  /** The change; the row's own by default. Undefined where there is nothing to do. */
  readonly changeOf?: (checklist: Checklist) => Promise<Change | undefined>;
  /** Where the project was made a moment ago, so that GitLab may not find all of it yet: how to wait. */
  readonly isNew?: Pick<Means, 'pause'>;
  /** What of the step cannot be done, one sentence each. */
  readonly leftOf?: (checklist: Checklist) => readonly Said[];
}

/** A step that is done when a row is right, and otherwise makes a change that puts it right. */
export function rowStep({
  id,
  title,
  after,
  row: rowId = id,
  checklist: read,
  always = false,
  changeOf,
  isNew,
  leftOf = () => [],
}: RowStepOptions): Step {
  return {
    id,
    title,
    after,
    canSkip: true,
    async run({wasSent, sending, onProgress, isStopped}: StepTools): Promise<StepResult> {
      const checklist = await read();
      if (isNew) await untilKnown(checklist, rowId, isNew);
      const row = rowOf(checklist, rowId);
      const {finding} = row;
      const isDone = !always && isRight(finding?.verdict);
      // After a try that was left in the middle, the files and the row tell what is still to do.
      const left = wasSent ? [] : leftOf(checklist);
      const change = isDone ? undefined : changeOf ? await changeOf(checklist) : ownChange(row);
      if (change === undefined) {
        if (isDone || changeOf)
          return {left, made: wasSent, entry: wasSent ? await lastEntry(checklist, rowId) : undefined};
        throw new GitLabError('invalid', finding?.evidence ?? said('flows.rowNotRead'));
      }
      await sending(true);
      const follow = effect(() => {
        const words = rowOf(checklist, rowId).progress?.words;
        if (words === undefined) return;
        onProgress(words);
        if (isStopped()) checklist.stop(row.check);
      });
      const attempt = () => checklist.make(row.check, change);
      const isThere = (made: Made) => made.isMade || !['missing', 'stale'].includes(made.problem?.kind ?? '');
      const made = await (isNew ? onceThere(isNew, attempt, isThere) : attempt()).finally(follow);
      if (!made.isMade) {
        const {problem} = made;
        if (problem === undefined) throw new GitLabError('unavailable', said('flows.rowBeingChanged'));
        // Not finished is not failed.
        if (problem.kind === 'running') throw new Stopped(inTurn(problem.words, problem.advice));
        if (problem.kind !== 'offline' && problem.kind !== 'unavailable') await sending(false);
        if ((problem.kind === 'rule' || problem.kind === 'taken') && 'message' in change) {
          throw new RefusedCommit(problem.kind, problem.words, {
            message: change.message,
            branch: change.kind === 'merge-request' ? change.source : undefined,
          });
        }
        throw new GitLabError(problem.kind === 'not-kept' ? 'unavailable' : problem.kind, problem.words, 0, {
          advice: problem.advice,
        });
      }
      return {left: [...left, ...made.left], made: true, entry: made.entry?.id};
    },
  };
}
