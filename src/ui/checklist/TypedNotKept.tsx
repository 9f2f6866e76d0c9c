import type {Problem} from '../../gitlab/model/problem.ts';
import {Notice} from '../atoms/Notice.tsx';

/** That what is typed is lost with the page. */
export function TypedNotKept({problem}: {problem: Problem}) {
  return (
    <Notice tone="warning">
      <p>
        What you type is kept only as long as this page stays open. {problem.words} {problem.advice}
      </p>
    </Notice>
  );
}
