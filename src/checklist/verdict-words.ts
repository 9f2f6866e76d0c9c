import {type Check, titleOf, type Verdict} from '../customer/checks/check.ts';
import {notChecked, verdicts} from '../texts/checklist.ts';

/** What a verdict is called. */
export const verdictWords: Readonly<Record<Verdict, string>> = verdicts;

/** What an item is called where its verdict is not told beside it: a statement that nobody could check does not stand there as if it held. */
export function shownTitle(check: Pick<Check, 'title' | 'failureTitle'>, verdict: Verdict | undefined): string {
  const title = titleOf(check, verdict);
  return verdict === 'unknown' ? notChecked(title) : title;
}
