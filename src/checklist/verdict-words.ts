import type {Verdict} from '../customer/checks/check.ts';
import {verdicts} from '../texts/checklist.ts';

/** What a verdict is called. */
export const verdictWords: Readonly<Record<Verdict, string>> = verdicts;
