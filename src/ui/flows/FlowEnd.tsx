import {useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Row} from '../../checklist/row.ts';
import {isRight} from '../../customer/checks/check.ts';
import type {FlowControl} from '../../flows/controller.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {RowItem} from '../checklist/RowItem.tsx';
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
  const rows = customer?.rows.value.filter(({isInPlaybook}) => isInPlaybook) ?? [];
  // A row that was open once stays where it is, so that it can be seen turn right, and be undone.
  const {current: wasOpen} = useRef(new Set<string>());
  for (const {check, finding} of rows) {
    if (finding !== undefined && !isRight(finding.verdict)) wasOpen.add(check.id);
  }
  const isLeft = ({check}: Row) => wasOpen.has(check.id);
  const item = (row: Row) => customer && <RowItem key={row.check.id} checklist={customer} row={row} />;
  const [left, right] = [rows.filter(isLeft), rows.filter(row => !isLeft(row))];
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
          <ul class="rows">{left.map(item)}</ul>
          {right.length > 0 && (
            <details>
              <summary>{uiFlowsTexts.end.moreRight(right.length)}</summary>
              <ul class="rows">{right.map(item)}</ul>
            </details>
          )}
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
