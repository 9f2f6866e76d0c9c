import {projectChecks} from '../../customer/checks/index.ts';
import {changeWords} from '../../customers/change.ts';
import {dateAndTime} from '../../customers/dates.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import {completeWords, summaryOf} from '../../customers/view.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';

const texts = uiCustomersTexts.overview;

/** Checks that are shown as bars. */
const mostBars = 6;

/** What is said of all customers together: how many are complete, which rows fail most, what changed since. */
export function Overview({customers}: {customers: Portfolio}) {
  const {read, complete, open} = summaryOf(customers.customers.value);
  const changed = changeWords(customers.change.value, dateAndTime);
  const titles = new Map(projectChecks.map(({id, failureTitle}) => [id, failureTitle]));
  const choose = (check: string) => {
    customers.view.value = {...customers.view.value, check, verdict: 'fail'};
  };
  return (
    <section class="overview" aria-label={texts.title}>
      <p>
        <strong>{completeWords(complete, read)}</strong>
        {changed && ` ${changed}`}
      </p>
      <ul class="bars">
        {open.slice(0, mostBars).map(([id, count]) => (
          <li key={id}>
            <button type="button" class="suggestion" onClick={() => choose(id)}>
              {titles.get(id) ?? id}
            </button>
            <span class="bar" aria-hidden="true">
              <span style={{width: `${(count / read) * 100}%`}} />
            </span>
            <span>{texts.openIn(count, read)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
