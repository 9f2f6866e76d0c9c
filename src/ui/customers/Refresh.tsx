import {remember} from '../../browser/preferences.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import {Icon} from '../atoms/Icon.tsx';
import {Menu} from '../atoms/Menu.tsx';

const texts = uiCustomersTexts.reading;

/** Days. */
const ages = [1, 7, 30, 0] as const;

interface RefreshProps {
  readonly customers: Portfolio;
  readonly onForgotten: () => void;
}

/** The button that reads what changed, with what else can be done about what is read; while it reads, the one that stops it. */
export function Refresh({customers, onForgotten}: RefreshProps) {
  if (customers.isReading.value) {
    return (
      <button type="button" onClick={() => customers.stop()}>
        {texts.stop}
      </button>
    );
  }
  return (
    <div class="split">
      <button type="button" onClick={() => void customers.read(false)}>
        {texts.readChanged}
      </button>
      <Menu label={texts.more} face={<Icon name="down" />}>
        <li>
          <button type="button" onClick={() => void customers.read(true)}>
            {texts.readAll}
          </button>
        </li>
        {ages.map(days => (
          <li key={days}>
            <button
              type="button"
              class="pick"
              aria-pressed={customers.freshDays.value === days}
              onClick={() => {
                customers.freshDays.value = days;
                void remember('fresh-days:1', days);
              }}
            >
              {texts.ages[days]}
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            onClick={() => void customers.forget().then(isForgotten => isForgotten && onForgotten())}
          >
            {texts.forget}
          </button>
        </li>
      </Menu>
    </div>
  );
}
