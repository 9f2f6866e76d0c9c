import {useSignal} from '@preact/signals';
import type {ButtonHTMLAttributes} from 'preact';
import {problemOf} from '../../gitlab/errors.ts';
import type {Problem} from '../../gitlab/model/problem.ts';
import {ProblemAlert} from '../atoms/Alert.tsx';

interface StartFlowProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Undefined while what it begins with is being read: the button is there then, and does nothing yet. */
  readonly start: (() => Promise<void>) | undefined;
}

/** A button that begins a guided flow, and says so where it could not be begun. */
export function StartFlow({start, ...button}: StartFlowProps) {
  const problem = useSignal<Problem | undefined>(undefined);
  const onClick = () => {
    if (!start) return;
    problem.value = undefined;
    start().catch(error => {
      problem.value = problemOf(error);
    });
  };
  return (
    <>
      <button type="button" {...button} aria-disabled={!start} onClick={onClick} />
      <ProblemAlert problem={problem.value} />
    </>
  );
}
