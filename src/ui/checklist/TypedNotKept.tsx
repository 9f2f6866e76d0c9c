import type {Problem} from '../../gitlab/model/problem.ts';
import {isOfRoom} from '../../kept/room.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {Notice} from '../atoms/Notice.tsx';
import {problemWords} from '../atoms/problem-words.ts';

/** That what is typed is lost with the page; where there is no room for it, that is told with all else for which there is none. */
export function TypedNotKept({problem}: {problem: Problem}) {
  if (isOfRoom(problem)) return null;
  return (
    <Notice tone="warning">
      <p>{uiChecklistTexts.notices.typedNotKept(problemWords(problem))}</p>
    </Notice>
  );
}
