import type {Checklist} from '../../checklist/checklist.ts';
import {Groups} from './Groups.tsx';
import {OnlyToRead} from './OnlyToRead.tsx';

/** The rows. Who isn’t signed in can read them and do nothing with them: a notice above says why. */
export function Rows({checklist}: {checklist: Checklist}) {
  return (
    <OnlyToRead checklist={checklist}>
      <Groups checklist={checklist} />
    </OnlyToRead>
  );
}
