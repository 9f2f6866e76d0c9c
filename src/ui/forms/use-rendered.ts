import {useSignal} from '@preact/signals';
import {useEffect, useMemo} from 'preact/hooks';
import type {EditedFile} from '../../customer/filling/files.ts';
import {type MarkedText, markedText} from '../../customer/filling/marked-text.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import type {BracketRules} from '../../placeholders/index.ts';
import type {Said} from '../../texts/said.ts';

/** A file with its placeholders marked. */
export interface MarkedFile {
  readonly path: string;
  readonly marked: MarkedText;
  /** What GitLab makes of it; undefined as long as it has not answered. */
  readonly html: string | undefined;
}

interface Answer {
  readonly of: readonly MarkedText[];
  readonly html: readonly string[];
  /** Why GitLab did not render them. */
  readonly words?: Said;
}

/**
 * Has GitLab render files with their placeholders marked, once for each state of the files: what is typed changes nothing of it.
 *
 * @param project full path of the project, for GitLab's references
 */
export function useRendered(
  gitlab: GitLab,
  project: string,
  files: readonly EditedFile[],
  rules: BracketRules,
): {readonly files: readonly MarkedFile[]; readonly words: Said | undefined} {
  const marked = useMemo(() => files.map(file => markedText(file, rules)), [files, rules]);
  const answer = useSignal<Answer>({of: [], html: []});
  useEffect(() => {
    let isCurrent = true;
    const give = (html: readonly string[], words?: Said) => {
      if (isCurrent) answer.value = {of: marked, html, ...(words && {words})};
    };
    Promise.all(marked.map(({text}) => gitlab.renderMarkdown(text, project))).then(
      html => give(html),
      error => give([], problemOf(error).words),
    );
    return () => {
      isCurrent = false;
    };
  }, [marked, project]);
  const {of, html, words} = answer.value;
  const isOfThese = of === marked;
  return {
    files: files.map(({path}, index) => ({
      path,
      marked: marked[index] as MarkedText,
      html: isOfThese ? html[index] : undefined,
    })),
    words: isOfThese ? words : undefined,
  };
}
