import type {Field} from '../../customer/filling/files.ts';
import type {BracketRules, Suggestion} from '../../placeholders/index.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {PlaceholderField} from '../forms/PlaceholderField.tsx';

/** Fields that are shown at most: the items of the files have the others. */
const mostFields = 100;

interface PlaceholderFieldsProps {
  readonly fields: readonly Field[];
  readonly hasManyFiles: boolean;
  /** By placeholder, or by one of its places. */
  readonly values: ReadonlyMap<string, string>;
  readonly suggestions: ReadonlyMap<string, readonly Suggestion[]>;
  /** The customer’s own suggestions for placeholders without a value. */
  readonly unused: readonly (readonly [key: string, value: string])[];
  /** Undefined takes a value away. */
  readonly set: (entries: Iterable<readonly [string, string | undefined]>) => void;
  readonly rules: BracketRules;
}

/** A field for each placeholder that a flow can fill in. */
export function PlaceholderFields(props: PlaceholderFieldsProps) {
  const {fields, hasManyFiles, values, suggestions, unused, set, rules} = props;
  if (fields.length === 0) return null;
  return (
    <fieldset class="choices">
      <legend>{uiFlowsTexts.placeholders}</legend>
      {unused.length > 1 && (
        <button type="button" onClick={() => set(unused)}>
          {uiFlowsTexts.useSuggestions(unused.length)}
        </button>
      )}
      {fields.slice(0, mostFields).map(field => (
        <PlaceholderField
          key={field.key}
          field={field}
          hasManyFiles={hasManyFiles}
          values={values}
          isLeft={false}
          suggestions={suggestions.get(field.key) ?? []}
          set={(key, value) => set([[key, value]])}
          rules={rules}
        />
      ))}
    </fieldset>
  );
}
