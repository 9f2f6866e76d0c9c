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
  /** The best of each that is this customer's own, where nothing is filled in. */
  readonly unused: readonly (readonly [key: string, value: string])[];
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
  const kept = typedOf(checklist);
  const history = kept.history.value;
  const {values, left} = kept.draft.value;
  const suggestions = useMemo(() => {
    const known = knownValues(project, facts, workspace, new Date());
    const past = {history, project: project.id, aliases};
    return new Map(fields.map(({key, text}) => [key, suggestValues(text, known, past)] as const));
  }, [fields, project, facts.members, facts.user, history, workspace, aliases]);
  const unused = fields.flatMap(({key}) => {
    const best = ownSuggestion(suggestions.get(key) ?? []);
    return best && !values.get(key) && !left.has(key) ? [[key, best.value] as const] : [];
  });
  return {suggestions, unused};
}
