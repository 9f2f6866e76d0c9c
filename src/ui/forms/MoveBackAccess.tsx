import type {MoveAccess} from '../../apply/move-access.ts';
import {AccessAfter} from './AccessAfter.tsx';

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
      {access === undefined && <p>Looking who loses and gains access…</p>}
      {access?.state === 'failed' && (
        <p>
          Who loses and gains access could not be read. {access.problem.words} {access.problem.advice}
        </p>
      )}
      {access?.state === 'known' && (
        <ul class="plan">
          <AccessAfter access={access} from={from} to={to} />
        </ul>
      )}
    </div>
  );
}
