import type {Checklist} from '../../checklist/checklist.ts';
import type {Row} from '../../checklist/row.ts';
import type {OpenForm} from '../checklist/open-form.ts';

/** What each form of a row is given. */
export interface FormProps {
  readonly checklist: Checklist;
  readonly row: Row;
  /** Called when its work is done and the form is closed. */
  readonly onDone: () => void;
}

/** What the switch between the forms is given. */
export interface OpenFormProps extends FormProps {
  readonly open: OpenForm;
}
