import type {FormProps} from './form.ts';
import {Introduction} from './Introduction.tsx';

/** The row's form with the introduction, which gets the focus. */
export function IntroductionForm({checklist}: FormProps) {
  return (
    <div class="form">
      <Introduction id="introduction" checklist={checklist} focus />
    </div>
  );
}
