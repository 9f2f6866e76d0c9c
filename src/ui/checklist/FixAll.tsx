import type {RefObject} from 'preact';
import type {Checklist} from '../../checklist/checklist.ts';
import {uiChecklistPlanTexts} from '../../texts/ui-checklist-plan.ts';
import {fixAllOf} from './fix-all.ts';
import {formsOf} from './open-form.ts';
import {PlanView} from './PlanView.tsx';
import {toastOf} from './toast-state.ts';

export {default as css} from '../forms/styles.css?inline';

/** Does everything of a checklist that needs no answer, after it was shown. */
export function FixAll({checklist, opener}: {checklist: Checklist; opener: RefObject<HTMLButtonElement | null>}) {
  return (
    <PlanView
      plan={fixAllOf(checklist)}
      label={uiChecklistPlanTexts.fixAll}
      asksToUndo={formsOf(checklist).isUndoAllAsked}
      heading="h4"
      opener={opener}
      isHeld
      leaving={uiChecklistPlanTexts.leavingPage}
      onEndOutOfSight={(text, show) => {
        toastOf(checklist).note.value = {text, show};
      }}
    />
  );
}
