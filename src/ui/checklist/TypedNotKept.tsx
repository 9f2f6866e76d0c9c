import type {Problem} from '../../gitlab/model/problem.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {Notice} from '../atoms/Notice.tsx';
import {problemWords} from '../atoms/problem-words.ts';

/** That what is typed is lost with the page. */
export function TypedNotKept({problem}: {problem: Problem}) {
  return (
    <Notice tone="warning">
      <p>{uiChecklistTexts.notices.typedNotKept(problemWords(problem))}</p>
    </Notice>
  );
}
