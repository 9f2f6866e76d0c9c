import {remember} from '../../browser/preferences.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';

const texts = uiCustomersTexts.reading;

/** Days. */
const ages = [1, 7, 30, 0] as const;

/** After how long customers are read again in which nothing happened. */
export function Age({customers}: {customers: Portfolio}) {
  return (
    <div class="age">
      <label for="fresh-days">{texts.readAgain}</label>
      <select
        id="fresh-days"
        value={String(customers.freshDays.value)}
        onChange={event => {
          customers.freshDays.value = Number(event.currentTarget.value);
          void remember('fresh-days:1', customers.freshDays.value);
        }}
      >
        {ages.map(days => (
          <option key={days} value={String(days)}>
            {texts.ages[days]}
          </option>
        ))}
      </select>
    </div>
  );
}
