import type {ComponentChildren} from 'preact';
import type {Field} from '../../customer/filling/files.ts';
import {isGiven} from '../../customer/filling/filled-fields.ts';
import type {BracketRules, Suggestion} from '../../placeholders/index.ts';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';
import {Fold} from '../atoms/Fold.tsx';
import {PlaceholderField} from './PlaceholderField.tsx';
import type {Filling} from './use-filling.ts';

const texts = uiFormsFieldsTexts.filled;

/** Fields that are shown at most: a README of a thousand brackets is no form any more. */
const mostFields = 100;

interface PlaceholderListProps {
  readonly fields: readonly Field[];
  readonly hasManyFiles: boolean;
  readonly filling: Filling;
  readonly suggestions: ReadonlyMap<string, readonly Suggestion[]>;
  readonly left?: ReadonlySet<string>;
  readonly set: (entries: Iterable<readonly [string, string | undefined]>) => void;
  /** Undefined where nothing but values is decided. */
  readonly leave?: (key: string, isLeft: boolean) => void;
  readonly rules: BracketRules;
  /** Undefined where nothing but values is decided. */
  readonly isProse?: (key: string) => void;
}

/** Fields behind one line that says how many they are. */
function FoldedFields({part, summary, children}: {part: string; summary: string; children: ComponentChildren}) {
  return (
    <Fold class="fold-fields" part={part} words={summary}>
      <div class="fields">{children}</div>
    </Fold>
  );
}

/** A field for each placeholder: what is known, and what was typed before, is folded; what is asked for is not. */
export function PlaceholderList(props: PlaceholderListProps) {
  const {fields, hasManyFiles, filling, suggestions, left, set, leave, rules, isProse} = props;
  const {parts, automatic, shown, values} = filling;
  const all = fields.slice(0, mostFields);
  const ofPart = (part: string) => all.filter(({key}) => parts.get(key) === part);
  const [known, earlier, asked] = [ofPart('known'), ofPart('earlier'), ofPart('asked')];
  const isAutomatic = ({key}: Field) => values.get(key) !== undefined && values.get(key) === automatic.get(key)?.value;
  const byItself = known.filter(isAutomatic).length;
  // What is known only once the customer has a name and a place was changed by nobody.
  const isChanged = (field: Field) =>
    !isAutomatic(field) && (left?.has(field.key) || isGiven(field.key, shown) || shown.has(field.key));
  const drawn = (field: Field) => (
    <PlaceholderField
      key={field.key}
      field={field}
      hasManyFiles={hasManyFiles}
      values={shown}
      isLeft={left?.has(field.key) ?? false}
      suggestions={suggestions.get(field.key) ?? []}
      automatic={automatic.get(field.key)}
      set={(key, value) => set([[key, value]])}
      leave={leave && (isLeft => leave(field.key, isLeft))}
      rules={rules}
      isProse={isProse}
    />
  );
  return (
    <>
      {known.length > 0 && (
        <FoldedFields part="known" summary={texts.automatically(byItself, known.filter(isChanged).length)}>
          {known.map(drawn)}
        </FoldedFields>
      )}
      {earlier.length > 0 && (
        <FoldedFields part="earlier" summary={texts.earlier(earlier.filter(({key}) => isGiven(key, values)).length)}>
          {earlier.map(drawn)}
        </FoldedFields>
      )}
      {asked.map(drawn)}
      {fields.length > mostFields && <p class="hint">{texts.more(fields.length - mostFields)}</p>}
    </>
  );
}
