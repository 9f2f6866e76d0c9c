import {changeWords} from '../../customers/change.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import {completeWords, type Summary} from '../../customers/view.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import {ReadingStatus} from './ReadingStatus.tsx';

/** What is said of all customers together, in one line: how many there are, how many are complete, what changed, how many are shown. */
export function StatusLine({customers, summary}: {customers: Portfolio; summary: Summary}) {
  const known = customers.customers.value.length;
  const shown = customers.shown.value.length;
  const changed = changeWords(customers.change.value);
  return (
    <div class="status">
      <ReadingStatus customers={customers} />
      {known > 0 && summary.customers > 0 && <p>{completeWords(summary.complete, summary.read)}</p>}
      {changed !== undefined && <p>{changed}</p>}
      {shown > 0 && shown < known && <p>{uiCustomersTexts.view.shown(shown)}</p>}
    </div>
  );
}
