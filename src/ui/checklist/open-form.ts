import {type Signal, signal} from '@preact/signals';
import type {Change} from '../../changes/change.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Plan} from '../../checklist/plan.ts';
import type {FormName} from '../../customer/checks/check.ts';
import type {Problem} from '../../gitlab/model/problem.ts';

/** A form that stands open below a row. A change waits in `confirm` for its second click. */
export type OpenForm =
  | {readonly row: string; readonly form: FormName | 'waive'}
  | {
      readonly row: string;
      readonly form: 'confirm';
      readonly change: Change;
      /** The journal's entry that it takes back. */
      readonly undoes?: string;
    };

/** What is open below the rows of a checklist, and what its forms hold that is not kept. */
interface Forms {
  /** The form that stands open. */
  readonly open: Signal<OpenForm | undefined>;
  /** The rows that an open flow does the same as, and what is said in the place of their buttons. */
  readonly taken: Signal<{readonly rows: ReadonlySet<string>; readonly words: string} | undefined>;
  /** Whether the button to be pressed next stands elsewhere: in a flow, or as what begins one. */
  readonly hasOtherPrimary: Signal<boolean>;
  /** The placeholder whose field is to get the focus when its form is open. */
  readonly wantedField: Signal<string | undefined>;
  /** The texts of fields that stand open, as they are kept: what discards them asks for them. */
  readonly fields: Signal<ReadonlySet<string>>;
  /** The picture that was chosen as the logo, as base64, until it is used or the page is left: it is too large to be kept. */
  readonly chosenLogo: Signal<string | undefined>;
  /** What went wrong with the open form's change, where the form says it in place of its row; `awaited` while it is being made. */
  readonly told: Signal<Problem | 'awaited' | undefined>;
  /** What is listed and done of all changes that need no answer; undefined until it is asked for. */
  readonly plan: Signal<Plan | undefined>;
  /** Whether that stands open. */
  readonly isFixAllOpen: Signal<boolean>;
  /** Whether it is asked there at once if all that was done is to be taken back. */
  readonly isUndoAllAsked: Signal<boolean>;
}

const all = new WeakMap<Checklist, Forms>();

/** The forms of a checklist: the same for whoever asks. */
export function formsOf(checklist: Checklist): Forms {
  const known = all.get(checklist);
  if (known) return known;
  const forms: Forms = {
    open: signal<OpenForm | undefined>(undefined),
    taken: signal(undefined),
    hasOtherPrimary: signal(false),
    wantedField: signal<string | undefined>(undefined),
    fields: signal<ReadonlySet<string>>(new Set()),
    chosenLogo: signal<string | undefined>(undefined),
    told: signal<Problem | 'awaited' | undefined>(undefined),
    plan: signal<Plan | undefined>(undefined),
    isFixAllOpen: signal(false),
    isUndoAllAsked: signal(false),
  };
  all.set(checklist, forms);
  return forms;
}
