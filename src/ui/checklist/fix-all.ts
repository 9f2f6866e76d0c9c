import {effect, untracked} from '@preact/signals';
import type {Checklist} from '../../checklist/checklist.ts';
import {createPlan, type Plan} from '../../checklist/plan.ts';
import {formsOf} from './open-form.ts';

const all = new WeakMap<Checklist, Plan>();

/** What “Fix all” lists and does of a checklist: the same until it is closed, whether the panel is shown meanwhile or not. */
export function fixAllOf(checklist: Checklist): Plan {
  const known = all.get(checklist);
  if (known) return known;
  const plan = createPlan();
  all.set(checklist, plan);
  untracked(() => plan.previewOne(checklist));
  const end = effect(() => {
    if (plan.state.value !== 'none') return;
    all.delete(checklist);
    formsOf(checklist).isFixAllOpen.value = false;
    end();
  });
  return plan;
}
