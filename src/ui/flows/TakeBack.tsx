import {useSignal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import type {OthersWork} from '../../apply/others-work.ts';
import type {Gain} from '../../changes/change.ts';
import type {FlowControl} from '../../flows/controller.ts';
import {flowsTexts} from '../../texts/flows.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {useQuestion} from '../atoms/use-question.ts';
import {endFlow} from './end-flow.ts';
import {Sure} from './Sure.tsx';
import {SureToTakeBack} from './SureToTakeBack.tsx';
import {backWords, leaveWords} from './way-out-words.ts';

/** The two ways out of a flow that was begun, each after a second click: what it did is taken back, or stays. */
export function TakeBack({control, isOver}: {control: FlowControl; isOver: boolean}) {
  const asks = useSignal<'back' | 'leave' | undefined>(undefined);
  const asked = useRef(asks.value);
  const opener = useRef<HTMLButtonElement>(null);
  const isUntouched = backWords(control).length === 0;
  // A commit wants other words, or something else is deleted by now than was shown.
  const isRefused =
    control.flow.value.stage === 'back' && ['rule', 'conflict'].includes(control.problem.value?.kind ?? '');
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
  const goBack = (shown?: OthersWork, gains?: readonly Gain[]) => {
    close();
    void control.takeBack(shown, gains);
  };
  if (asks.value === 'back') {
    return <SureToTakeBack control={control} onSure={goBack} onCancel={cancel} onKeyDown={onKeyDown} />;
  }
  if (asks.value === 'leave') {
    return (
      <Sure
        sentences={leaveWords(control)}
        label={uiFlowsTexts.wayOut.leave}
        onSure={box => void endFlow(control, box)}
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
