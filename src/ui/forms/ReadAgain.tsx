import type {Problem} from '../../gitlab/model/problem.ts';
import {uiFormsFilesTexts} from '../../texts/ui-forms-files.ts';

const texts = uiFormsFilesTexts.form;

interface ReadAgainProps {
  /** What the files are called. */
  readonly names: string;
  /** Why the last commit was not made. */
  readonly problem: Problem | undefined;
  /** In how many of them somebody else filled in what was to be committed last. */
  readonly filled: number;
  /** Whether anything is left to commit. */
  readonly isLeft: boolean;
}

/** What there is to do after files were read again because somebody changed them. */
export function ReadAgain({names, problem, filled, isLeft}: ReadAgainProps) {
  if (filled > 0 && !isLeft) return <p role="status">{texts.hasThem(filled)}</p>;
  if (problem?.kind !== 'conflict') return null;
  return <p class="hint">{isLeft ? texts.readAgain(names) : texts.nothingLeft(names)}</p>;
}
