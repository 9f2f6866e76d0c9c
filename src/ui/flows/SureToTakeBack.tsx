import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {gainsOf} from '../../apply/move-access.ts';
import {type OthersWork, unknownWords} from '../../apply/others-work.ts';
import type {Gain} from '../../changes/change.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import {messageField} from '../../checklist/undo-words.ts';
import type {FlowControl} from '../../flows/controller.ts';
import {say} from '../../texts/say.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {CommitFields, commitFault} from '../forms/CommitFields.tsx';
import {MoveBackAccess} from '../forms/MoveBackAccess.tsx';
import {useMoveAccess} from '../forms/use-move-access.ts';
import {Sure} from './Sure.tsx';
import {backWords} from './way-out-words.ts';

/** What the commits say that take something back. */
function CommitsBack({control, customer}: {control: FlowControl; customer: Checklist}) {
  useEffect(() => void customer.texts.load(), []);
  return (
    <>
      {control.commitsBack.value.map(({check, entry, message}) => {
        const problem = customer.rows.value.find(row => row.check.id === check)?.problem;
        return (
          <CommitFields
            key={entry}
            prefix={`back-${check}`}
            message={message}
            onMessage={text => customer.texts.set(messageField(check, entry), text)}
            refusal={problem?.kind === 'rule' ? problem : undefined}
            isOpen={control.flow.value.stage === 'back'}
          />
        );
      })}
    </>
  );
}

/** Looks, while the question stands open, what others did in what is deleted as a whole; undefined until that is known. */
function useOthersWork(control: FlowControl): OthersWork | undefined {
  const work = useSignal<OthersWork | undefined>(undefined);
  useEffect(() => {
    let isOpen = true;
    void control.lookBack().then(found => {
      if (isOpen) work.value = found;
    });
    return () => {
      isOpen = false;
    };
  }, []);
  return work.value;
}

function Others({work}: {work: OthersWork | undefined}) {
  return (
    <div aria-live="polite">
      {work === undefined && <p>{uiFlowsTexts.wayOut.lookingAtOthers}</p>}
      {work?.state === 'failed' && <p>{say(unknownWords(work.problem))}</p>}
      {work?.state === 'known' && work.found.length > 0 && (
        <ul class="plan">
          {work.found.map(say).map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {work?.state === 'known' && work.found.length === 0 && work.marks.length > 0 && (
        <p>{uiFlowsTexts.wayOut.nothingCameIn}</p>
      )}
    </div>
  );
}

/** The move that is taken back with the rest, and whether that is known yet. */
function moveOf({flow, checklist}: FlowControl) {
  const id = flow.value.steps.location?.entry;
  if (id === undefined) return {isKnown: true, move: undefined};
  const journal = checklist.value?.journal.value;
  const entry = journal?.find(other => other.id === id);
  const move = entry?.undo?.kind === 'move-back' && !entry.undone ? entry.undo : undefined;
  return {isKnown: journal !== undefined, move};
}

interface SureToTakeBackProps {
  readonly control: FlowControl;
  /** @param shown what others did, and @param gains who gains access, as it was shown */
  readonly onSure: (shown: OthersWork | undefined, gains: readonly Gain[] | undefined) => void;
  readonly onCancel: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What taking a flow back will do, also to what others did and to who has access, and the second click for it. */
export function SureToTakeBack({control, onSure, onCancel, onKeyDown}: SureToTakeBackProps) {
  const customer = control.checklist.value;
  const deletesAll = control.flow.value.kind === 'new-customer';
  const work = useOthersWork(control);
  const {isKnown, move} = moveOf(control);
  const access = useMoveAccess(customer, move);
  useEffect(() => {
    if (customer !== undefined) void customer.loadJournal();
    else if (!isKnown) void control.open();
  }, []);
  const isShown = work !== undefined && isKnown && (move === undefined || access?.state === 'known');
  return (
    <Sure
      sentences={backWords(control)}
      details={
        <>
          {deletesAll && <Others work={work} />}
          {(move !== undefined || !isKnown) && (
            <MoveBackAccess access={access} from={move?.from.path ?? ''} to={move?.to.path ?? ''} />
          )}
        </>
      }
      label={uiFlowsTexts.wayOut.takeBack}
      isReady={isShown && control.commitsBack.value.every(commit => commitFault(commit) === undefined)}
      onSure={() => onSure(work, access && gainsOf(access))}
      onCancel={onCancel}
      onKeyDown={onKeyDown}
    >
      {customer !== undefined && <CommitsBack control={control} customer={customer} />}
    </Sure>
  );
}
