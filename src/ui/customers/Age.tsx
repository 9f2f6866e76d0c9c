import {remember} from '../../browser/preferences.ts';
import type {Portfolio} from '../../customers/portfolio.ts';

/** Days, and what they are called. */
const ages: readonly (readonly [number, string])[] = [
  [1, 'after a day'],
  [7, 'after a week'],
  [30, 'after a month'],
  [0, 'never'],
];

/** After how long customers are read again in which nothing happened. */
export function Age({customers}: {customers: Portfolio}) {
  return (
    <div class="age">
      <label for="fresh-days">Read unchanged ones again</label>
      <select
        id="fresh-days"
        value={String(customers.freshDays.value)}
        onChange={event => {
          customers.freshDays.value = Number(event.currentTarget.value);
          void remember('fresh-days:1', customers.freshDays.value);
        }}
      >
        {ages.map(([days, words]) => (
          <option key={days} value={String(days)}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
