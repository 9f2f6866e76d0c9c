import type {ComponentChildren} from 'preact';
import type {Problem} from '../../gitlab/model/problem.ts';
import {problemWords} from './problem-words.ts';

/** What went wrong and what to do next, read out at once. */
export function Alert({children}: {readonly children: ComponentChildren}) {
  return (
    <div class="problem" role="alert">
      <p>{children}</p>
    </div>
  );
}

/** A problem, if there is one, with its advice. */
export function ProblemAlert({problem}: {readonly problem: Problem | undefined}) {
  return problem === undefined ? null : <Alert>{problemWords(problem)}</Alert>;
}
