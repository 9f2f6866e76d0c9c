import type {Ref} from 'preact';
import {useEffect, useMemo, useRef} from 'preact/hooks';
import {hold} from '../../browser/tab-lock.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import {createPlan} from '../../checklist/plan.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import type {CustomerResult} from '../../customers/result.ts';
import {titlesOf} from '../../customers/titles.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import {PlanView} from '../checklist/PlanView.tsx';
import {WaitingStatus} from './ReadingStatus.tsx';

const texts = uiCustomersTexts.fixSelected;

/** That changes concern customers which the table does not show at the moment. */
function Hidden({these, customers}: {these: readonly CustomerResult[]; customers: Portfolio}) {
  const shown = new Set(customers.shown.value.map(({id}) => id));
  const all = new Set(these.map(({id}) => id));
  const hidden = [...all].filter(id => !shown.has(id)).length;
  if (hidden === 0) return null;
  return <p class="hint">{all.size === 1 ? texts.isHidden : texts.areHidden(hidden)}</p>;
}

interface OpenerProps {
  readonly customers: Portfolio;
  readonly button: Ref<HTMLButtonElement>;
  readonly onOpen: (chosen: readonly CustomerResult[]) => void;
}

/** The button that begins it, for the customers that are selected. */
function Opener({customers, button, onOpen}: OpenerProps) {
  const chosen = customers.customers.value.filter(({id}) => customers.selected.value.has(id));
  return (
    <>
      <div class="actions">
        <button
          ref={button}
          type="button"
          class="confirm"
          aria-disabled={chosen.length === 0}
          onClick={() => void (chosen.length > 0 && onOpen(chosen))}
        >
          {chosen.length > 0 ? texts.titleOf(chosen.length) : texts.title}
        </button>
        <span class="hint">
          {chosen.length === 0 && `${texts.chooseFirst} `}
          {texts.whatItDoes}
        </span>
      </div>
      <Hidden these={chosen} customers={customers} />
    </>
  );
}

/**
 * Fixes many customers at once: what needs no answer, shown before it is done. When it is closed with the view, it stops after
 * the changes under way.
 */
export function FixSelected({customers}: {customers: Portfolio}) {
  /** Whose checklists are worked with. */
  const those = useMemo(() => new Map<Checklist, CustomerResult>(), []);
  const plan = useMemo(
    () =>
      createPlan({
        hold,
        onChanged(checklist) {
          const customer = those.get(checklist);
          if (customer) void customers.update(customer.id, checklist);
        },
      }),
    [],
  );
  useEffect(() => () => plan.close(), []);
  const opener = useRef<HTMLButtonElement>(null);
  const open = (chosen: readonly CustomerResult[]) => {
    const titles = titlesOf(chosen);
    those.clear();
    const targets = chosen.map(customer => {
      const checklist = customers.checklistOf(customer.path);
      those.set(checklist, customer);
      return {checklist, title: titles.get(customer.id) ?? customer.customer};
    });
    void plan.previewMany(targets);
  };
  if (plan.state.value === 'none') return <Opener customers={customers} button={opener} onOpen={open} />;
  const concerned = plan.items.value.flatMap(({checklist}) => those.get(checklist) ?? []);
  return (
    <PlanView
      plan={plan}
      label={texts.title}
      heading="h4"
      opener={opener}
      whileBusy={<WaitingStatus customers={customers} />}
      ofPreview={<Hidden these={concerned} customers={customers} />}
      leaving={texts.leavingView}
    />
  );
}
