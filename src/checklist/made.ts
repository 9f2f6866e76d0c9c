import type {JournalEntry} from '../changes/journal.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import type {Said} from '../texts/said.ts';

/** What came of making a row's change, or of taking one back. */
export type Made = {
  /** What an earlier try turned out to have made, where that is something else: its end was not seen. */
  readonly earlier?: JournalEntry | undefined;
} & (
  | {
      readonly isMade: true;
      /** Its entry in the journal, where it can be taken back; of what takes something back, none. */
      readonly entry: JournalEntry | undefined;
      /** What did not work although the rest did, one sentence each. */
      readonly left: readonly Said[];
    }
  | {
      readonly isMade: false;
      /** Why; undefined where nothing was begun, because the row is being changed already or the extension is gone. */
      readonly problem: Problem | undefined;
    }
);

/** Nothing was begun. */
export const notBegun: Made = {isMade: false, problem: undefined};
