import {useSignal} from '@preact/signals';
import type {ComponentChildren} from 'preact';
import {useEffect, useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {messageField} from '../../checklist/undo-words.ts';
import type {FlowControl} from '../../flows/controller.ts';
import {flowsTexts} from '../../texts/flows.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {useQuestion} from '../atoms/use-question.ts';
import {CommitFields, commitFault} from '../forms/CommitFields.tsx';

/** What taking a flow back will do, as sentences. */
function backWords({flow, steps, undone}: FlowControl): readonly string[] {
  const known = flow.value.steps;
  const isBackAlready = (id: string) => undone.value.has(known[id]?.entry ?? '');
  const made = steps.value.filter(({id}) => (known[id]?.made || known[id]?.sent) && !isBackAlready(id));
  const ids = made.map(({id}) => id);
  const group = known.group?.madeId === undefined ? uiFlowsTexts.wayOut.groupMayStay : uiFlowsTexts.wayOut.groupGoes;
  const project =
    known.project?.madeId === undefined ? uiFlowsTexts.wayOut.projectMayGo : uiFlowsTexts.wayOut.projectGoes;
  if (flow.value.kind !== 'new-customer') {
    return made.map(({id, title}) => {
      if (id === 'group') return group;
      return known[id]?.entry === undefined
        ? uiFlowsTexts.wayOut.stepStays(title)
        : uiFlowsTexts.wayOut.stepGoes(title);
    });
  }
  const isProject = ids.includes('project');
  return [
    ...(isProject ? [project] : []),
    ...(ids.includes('group') ? [group] : []),
    ...(isProject && ids.includes('members') ? [uiFlowsTexts.wayOut.peopleLoseAccess] : []),
  ];
}

/** What stays when a flow is given up, as sentences. */
function leaveWords({flow, steps}: FlowControl): readonly string[] {
  const made = steps.value.filter(({id}) => flow.value.steps[id]?.made || flow.value.steps[id]?.sent);
  return [...made.map(({title}) => uiFlowsTexts.wayOut.stepStays(title)), uiFlowsTexts.wayOut.restForgotten];
}

/** What the commits say that take something back. */
function CommitsBack({control, customer}: {control: FlowControl; customer: Checklist}) {
  useEffect(() => {
    void customer.loadJournal();
    void customer.texts.load();
  }, []);
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

interface SureProps {
  readonly sentences: readonly string[];
  readonly label: string;
  readonly isReady?: boolean;
  readonly children?: ComponentChildren;
  readonly onSure: () => void;
  readonly onCancel: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Sure({sentences, label, isReady = true, children, onSure, onCancel, onKeyDown}: SureProps) {
  const box = useRef<HTMLElement>(null);
  useOpeningFocus(() => box.current);
  return (
    <section class="form" aria-label={label} ref={box} tabIndex={-1} onKeyDown={onKeyDown}>
      <div class="preview">
        <h4>{uiFlowsTexts.whatWillHappen}</h4>
        <ul class="plan">
          {sentences.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      {children}
      <div class="actions">
        <button type="button" class="danger" aria-disabled={!isReady} onClick={() => void (isReady && onSure())}>
          {label}
        </button>
        <button type="button" onClick={onCancel}>
          {uiFlowsTexts.wayOut.cancel}
        </button>
      </div>
    </section>
  );
}

/** The two ways out of a flow that was begun, each after a second click: what it did is taken back, or stays. */
export function TakeBack({control, isOver}: {control: FlowControl; isOver: boolean}) {
  const asks = useSignal<'back' | 'leave' | undefined>(undefined);
  const asked = useRef(asks.value);
  const opener = useRef<HTMLButtonElement>(null);
  const sentences = backWords(control);
  const isUntouched = sentences.length === 0;
  const isRefused = control.flow.value.stage === 'back' && control.problem.value?.kind === 'rule';
  useEffect(() => {
    if (isRefused && !isUntouched) ask('back');
  }, [isRefused]);
  const ask = (what: 'back' | 'leave') => {
    asked.current = what;
    asks.value = what;
  };
  const close = () => {
    asks.value = undefined;
  };
  const {cancel, onKeyDown} = useQuestion(opener, true, close);
  const goBack = () => {
    close();
    void control.takeBack();
  };
  if (asks.value === 'back') {
    const customer = control.checklist.value;
    return (
      <Sure
        sentences={sentences}
        label={uiFlowsTexts.wayOut.takeBack}
        isReady={control.commitsBack.value.every(commit => commitFault(commit) === undefined)}
        onSure={goBack}
        onCancel={cancel}
        onKeyDown={onKeyDown}
      >
        {customer !== undefined && <CommitsBack control={control} customer={customer} />}
      </Sure>
    );
  }
  if (asks.value === 'leave') {
    return (
      <Sure
        sentences={leaveWords(control)}
        label={uiFlowsTexts.wayOut.leave}
        onSure={() => void control.end()}
        onCancel={cancel}
        onKeyDown={onKeyDown}
      />
    );
  }
  return (
    <div class="actions">
      <button
        ref={asked.current === 'back' ? opener : null}
        type="button"
        class="quiet"
        onClick={() => {
          if (isUntouched) goBack();
          else ask('back');
        }}
      >
        {isUntouched ? flowsTexts.backToForm : flowsTexts.takeAllBack}
      </button>
      {!isOver && (
        <button
          ref={asked.current === 'leave' ? opener : null}
          type="button"
          class="quiet"
          onClick={() => ask('leave')}
        >
          {uiFlowsTexts.wayOut.leaveAll}
        </button>
      )}
    </div>
  );
}
