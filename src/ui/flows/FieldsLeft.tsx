import type {Checklist} from '../../checklist/checklist.ts';
import {type Field, rulesOf} from '../../customer/filling/files.ts';
import type {Project} from '../../gitlab/model/model.ts';
import {useSuggestions} from '../forms/use-suggestions.ts';
import {PlaceholderFields} from './PlaceholderFields.tsx';

interface FieldsLeftProps {
  readonly checklist: Checklist;
  readonly project: Project;
  readonly fields: readonly Field[];
  /** By placeholder, or by one of its places. */
  readonly values: ReadonlyMap<string, string>;
  /** Undefined takes a value away. */
  readonly set: (entries: Iterable<readonly [string, string | undefined]>) => void;
}

/** A field for each placeholder that is left in a customer's files. */
export function FieldsLeft({checklist, project, fields, values, set}: FieldsLeftProps) {
  const facts = checklist.facts.value;
  const rules = rulesOf(facts);
  const aliases = rules.aliases ?? checklist.sources.workspace.placeholderAliases;
  const {suggestions, known} = useSuggestions(checklist, project, facts, fields, aliases);
  return (
    <PlaceholderFields
      fields={fields}
      hasManyFiles
      values={values}
      suggestions={suggestions}
      unused={[...known].flatMap(([key, {value}]) => (values.get(key) ? [] : [[key, value] as const]))}
      set={set}
      rules={rules}
    />
  );
}
