import type {FlowControl} from '../flows/control.ts';
import type {Store} from '../store.ts';
import {HandoverReport} from './HandoverReport.tsx';
import {Introduction} from './IntroductionForm.tsx';
import {RowItem} from './RowItem.tsx';

/** What is left for a person when a flow's steps are done: the rows that are not right yet, a text to copy, the end. */
export function FlowEnd({
  control,
  store,
  lastSegment,
}: {
  control: FlowControl;
  store: Store;
  lastSegment: string | undefined;
}) {
  const customer = control.checklist.value;
  const isOwnPage = customer === store;
  const open = customer?.open.value;
  const rows = customer?.rows.value.filter(({isInPlaybook}) => isInPlaybook) ?? [];
  const address = customer?.address.value;
  return (
    <>
      <h4>{open === 0 ? 'Everything is done' : 'What is left for you'}</h4>
      {customer !== undefined && !isOwnPage && (
        <ul class="rows">
          {rows.map(row => (
            <RowItem key={row.check.id} store={customer} row={row} lastSegment={lastSegment} />
          ))}
        </ul>
      )}
      {isOwnPage && open !== 0 && <p>The rows below show it.</p>}
      {control.flow.value.kind === 'from-another-csm' && <HandoverReport store={store} />}
      {control.flow.value.kind === 'new-customer' && customer !== undefined && <Introduction store={customer} />}
      <div class="actions">
        <button type="button" class="confirm" onClick={() => void control.end()}>
          Finish
        </button>
        {!isOwnPage && address !== undefined && <a href={address}>Open the project</a>}
      </div>
    </>
  );
}
