import {effect, untracked} from '@preact/signals';
import {hold} from '../../browser/tab-lock.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import {createPlan, type Plan, type PlanResult} from '../../checklist/plan.ts';
import {formsOf} from './open-form.ts';
import {toastOf} from './toast-state.ts';

const smooth: ReadonlySet<PlanResult> = new Set(['done', 'as-was', 'undone']);

/** Whether all of a plan went as it was meant to, so that nothing of it has to be read. */
function wentWell({items}: Plan): boolean {
  return items.value.every(({outcome}) => smooth.has(outcome.value.result));
}

/**
 * What “Fix 5 items” lists and does of a checklist: the same until it is closed, whether the panel is shown meanwhile or not. Where all of
 * it went well, it closes by itself, and the toast offers to take it back; after something was tried again it stays, to be read.
 */
export function fixAllOf(checklist: Checklist): Plan {
  const {plan: known, isFixAllOpen, isUndoAllAsked} = formsOf(checklist);
  const former = known.peek();
  if (former) return former;
  const plan = createPlan({hold});
  known.value = plan;
  untracked(() => plan.previewOne(checklist));
  let hasEnded = false;
  const end = effect(() => {
    const state = plan.state.value;
    untracked(() => {
      if (state === 'none') {
        known.value = undefined;
        isFixAllOpen.value = false;
        isUndoAllAsked.value = false;
        end();
      }
      const isAgain = hasEnded;
      hasEnded ||= state === 'ended';
      if (state !== 'ended' || !wentWell(plan)) return;
      // After all was undone there is nothing to say.
      if (plan.items.value.some(({outcome}) => outcome.value.result === 'undone')) {
        plan.close();
        return;
      }
      if (isAgain) return;
      isFixAllOpen.value = false;
      toastOf(checklist).row.value = 'all';
    });
  });
  return plan;
}
