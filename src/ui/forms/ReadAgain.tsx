import {endsSession, type Problem} from '../../gitlab/model/problem.ts';
import {say} from '../../texts/say.ts';
import {uiFormsFilesTexts} from '../../texts/ui-forms-files.ts';
import {Alert} from '../atoms/Alert.tsx';
import {problemWords} from '../atoms/problem-words.ts';
import type {GoneValue} from './use-gone.ts';

const texts = uiFormsFilesTexts.form;

/** Whether an open form says itself why its commit was not made, in place of its row. @param isRead whether its files were read since */
export function saysItself(problem: Problem | undefined, isRead: boolean): boolean {
  return problem !== undefined && (endsSession(problem.kind) || (problem.kind === 'conflict' && isRead));
}

interface ReadAgainProps {
  /** What the files are called, each once. */
  readonly names: readonly string[];
  /** Why the last commit was not made, where the form is to say it. */
  readonly problem: Problem | undefined;
  /** In how many of them somebody else filled in what was to be committed last. */
  readonly filled: number;
  /** Whether anything is left to commit. */
  readonly isLeft: boolean;
  /** What was typed for placeholders that are gone. */
  readonly gone: readonly GoneValue[];
  /** Whether the browser keeps what was typed. */
  readonly isKept: boolean;
}

/** What there is to do after the files were read again because somebody changed them, or after the session has ended. */
export function ReadAgain({names, problem, filled, isLeft, gone, isKept}: ReadAgainProps) {
  if (filled > 0 && !isLeft) return <p role="status">{texts.hasThem(filled)}</p>;
  if (problem && endsSession(problem.kind)) {
    return (
      <Alert>{isKept ? texts.sessionEnded(say(problem.words), say(problem.advice)) : problemWords(problem)}</Alert>
    );
  }
  const files = texts.fileNames(names);
  if (gone.length > 0) {
    return (
      <div class="problem" role="alert">
        <p>{texts.loadedAgain(files)}</p>
        {gone.map(({text, value}) => (
          <p key={text} class="gone">
            {texts.noLongerHas(names.length, text, value)}
          </p>
        ))}
        {problem && <p>{isLeft ? texts.reviewLines : texts.nothingElseLeft}</p>}
      </div>
    );
  }
  return problem ? <Alert>{isLeft ? texts.readAgain(files) : texts.nothingLeft(files)}</Alert> : null;
}
