import {isMine} from '../../customers/mine.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';

const texts = uiCustomersTexts.whose;

/** Whether the user's own customers are shown, or all. */
export function Whose({customers}: {customers: Portfolio}) {
  const all = customers.customers.value;
  const {mine} = customers.view.value;
  const show = (isWanted: boolean) => {
    customers.view.value = {...customers.view.value, mine: isWanted};
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a look of its own, and its legend stands in the way.
    <div class="whose" role="group" aria-label={texts.title}>
      <button type="button" aria-pressed={mine} onClick={() => show(true)}>
        {texts.mine} <span class="count">{all.filter(isMine).length}</span>
      </button>
      <button type="button" aria-pressed={!mine} onClick={() => show(false)}>
        {texts.all} <span class="count">{all.length}</span>
      </button>
    </div>
  );
}

/** Why no customer is shown, and what leads to one. */
export function NoneShown({customers}: {customers: Portfolio}) {
  const all = customers.customers.value;
  const isMineWanted = customers.view.value.mine && !all.some(isMine);
  if (!isMineWanted) return <p class="none">{uiCustomersTexts.view.noneShown}</p>;
  const read = all.filter(({readAt}) => readAt !== undefined).length;
  return (
    <div class="none">
      <p>{customers.isReading.value ? texts.looking(read, all.length) : texts.noneMine}</p>
      <button
        type="button"
        onClick={() => {
          customers.view.value = {...customers.view.value, mine: false};
        }}
      >
        {texts.showAll}
      </button>
    </div>
  );
}
