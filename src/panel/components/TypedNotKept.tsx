import type {Problem} from '../../gitlab/problem.ts';
import {Notice} from './Notice.tsx';

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
