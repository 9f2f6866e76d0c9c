import type {FlowControl} from '../../flows/controller.ts';
import {linesOf, renamedFiles, seenIn} from '../../flows/handover.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {onConfirmKey} from '../atoms/confirm-key.ts';
import {LineList} from './LineList.tsx';
import {NoLines} from './NoLines.tsx';

/** Shows a handover's lines once more, where the files have changed since they were shown. */
export function LinesAgain({control}: {control: FlowControl}) {
  const flow = control.flow.value;
  const facts = control.checklist.value?.facts.value;
  if (flow.kind !== 'from-another-csm' || facts === undefined) return null;
  const files = renamedFiles(facts, flow.plan);
  const agree = () => void control.agreeToLines(seenIn(files));
  return (
    <section class="preview" aria-label={uiFlowsTexts.whatWillHappen} onKeyDown={onConfirmKey(agree)}>
      <h4>{uiFlowsTexts.whatWillHappen}</h4>
      {files.length === 0 ? <NoLines facts={facts} /> : <LineList lines={linesOf(files)} />}
      <div class="actions">
        <button type="button" class="confirm" onClick={agree}>
          {files.length === 0 ? uiFlowsTexts.goOn : uiFlowsTexts.linesAgain.commit}
        </button>
      </div>
    </section>
  );
}
