import type {OpenForm, Row, Store} from '../../checklist/checklist.ts';

/** What each form of a row is given. */
export interface FormProps {
  readonly store: Store;
  readonly row: Row;
  /** Called when its work is done and the form is closed. */
  readonly onDone: () => void;
}

/** What the switch between the forms is given. */
export interface OpenFormProps extends FormProps {
  readonly open: OpenForm;
  readonly lastSegment: string | undefined;
}
