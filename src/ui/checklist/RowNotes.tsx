import {useSignal} from '@preact/signals';
import {wasSo} from '../../checklist/making.ts';
import {isRight} from '../../customer/checks/check.ts';
import {say} from '../../texts/say.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {Details} from '../atoms/Details.tsx';
import {isMissed} from './early-press.ts';
import {formsOf, type OpenForm} from './open-form.ts';
import type {RowProps} from './use-row.ts';

const texts = uiChecklistTexts.row;

interface RowNotesProps extends RowProps {
  /** The form that stands open below the row. */
  readonly open: OpenForm | undefined;
}

/** What was found, as sentences; every offender is there when it is asked for. */
export function Evidence({checklist, row}: RowProps) {
  const isOpen = useSignal(false);
  const {finding, lastLook} = row;
  // Why a session ended is said once, at the top.
  if (finding === undefined || checklist.endedBy.value) return null;
  const {evidence, details} = finding;
  return (
    <>
      <p class="evidence">
        {say(evidence)}
        {(details ?? lastLook?.hasDetails) && (
          <>
            {' '}
            <button
              type="button"
              class="quiet"
              aria-expanded={isOpen.value}
              aria-label={texts.detailsOf(row.check.title)}
              onClick={() => {
                isOpen.value = !isOpen.value;
              }}
            >
              {texts.details}
            </button>
          </>
        )}
      </p>
      {details && (
        <div hidden={!isOpen.value}>
          <Details lines={details} />
        </div>
      )}
    </>
  );
}

/** What could not be read or done of a row, and how far its change is. */
export function RowNotes({checklist, row, open}: RowNotesProps) {
  const {check, finding, progress, problem} = row;
  const left = checklist.beside.value.get(check.id)?.unsaid(row.left) ?? row.left;
  const {told} = formsOf(checklist);
  const saysAll = open?.form === 'invite';
  const formSaysIt =
    saysAll ||
    (open !== undefined &&
      (problem?.kind === 'rule' || (open.form === 'files' && (told.value === 'awaited' || told.value === problem))));
  return (
    <>
      {isMissed(checklist, check.id) && (
        <p class="hint" role="status">
          {isRight(finding?.verdict) ? texts.missedDone : texts.missed}
        </p>
      )}
      {row.unconfirmed && (
        <div class="problem unconfirmed">
          <p>{texts.notRefreshed(say(row.unconfirmed.words))}</p>
        </div>
      )}
      {problem && !formSaysIt && (
        <div class="problem" role="alert">
          <p>{say(problem.words)}</p>
          <p>{say(problem.advice)}</p>
        </div>
      )}
      {left.length > 0 && !saysAll && (
        <div class="problem" role="alert">
          {left.some(({text}) => text !== wasSo.text) && (
            <p>{isRight(finding?.verdict) ? texts.doneBut : texts.partlyDone}</p>
          )}
          <Details lines={left.map(say)} />
        </div>
      )}
      {progress && (
        <div class="actions">
          <progress max={progress.all} value={progress.done} aria-label={check.title} />
          <span>{say(progress.words ?? texts.progress(progress.done, progress.all))}</span>
          <button type="button" onClick={() => checklist.stop(check)}>
            {texts.stop}
          </button>
        </div>
      )}
    </>
  );
}
