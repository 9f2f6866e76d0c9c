import type {Change} from '../../changes/change.ts';
import {GitLabError} from '../../gitlab/errors.ts';
import type {Row, Store} from '../store.ts';
import type {Step, StepResult} from './run.ts';

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
}: RowStepOptions): Step {
  return {
    id,
    title,
    after,
    canSkip: true,
    async run(): Promise<StepResult> {
      const store = await checklist();
      const row = rowOf(store, rowId);
      const {finding} = row;
      if (!always && (finding?.verdict === 'pass' || finding?.verdict === 'waived')) return {};
      const change = changeOf ? await changeOf(store) : ownChange(row);
      if (change === undefined) {
        if (changeOf) return {};
        throw new GitLabError('invalid', finding?.evidence ?? 'The row could not be read.');
      }
      if (!(await store.run(row.check, change))) {
        const {problem} = rowOf(store, rowId);
        throw new GitLabError(
          problem === undefined || problem.kind === 'not-kept' ? 'unavailable' : problem.kind,
          problem?.words ?? 'It is being changed already.',
        );
      }
      const {left, done} = rowOf(store, rowId);
      return {left, made: true, entry: done?.id};
    },
  };
}
