import {useSignal} from '@preact/signals';
import {useEffect, useMemo, useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Row} from '../../checklist/row.ts';
import {
  type EditedFile,
  hasFields,
  missingTemplates,
  readmeFiles,
  templateFiles,
} from '../../customer/filling/files.ts';
import type {FactSheet} from '../../facts/facts.ts';
import {textOfBytes} from '../../gitlab/bytes.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {BracketRules} from '../../placeholders/index.ts';
import type {Said} from '../../texts/said.ts';

/** The missing templates' texts, from the template project. */
function useOriginals({sources}: Checklist, {check}: Row, facts: FactSheet) {
  const originals = useSignal<readonly EditedFile[]>([]);
  const problem = useSignal<Said | undefined>(undefined);
  const missing = missingTemplates(facts);
  const paths = missing.flatMap(({original}) => (original.state === 'known' ? original.path : [])).join('\n');
  useEffect(() => {
    originals.value = [];
    if (check.id !== 'issue-templates' || paths === '') return;
    const {gitlab, workspace} = sources;
    Promise.all(
      paths.split('\n').map(async path => {
        const text = textOfBytes((await gitlab.file(workspace.templateProject, path)).bytes);
        return text === undefined ? [] : [{path, text, lastCommitId: undefined}];
      }),
    ).then(
      found => {
        originals.value = found.flat();
      },
      error => {
        problem.value = problemOf(error).words;
      },
    );
  }, [paths]);
  return {originals: originals.value, problem: problem.value};
}

/**
 * A row's own files with placeholders, the missing templates among them, those of the other row that fills in files, and why
 * missing templates could not be read.
 *
 * @param facts what is known, or was known last
 */
export function useFillableFiles(checklist: Checklist, row: Row, rules: BracketRules, facts: FactSheet) {
  const {originals, problem} = useOriginals(checklist, row, facts);
  const isReadme = row.check.id === 'readme';
  const {readme, issueTemplates} = facts;
  const named = useRef<readonly EditedFile[]>([]);
  return useMemo(() => {
    const fillable = (all: readonly EditedFile[]) => all.filter(file => hasFields(file, rules));
    const templates = templateFiles(facts);
    const own = isReadme
      ? readmeFiles(facts).filter((file, index) => index === 0 || hasFields(file, rules))
      : [...fillable(templates), ...originals];
    if (own.length > 0) named.current = own;
    return {
      own,
      /** What they are called; where none is left, what the last ones were called. */
      names: named.current.map(({path}) => path.split('/').at(-1) ?? path),
      others: fillable(isReadme ? templates : readmeFiles(facts)),
      problem,
    };
  }, [isReadme, readme, issueTemplates, originals, problem, rules]);
}
