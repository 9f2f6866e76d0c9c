import {useSignal, useSignalEffect} from '@preact/signals';
import {useLayoutEffect, useMemo, useRef} from 'preact/hooks';
import {hold} from '../../browser/tab-lock.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import {createPlan} from '../../checklist/plan.ts';
import {lookAtOneOfMany} from '../../checklist/plan-look.ts';
import {lookAtRemark, type WantedRemark} from '../../checklist/plan-remarks.ts';
import {collator} from '../../customers/language.ts';
import {openItemsOf} from '../../customers/open-items.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import {type CustomerResult, counts} from '../../customers/result.ts';
import {titlesOf} from '../../customers/titles.ts';
import {endsSession} from '../../gitlab/model/problem.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import {PlanView} from '../checklist/PlanView.tsx';
import {WaitingStatus} from './ReadingStatus.tsx';
import {RemarkForm, remarkField} from './RemarkForm.tsx';
import {SelectionBar} from './SelectionBar.tsx';

const texts = uiCustomersTexts.fixSelected;

/** That changes concern customers which the table does not show at the moment. */
function Hidden({these, customers}: {these: readonly CustomerResult[]; customers: Portfolio}) {
  const shown = new Set(customers.shown.value.map(({id}) => id));
  const all = new Set(these.map(({id}) => id));
  const hidden = [...all].filter(id => !shown.has(id)).length;
  if (hidden === 0) return null;
  return <p class="hint">{all.size === 1 ? texts.isHidden : texts.areHidden(hidden)}</p>;
}

interface SelectionProps {
  readonly customers: Portfolio;
  /** That of the page's group, which keeps what is typed. */
  readonly checklist: Checklist;
}

/**
 * What is done with many customers at once, always in sight below the table: what needs no answer, and what a person says of an item of
 * all of them. It is shown before it is done. When it is closed with the view, it stops after the changes under way.
 */
export function Selection({customers, checklist: ofPage}: SelectionProps) {
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
  /** What the form asks for. */
  const asked = useSignal<WantedRemark['kind'] | undefined>(undefined);
  /** What the plan that stands open says of many; undefined where it fixes them. */
  const remark = useSignal<WantedRemark | undefined>(undefined);
  const opener = useRef<HTMLButtonElement>(null);
  // With the view, before anything more is begun: other effects end after the next paint.
  useLayoutEffect(() => () => plan.close(), []);
  useSignalEffect(() => {
    // What was typed has done its work.
    if (plan.state.value === 'ended' && remark.value) ofPage.texts.set(remarkField(remark.value.kind), undefined);
  });
  const chosen = customers.customers.value.filter(({id}) => customers.selected.value.has(id));
  const open = (wanted: WantedRemark | undefined) => {
    const titles = titlesOf(chosen);
    those.clear();
    asked.value = undefined;
    remark.value = wanted;
    // An item of another playbook is none of a customer's.
    const concerned = wanted === undefined ? chosen : chosen.filter(one => counts(one, wanted.check.id));
    const targets = concerned
      .map(customer => {
        const checklist = customers.checklistOf(customer.path);
        those.set(checklist, customer);
        return {checklist, title: titles.get(customer.id) ?? customer.customer};
      })
      .sort((one, other) => collator().compare(one.title, other.title));
    void plan.previewMany(targets, wanted === undefined ? lookAtOneOfMany : target => lookAtRemark(target, wanted));
  };
  const cancel = () => {
    asked.value = undefined;
    queueMicrotask(() => opener.current?.focus());
  };
  const concerned = plan.items.value.flatMap(({checklist}) => those.get(checklist) ?? []);
  const kind = asked.value;
  const ended = customers.problem.value;
  return (
    <div class="selection">
      {plan.state.value !== 'none' ? (
        <PlanView
          plan={plan}
          label={remark.value === undefined ? texts.title : uiCustomersTexts.remarks[remark.value.kind].action}
          heading="h4"
          opener={opener}
          whileBusy={<WaitingStatus customers={customers} />}
          ofPreview={
            <>
              {concerned.length > 0 && <p>{texts.planned(concerned.length, new Set(concerned).size)}</p>}
              <Hidden these={concerned} customers={customers} />
            </>
          }
          leaving={texts.leavingView}
        />
      ) : (
        <>
          {kind !== undefined && (
            <RemarkForm
              key={kind}
              kind={kind}
              items={openItemsOf(chosen, kind)}
              checklist={ofPage}
              onReview={open}
              onCancel={cancel}
            />
          )}
          <SelectionBar
            chosen={chosen}
            opener={opener}
            isNext={kind === undefined}
            isOver={ended !== undefined && endsSession(ended.kind)}
            hidden={<Hidden these={chosen} customers={customers} />}
            onFix={() => open(undefined)}
            onAsk={wanted => {
              asked.value = wanted;
            }}
          />
        </>
      )}
    </div>
  );
}
