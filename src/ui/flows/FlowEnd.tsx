import type {Checklist} from '../../checklist/checklist.ts';
import type {FlowControl} from '../../flows/controller.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {Groups} from '../checklist/Groups.tsx';
import {LazyToast} from '../checklist/LazyToast.tsx';
import {Introduction} from '../forms/IntroductionForm.tsx';
import {HandoverReport} from './HandoverReport.tsx';

/**
 * What is left for a person when a flow's steps are done: the rows that are not right yet, a text to copy, the end.
 *
 * @param props.own the checklist of the page
 */
export function FlowEnd({control, own}: {control: FlowControl; own: Checklist}) {
  const customer = control.checklist.value;
  const isOwnPage = customer === own;
  const progress = customer?.progress.value;
  const address = customer?.address.value;
  return (
    <>
      <h4>
        {progress !== undefined && progress.done === progress.all
          ? uiFlowsTexts.end.allDone
          : uiFlowsTexts.end.whatIsLeft}
      </h4>
      {customer !== undefined && !isOwnPage && (
        <>
          <Groups checklist={customer} />
          <LazyToast checklist={customer} />
        </>
      )}
      {isOwnPage && progress?.done !== progress?.all && <p>{uiFlowsTexts.end.rowsBelow}</p>}
      {control.flow.value.kind === 'from-another-csm' && <HandoverReport checklist={own} />}
      {control.flow.value.kind === 'new-customer' && customer !== undefined && <Introduction checklist={customer} />}
      <div class="actions">
        <button type="button" class="confirm" onClick={() => void control.end()}>
          {uiFlowsTexts.end.finish}
        </button>
        {!isOwnPage && address !== undefined && <a href={address}>{uiFlowsTexts.end.openProject}</a>}
      </div>
    </>
  );
}
