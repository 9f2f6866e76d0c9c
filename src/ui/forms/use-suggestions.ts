import {useMemo} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {typedOf} from '../../checklist/filling.ts';
import type {Field} from '../../customer/filling/files.ts';
import {knownValues} from '../../customer/filling/known-values.ts';
import type {FactSheet} from '../../facts/facts.ts';
import type {Project} from '../../gitlab/model/model.ts';
import {type Aliases, ownSuggestion, type Suggestion, suggestValues} from '../../placeholders/index.ts';

/** What could be filled in, by the placeholders' keys. */
interface Suggestions {
  readonly suggestions: ReadonlyMap<string, readonly Suggestion[]>;
  /** The likeliest of each that is this customer's own. */
  readonly known: ReadonlyMap<string, Suggestion>;
}

/** The likeliest value of each placeholder that is this customer's own: never one that was committed for another. */
export function ownSuggestions(
  suggestions: ReadonlyMap<string, readonly Suggestion[]>,
): ReadonlyMap<string, Suggestion> {
  return new Map(
    [...suggestions].flatMap(([key, all]) => {
      const own = ownSuggestion(all);
      return own ? [[key, own] as const] : [];
    }),
  );
}

/** What is known or was filled in before for the fields of a form. */
export function useSuggestions(
  checklist: Checklist,
  project: Project,
  facts: FactSheet,
  fields: readonly Field[],
  aliases: Aliases,
): Suggestions {
  const {workspace} = checklist.sources;
  const history = typedOf(checklist).history.value;
  const suggestions = useMemo(() => {
    const known = knownValues(project, facts, workspace, new Date());
    const past = {history, project: project.id, aliases};
    return new Map(fields.map(({key, text}) => [key, suggestValues(text, known, past)] as const));
  }, [fields, project, facts.members, facts.user, history, workspace, aliases]);
  const known = useMemo(() => ownSuggestions(suggestions), [suggestions]);
  return {suggestions, known};
}
