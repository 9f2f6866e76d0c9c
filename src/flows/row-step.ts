import {effect} from '@preact/signals-core';
import {assertSignedIn, type Means, onceThere, Stopped} from '../apply/means.ts';
import type {Change} from '../changes/change.ts';
import type {Checklist} from '../checklist/checklist.ts';
import type {Made} from '../checklist/made.ts';
import type {Row} from '../checklist/row.ts';
import {isRight} from '../customer/checks/check.ts';
import type {FactName} from '../facts/facts.ts';
import {errorOfProblem, GitLabError} from '../gitlab/errors.ts';
import {inTurn, type Said, said} from '../texts/said.ts';
import {type KnownFacts, knownFacts, readUnknown, whyUnknown} from './known-facts.ts';
import {RefusedCommit, type Step, type StepResult, type StepTools} from './run.ts';

/** A row of a checklist, which has it from the start. */
export function rowOf(checklist: Checklist, id: string): Row {
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

/** Why a row that is not right has no change of its own: a fact that it rests on is not known, or it is for a person to look at. */
function whyNoChange({finding, check}: Row, facts: Checklist['facts']['value']): GitLabError {
  const isKnown = finding !== undefined && finding.verdict !== 'unknown';
  const why = isKnown ? undefined : whyUnknown(facts, check.facts);
  if (why !== undefined || finding === undefined)
    return why ?? new GitLabError('unavailable', said('flows.rowNotRead'));
  const advice = isKnown ? said('flows.byHand advice') : said('flows.notTold advice');
  return new GitLabError('invalid', finding.evidence, 0, {advice});
}

/** What a step does instead of its row's own change. */
interface OwnWork<Names extends FactName> {
  /**
   * The facts that it is decided by. Where one of them cannot be read, the step fails with the reason: what is not known is never
   * taken for nothing to do.
   */
  readonly restsOn: readonly Names[];
  /** The change, by these facts alone; undefined where there is nothing to do. */
  readonly changeOf: (facts: KnownFacts<Names>, checklist: Checklist) => Promise<Change | undefined>;
  /** What of the step cannot be done, one sentence each; nothing by default. */
  readonly leftOf?: (facts: KnownFacts<Names>) => readonly Said[];
}

export interface RowStepOptions<Names extends FactName = never> {
  readonly id: string;
  readonly title: string;
  readonly after: readonly string[];
  /** The row whose change is made; the step's id by default. */
  readonly row?: string;
  /** The checklist of the project, after it was read. */
  readonly checklist: () => Promise<Checklist>;
  /** Whether the change is asked for even where the row is right. */
  readonly always?: boolean;
  /** What is done; the row's own change by default. */
  readonly own?: OwnWork<Names>;
  /** Where the project was made a moment ago, so that GitLab may not find all of it yet: how to wait. */
  readonly isNew?: Pick<Means, 'pause'>;
}

/** A step that is done when a row is right, and otherwise makes a change that puts it right. */
export function rowStep<Names extends FactName = never>({
  id,
  title,
  after,
  row: rowId = id,
  checklist: read,
  always = false,
  own,
  isNew,
}: RowStepOptions<Names>): Step {
  return {
    id,
    title,
    after,
    canSkip: true,
    rows: [rowId],
    async run({wasSent, sending, onProgress, isStopped}: StepTools): Promise<StepResult> {
      const checklist = await read();
      const known = own && (await knownFacts(checklist, own.restsOn, isNew));
      if (!own) await readUnknown(checklist, rowOf(checklist, rowId).check.facts, isNew);
      const row = rowOf(checklist, rowId);
      const isDone = !always && isRight(row.finding?.verdict);
      // After a try that was left in the middle, the files and the row tell what is still to do.
      const left = (!wasSent && known && own.leftOf?.(known)) || [];
      const toDo = () => (own && known ? own.changeOf(known, checklist) : ownChange(row));
      const change = isDone ? undefined : await toDo();
      if (change === undefined) {
        if (!isDone && !own) throw whyNoChange(row, checklist.facts.value);
        // Where somebody else has signed in since, what was read can be theirs.
        await assertSignedIn(checklist.means);
        return {left, made: wasSent, entry: wasSent ? await lastEntry(checklist, rowId) : undefined};
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
        throw errorOfProblem(problem);
      }
      return {left: [...left, ...made.left], made: true, entry: made.entry?.id};
    },
  };
}
