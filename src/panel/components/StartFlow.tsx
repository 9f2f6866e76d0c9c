import {useSignal} from '@preact/signals';
import type {ButtonHTMLAttributes} from 'preact';
import {problemOf} from '../../gitlab/errors.ts';
import type {Problem} from '../../gitlab/problem.ts';
import {Alert} from './Alert.tsx';

interface StartFlowProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly start: () => Promise<void>;
}

/** A button that begins a guided flow, and says so where it could not be begun. */
export function StartFlow({start, ...button}: StartFlowProps) {
  const problem = useSignal<Problem | undefined>(undefined);
  const onClick = () => {
    problem.value = undefined;
    start().catch(error => {
      problem.value = problemOf(error);
    });
  };
  return (
    <>
      <button type="button" {...button} onClick={onClick} />
      {problem.value && (
        <Alert>
          {problem.value.words} {problem.value.advice}
        </Alert>
      )}
    </>
  );
}
