import type {RefObject} from 'preact';
import type {Checklist} from '../../checklist/checklist.ts';
import {formsOf} from './open-form.ts';
import {PlanView} from './PlanView.tsx';

/** Does everything of a checklist that needs no answer, after it was shown. */
export function FixAll({checklist, opener}: {checklist: Checklist; opener: RefObject<HTMLButtonElement | null>}) {
  return (
    <PlanView
      plan={formsOf(checklist).fixAll}
      label="Fix all"
      heading="h3"
      opener={opener}
      isHeld
      leaving="If this page is left, it stops after the change under way. What was done stands in the journal, and can be taken back there."
    />
  );
}
