import type {Checklist} from '../../checklist/checklist.ts';
import {Groups} from './Groups.tsx';
import {WhileSignedIn} from './WhileSignedIn.tsx';

/** The rows. While nobody is signed in they can be read, and nothing can be done with them. */
export function Rows({checklist}: {checklist: Checklist}) {
  return (
    <WhileSignedIn checklist={checklist}>
      <Groups checklist={checklist} />
    </WhileSignedIn>
  );
}
