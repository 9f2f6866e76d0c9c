import type {Portfolio} from '../../customers/portfolio.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';

/** Has archived projects and those scheduled for deletion shown too, where there is nothing else. */
export function GoneToo({customers}: {customers: Portfolio}) {
  if (customers.withGone.value) return null;
  return (
    <button
      type="button"
      class="gone-too"
      onClick={() => {
        customers.withGone.value = true;
      }}
    >
      {uiCustomersTexts.view.goneToo}
    </button>
  );
}
