import type {Verdict} from '../customer/checks/check.ts';

/** What a verdict is called. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  pass: 'Done',
  fail: 'Open',
  todo: 'To do',
  unknown: 'Not known',
  waived: 'Does not apply',
};
