import {useRef} from 'preact/hooks';
import {bracketsIn, type Field, type FieldPlace} from '../../customer/filling/files.ts';
import {valuesOf} from '../../customer/filling/filled-fields.ts';
import {plainContext} from '../../customer/filling/plain-context.ts';
import type {Suggestion} from '../../placeholders/index.ts';
import {type BracketRules, placeKey} from '../../placeholders/index.ts';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';
import {Fold} from '../atoms/Fold.tsx';
import {useDiscarding} from './use-discarding.tsx';

const texts = uiFormsFieldsTexts.placeholder;

/** Customers that are named at most. */
const mostNames = 3;

/** Where a value comes from, as the end of a sentence. */
function originOf({origin, customers = []}: Suggestion): string {
  if (customers.length === 0) return texts.origin[origin];
  const rest = customers.length - mostNames;
  return rest > 0 ? texts.usedForAndMore(customers.slice(0, mostNames), rest) : texts.usedFor(customers);
}

/** Several lines in plain words, without those that hold no words. */
function plainLines(lines: string): string {
  return lines.split('\n').map(plainContext).filter(Boolean).join('\n');
}

/** Places that are listed at most. */
const mostPlaces = 20;

interface InputProps {
  readonly id: string;
  /** The key of a place that has a field of its own. */
  readonly place?: string;
  readonly label?: string;
  readonly describedBy?: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** A field that grows with its lines. Enter goes on; Shift and Enter make a new line. */
function Input({id, place, label, describedBy, value, onInput}: InputProps) {
  return (
    <textarea
      id={id}
      class="value"
      data-place={place}
      rows={Math.min(6, value.split('\n').length)}
      autocomplete="off"
      aria-label={label}
      aria-describedby={describedBy}
      value={value}
      onInput={event => onInput(event.currentTarget.value)}
    />
  );
}

function placeName({path, line}: FieldPlace, hasManyFiles: boolean): string {
  return hasManyFiles ? texts.lineOf(line, path.split('/').at(-1) ?? path) : texts.line(line);
}

export interface PlaceholderFieldProps {
  readonly field: Field;
  readonly hasManyFiles: boolean;
  /** By the field's key, or by that of one of its places. */
  readonly values: ReadonlyMap<string, string>;
  readonly isLeft: boolean;
  readonly suggestions: readonly Suggestion[];
  /** What goes in by itself, where nothing was typed. */
  readonly automatic?: Suggestion | undefined;
  readonly set: (key: string, value: string | undefined) => void;
  /** Undefined where nothing but values is decided. */
  readonly leave?: ((isLeft: boolean) => void) | undefined;
  readonly rules: BracketRules;
  /** @param key of the text that is no placeholder; undefined where nothing but values is decided */
  readonly isProse?: ((key: string) => void) | undefined;
}

/** That a typed value brings brackets in, which the customer would see. */
function Brackets({
  values,
  rules,
  isProse,
}: {values: readonly string[]} & Pick<PlaceholderFieldProps, 'rules' | 'isProse'>) {
  const found = bracketsIn(values.join(' '), rules);
  return (
    <>
      {found.map(({key, text}) => (
        <div key={key} class="hint">
          {texts.bringsBrackets(text)}{' '}
          {isProse && (
            <button type="button" class="quiet" onClick={() => isProse(key)}>
              {texts.isNone(text)}
            </button>
          )}
        </div>
      ))}
    </>
  );
}

/** One placeholder: its value, for all places or for each, the values that are known, and what else it could be. */
export function PlaceholderField(props: PlaceholderFieldProps) {
  const {field, hasManyFiles, values, isLeft, suggestions, automatic, set, leave, rules, isProse} = props;
  const box = useRef<HTMLDivElement>(null);
  const {ask, question, onKeyDown} = useDiscarding(() => box.current);
  const [first] = field.places;
  const id = `value-${field.key}`;
  const count = field.places.length;
  const keys = field.places.map(({path, index}) => placeKey(field.key, path, index));
  const isApart = keys.some(key => values.has(key));
  const value = values.get(field.key) ?? '';
  if (isLeft) {
    return (
      <div class="field" data-field={field.key}>
        <span class="left">{texts.isLeft(field.text)}</span>
        <button type="button" class="quiet" onClick={() => leave?.(false)}>
          {texts.fillIn(field.text)}
        </button>
      </div>
    );
  }
  const isKnown = (one: string) => one === automatic?.value || suggestions.some(known => known.value === one);
  /** What was typed for a placeholder and is offered by nothing else. */
  const typedFor = (key: string) =>
    valuesOf(key, values)
      .filter(one => key !== field.key || !isKnown(one))
      .join(', ');
  const toggleApart = () => {
    const others = isApart ? new Set(keys.map(key => values.get(key) ?? '').filter(one => one && one !== value)) : [];
    ask([...others].join(', '), () => {
      for (const key of keys) set(key, isApart ? undefined : value);
    });
  };
  const decideProse = isProse && ((key: string) => ask(typedFor(key), () => isProse(key)));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape answers the question in it.
    <div class="field" data-field={field.key} ref={box} onKeyDown={onKeyDown}>
      <label for={id}>[{field.text}]</label>
      <p class="hint" id={`${id}-hint`}>
        {texts.firstIn(count, first ? placeName(first, hasManyFiles) : '')} <q>{plainContext(first?.text ?? '')}</q>
      </p>
      {automatic !== undefined && automatic.value === value && !isApart && (
        <p class="hint known">{texts.filledBy(originOf(automatic))}</p>
      )}
      {!isApart && <Input id={id} describedBy={`${id}-hint`} value={value} onInput={next => set(field.key, next)} />}
      {isApart &&
        field.places.slice(0, mostPlaces).map((place, index) => {
          const key = keys[index] ?? '';
          const name = placeName(place, hasManyFiles);
          return (
            <div key={key} class="apart">
              <p class="hint">
                {texts.at(name)} <q>{plainContext(place.text)}</q>
              </p>
              <Input
                id={index === 0 ? id : `${id}-${index}`}
                place={key}
                label={texts.fieldIn(field.text, name)}
                value={values.get(key) ?? ''}
                onInput={next => set(key, next)}
              />
            </div>
          );
        })}
      {question}
      <Brackets
        values={isApart ? keys.map(key => values.get(key) ?? '') : [value]}
        rules={rules}
        isProse={decideProse}
      />
      {suggestions
        .filter(suggestion => suggestion.value !== value && !isApart)
        .map(suggestion => (
          <button
            key={suggestion.value}
            type="button"
            class="quiet"
            onClick={() => ask(isKnown(value) ? '' : value, () => set(field.key, suggestion.value))}
          >
            {texts.use(suggestion.value, originOf(suggestion))}
          </button>
        ))}
      <Fold class="more" words={texts.more} label={texts.moreAbout(field.text)}>
        {!isApart && (
          <ul class="details">
            {field.places.slice(0, mostPlaces).map(place => (
              <li key={`${place.path} ${place.index}`}>
                {texts.inPlace(placeName(place, hasManyFiles))}
                <p class="context">{plainLines(place.around)}</p>
              </li>
            ))}
            {count > mostPlaces && <li>{texts.morePlaces(count - mostPlaces)}</li>}
          </ul>
        )}
        <div class="actions">
          {count > 1 && (
            <button type="button" class="quiet" onClick={toggleApart}>
              {isApart ? texts.sameEverywhere : texts.otherForEach}
            </button>
          )}
          {leave && (
            <button type="button" class="quiet" onClick={() => leave(true)}>
              {texts.leave}
            </button>
          )}
          {decideProse && (
            <button type="button" class="quiet" onClick={() => decideProse(field.key)}>
              {texts.thisIsNone}
            </button>
          )}
        </div>
      </Fold>
    </div>
  );
}
