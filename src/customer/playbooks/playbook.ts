import {isRight, type Verdict} from '../checks/check.ts';

export type PlaybookId = 'from-pre-sales' | 'new-customer' | 'from-another-csm';

/** One step, as the handbook orders them, and the rows that show whether it is done. */
export interface Step {
  readonly text: string;
  /** Ids of checks; the first is where the step leads to. */
  readonly rows: readonly [string, ...string[]];
}

/** The steps of one situation. */
export interface Playbook {
  readonly id: PlaybookId;
  /** The situation, as a phrase. */
  readonly title: string;
  /** Words of the handbook's heading for it. */
  readonly handbook: string;
  readonly steps: readonly Step[];
}

/** Which of a playbook's steps are done, and which is the next. */
export interface StepsDone {
  /** Each step and whether it is done; undefined while that is not known. */
  readonly steps: readonly {readonly step: Step; readonly done: boolean | undefined}[];
  readonly next: Step | undefined;
}

/** @param verdictOf a row's verdict; undefined while it is being read, and for rows that are not there */
export function stepsDone(playbook: Playbook, verdictOf: (check: string) => Verdict | undefined): StepsDone {
  const steps = playbook.steps.map(step => {
    const verdicts = step.rows.map(verdictOf);
    const isDone = verdicts.every(isRight);
    return {step, done: verdicts.includes(undefined) ? undefined : isDone};
  });
  return {
    steps,
    next: steps.find(({done}) => done === false)?.step,
  };
}
