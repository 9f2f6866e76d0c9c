import {isRight, type Verdict} from '../customer/checks/check.ts';

/** What the rows of a customer come to: those that its playbook has. */
export interface Progress {
  /** How many are right, or do not apply. */
  readonly done: number;
  readonly all: number;
}

/** How far a customer is. @param verdicts by the check's id, of the rows that count */
export function progressOf(verdicts: readonly (readonly [check: string, verdict: Verdict])[]): Progress {
  return {
    done: verdicts.filter(([, verdict]) => isRight(verdict)).length,
    all: verdicts.length,
  };
}
