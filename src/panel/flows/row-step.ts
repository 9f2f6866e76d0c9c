import type {Change} from '../../changes/change.ts';
import {GitLabError} from '../../gitlab/errors.ts';
import type {Row, Store} from '../store.ts';
import type {Step, StepResult, StepTools} from './run.ts';

/** A row of a store, which has it from the start. */
function rowOf(store: Store, id: string): Row {
  const row = store.rows.value.find(({check}) => check.id === id);
  if (row === undefined) throw new Error(`There is no row ${id}.`);
  return row;
}

/** The change that a row's own button would make, if that needs no answer. */
function ownChange({finding}: Row): Change | undefined {
  return finding?.fix?.kind === 'change' ? finding.fix.change : undefined;
}

/** The journal's entry of a change that was made, although the page was left before the step was done. */
async function lastEntry(store: Store, rowId: string): Promise<string | undefined> {
  await store.loadJournal();
  return store.journal.value?.find(({check, undo, undone}) => check === rowId && undo !== undefined && !undone)?.id;
}

export interface RowStepOptions {
  readonly id: string;
  readonly title: string;
  readonly after: readonly string[];
  /** The row whose change is made; the step's id by default. */
  readonly row?: string;
  /** The checklist of the project, after it was read. */
  readonly checklist: () => Promise<Store>;
  /** Whether the change is asked for even where the row is right. */
  readonly always?: boolean;
  /** The change; the row's own by default. Undefined where there is nothing to do. */
  readonly changeOf?: (store: Store) => Promise<Change | undefined>;
  /** What of the step cannot be done, one sentence each. */
  readonly leftOf?: (store: Store) => readonly string[];
}

/** A step that is done when a row is right, and otherwise makes a change that puts it right. */
export function rowStep({
  id,
  title,
  after,
  row: rowId = id,
  checklist,
  always = false,
  changeOf,
  leftOf = () => [],
}: RowStepOptions): Step {
  return {
    id,
    title,
    after,
    canSkip: true,
    async run({wasSent, sending}: StepTools): Promise<StepResult> {
      const store = await checklist();
      const row = rowOf(store, rowId);
      const {finding} = row;
      const isRight = !always && (finding?.verdict === 'pass' || finding?.verdict === 'waived');
      // After a try that was left in the middle, the files and the row tell what is still to do.
      const left = wasSent ? [] : leftOf(store);
      const change = isRight ? undefined : changeOf ? await changeOf(store) : ownChange(row);
      if (change === undefined) {
        if (isRight || changeOf)
          return {left, made: wasSent, entry: wasSent ? await lastEntry(store, rowId) : undefined};
        throw new GitLabError('invalid', finding?.evidence ?? 'The row could not be read.');
      }
      await sending(true);
      if (!(await store.run(row.check, change))) {
        const {problem} = rowOf(store, rowId);
        if (problem === undefined) throw new GitLabError('unavailable', 'It is being changed already.');
        if (problem.kind !== 'offline' && problem.kind !== 'unavailable') await sending(false);
        throw new GitLabError(problem.kind === 'not-kept' ? 'unavailable' : problem.kind, problem.words);
      }
      const {left: notDone, done} = rowOf(store, rowId);
      return {left: [...left, ...notDone], made: true, entry: done?.id};
    },
  };
}
