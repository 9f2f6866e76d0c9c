import type {Change} from '../changes/change.ts';
import type {JournalEntry} from '../changes/journal.ts';
import type {Check, Finding} from '../customer/checks/check.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import type {Said} from '../texts/said.ts';

/** How far a change of many parts is. */
export interface PartsDone {
  readonly done: number;
  readonly all: number;
  /** What it says of itself, where that is more than the numbers. */
  readonly words: string | undefined;
}

/** Where a row stands: `fix-now` needs no answer, `needs-you` a person, and `other` belongs to other playbooks. */
export type RowGroup = 'fix-now' | 'needs-you' | 'done' | 'other';

/** A role that the user lacks, as GitLab's numbers. */
export interface RoleLack {
  readonly needed: number;
  readonly own: number;
  /** What takes it, where other buttons stand beside that. */
  readonly of?: Said | undefined;
}

/** What a row showed at the last look. */
export interface RowLook {
  readonly group: RowGroup;
  readonly finding: Finding;
  /** What its button was called. */
  readonly button: Said | undefined;
  /** Whether that opened a form: one form stands open at a time. */
  readonly opensForm: boolean;
  readonly hasDetails: boolean;
  readonly lacks: RoleLack | undefined;
}

/** What a customer's checklist showed at the last look: what is there before GitLab answers. */
export interface LastLook {
  /** The project's id. */
  readonly id: number;
  /** Date and time (ISO). */
  readonly at: string;
  /** The customer's name. */
  readonly name: string;
  /** By the check's id. */
  readonly rows: ReadonlyMap<string, RowLook>;
  /** Id of the playbook that applied. */
  readonly playbook: string;
  /** Ids of the rows that counted, in the order of the playbook's steps. */
  readonly order: readonly string[];
}

/** One row of a checklist. */
export interface Row {
  readonly check: Check;
  /** Undefined until its facts were read for the first time. */
  readonly finding: Finding | undefined;
  /** Its facts are being read, or it is being changed. */
  readonly busy: boolean;
  /** How far its change is, where it has many parts. */
  readonly progress: PartsDone | undefined;
  /** Why its last change did not work. */
  readonly problem: Problem | undefined;
  /** Why the last reading could not confirm what it says. */
  readonly unconfirmed: Problem | undefined;
  /** Whether something of it could not be read, which another try may. */
  readonly canRetry: boolean;
  /** What of its last change did not work although the rest did. */
  readonly left: readonly Said[];
  /** What its last change did, while it can be taken back. */
  readonly done: JournalEntry | undefined;
  /** What takes its last change back. */
  readonly undo: Change | undefined;
  /** Whether the playbook in use has it. */
  readonly isInPlaybook: boolean;
  /** What it showed at the last look, where it shows that until GitLab answers: nothing else of the row counts then. */
  readonly lastLook?: RowLook | undefined;
}
