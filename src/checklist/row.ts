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
}
