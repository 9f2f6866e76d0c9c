import type {Checklist} from '../../checklist/checklist.ts';
import {wasSo} from '../../checklist/making.ts';
import type {Row} from '../../checklist/row.ts';
import {Details} from '../atoms/Details.tsx';
import type {OpenForm} from './open-form.ts';

interface RowNotesProps {
  readonly checklist: Checklist;
  readonly row: Row;
  /** The form that stands open below the row. */
  readonly open: OpenForm | undefined;
}

/** What a row says: what was found, what could not be read or done, and how far its change is. */
export function RowNotes({checklist, row, open}: RowNotesProps) {
  const {check, finding, progress, problem, left} = row;
  return (
    <>
      {finding ? <p class="evidence">{finding.evidence}</p> : <p class="evidence">Reading from GitLab…</p>}
      {finding?.details && !open && <Details lines={finding.details} />}
      {row.unconfirmed && (
        <div class="problem">
          <p>Couldn’t refresh this item. {row.unconfirmed.words}</p>
        </div>
      )}
      {problem && !(problem.kind === 'rule' && open) && (
        <div class="problem" role="alert">
          <p>{problem.words}</p>
          <p>{problem.advice}</p>
        </div>
      )}
      {left.length > 0 && (
        <div class="problem" role="alert">
          {left.some(words => words !== wasSo) && <p>Done, but note:</p>}
          <Details lines={left} />
        </div>
      )}
      {progress && (
        <div class="actions">
          <progress max={progress.all} value={progress.done} aria-label={check.title} />
          <span>{progress.words ?? `${progress.done} of ${progress.all}`}</span>
          <button type="button" onClick={() => checklist.stop(check)}>
            Stop
          </button>
        </div>
      )}
    </>
  );
}
