import type {MoveAccess} from '../../apply/move-access.ts';
import {inTurn} from '../../texts/said.ts';
import {say} from '../../texts/say.ts';
import {uiFormsMoveTexts} from '../../texts/ui-forms-move.ts';
import {AccessAfter} from './AccessAfter.tsx';

const texts = uiFormsMoveTexts.access;

interface MoveBackAccessProps {
  /** Undefined while it is being read. */
  readonly access: MoveAccess | undefined;
  /** Full paths of the groups. */
  readonly from: string;
  readonly to: string;
}

/** Who loses, keeps and gains access when a project is moved back. */
export function MoveBackAccess({access, from, to}: MoveBackAccessProps) {
  return (
    <div aria-live="polite">
      {access === undefined && <p>{texts.looking}</p>}
      {access?.state === 'failed' && <p>{texts.notRead(say(inTurn(access.problem.words, access.problem.advice)))}</p>}
      {access?.state === 'known' && (
        <ul class="plan">
          <AccessAfter access={access} from={from} to={to} />
        </ul>
      )}
    </div>
  );
}
