import type {Row, Store} from '../store.ts';

/** What each form of a row is given. */
export interface FormProps {
  readonly store: Store;
  readonly row: Row;
  /** Called when its work is done and the form is closed. */
  readonly onDone: () => void;
}
