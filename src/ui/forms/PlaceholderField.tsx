import {bracketsIn, type Field, type FieldPlace} from '../../customer/filling/files.ts';
import type {Suggestion} from '../../placeholders/index.ts';
import {type BracketRules, placeKey} from '../../placeholders/index.ts';

const origins: Readonly<Record<Suggestion['origin'], string>> = {
  before: 'as before for this customer',
  always: 'used for all your other customers',
  elsewhere: 'used for another customer',
  customer: 'the customer’s name',
  'user-name': 'your name',
  username: 'your username',
  today: 'today’s date',
  'project-url': 'this project’s address',
  'group-url': 'the group’s address',
  segment: 'the segment',
  maintainers: 'the customer’s Maintainers',
  developers: 'the customer’s Developers',
};

/** Customers that are named at most. */
const mostNames = 3;

/** Where a value comes from, as the end of a sentence. */
function originOf({origin, customers = []}: Suggestion): string {
  if (customers.length === 0) return origins[origin];
  const rest = customers.length - mostNames;
  const names = customers.slice(0, mostNames).join(', ');
  return `used for ${rest > 0 ? `${names} and ${rest} more` : names}`;
}

/** Places that are listed at most. */
const mostPlaces = 20;

interface InputProps {
  readonly id: string;
  readonly label?: string;
  readonly describedBy?: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** A field that grows with its lines. Enter goes on; Shift and Enter make a new line. */
function Input({id, label, describedBy, value, onInput}: InputProps) {
  return (
    <textarea
      id={id}
      class="value"
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
  return hasManyFiles ? `line ${line} of ${path.split('/').at(-1)}` : `line ${line}`;
}

export interface PlaceholderFieldProps {
  readonly field: Field;
  readonly hasManyFiles: boolean;
  /** By the field's key, or by that of one of its places. */
  readonly values: ReadonlyMap<string, string>;
  readonly isLeft: boolean;
  readonly suggestions: readonly Suggestion[];
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
          The customer will see [{text}] with its brackets, and it counts as not filled in.{' '}
          {isProse && (
            <button type="button" class="quiet" onClick={() => isProse(key)}>
              [{text}] is no placeholder
            </button>
          )}
        </div>
      ))}
    </>
  );
}

/** One placeholder: its value, for all places or for each, the values that are known, and what else it could be. */
export function PlaceholderField(props: PlaceholderFieldProps) {
  const {field, hasManyFiles, values, isLeft, suggestions, set, leave, rules, isProse} = props;
  const [first] = field.places;
  const id = `value-${field.key}`;
  const count = field.places.length;
  const keys = field.places.map(({path, index}) => placeKey(field.key, path, index));
  const isApart = keys.some(key => values.has(key));
  const value = values.get(field.key) ?? '';
  if (isLeft) {
    return (
      <div class="field">
        <span class="left">[{field.text}] is left as it is.</span>
        <button type="button" class="quiet" onClick={() => leave?.(false)}>
          Fill in [{field.text}]
        </button>
      </div>
    );
  }
  const toggleApart = () => {
    for (const key of keys) set(key, isApart ? undefined : value);
  };
  return (
    <div class="field">
      <label for={id}>[{field.text}]</label>
      <p class="hint" id={`${id}-hint`}>
        {count === 1 ? 'Once' : `${count} times, first`} in {first && placeName(first, hasManyFiles)}:{' '}
        <span class="line">{first?.text}</span>
      </p>
      {!isApart && <Input id={id} describedBy={`${id}-hint`} value={value} onInput={next => set(field.key, next)} />}
      {isApart &&
        field.places.slice(0, mostPlaces).map((place, index) => {
          const key = keys[index] ?? '';
          const name = placeName(place, hasManyFiles);
          return (
            <div key={key} class="apart">
              <p class="hint">
                {name}: <span class="line">{place.text}</span>
              </p>
              <Input
                id={index === 0 ? id : `${id}-${index}`}
                label={`[${field.text}] in ${name}`}
                value={values.get(key) ?? ''}
                onInput={next => set(key, next)}
              />
            </div>
          );
        })}
      <Brackets values={isApart ? keys.map(key => values.get(key) ?? '') : [value]} rules={rules} isProse={isProse} />
      {suggestions
        .filter(suggestion => suggestion.value !== value && !isApart)
        .map(suggestion => (
          <button
            key={suggestion.value}
            type="button"
            class="suggestion"
            onClick={() => set(field.key, suggestion.value)}
          >
            Use “{suggestion.value}”, {originOf(suggestion)}
          </button>
        ))}
      <details class="more">
        <summary aria-label={`More about [${field.text}]`}>More</summary>
        {!isApart && (
          <ul class="details">
            {field.places.slice(0, mostPlaces).map(place => (
              <li key={`${place.path} ${place.index}`}>
                In {placeName(place, hasManyFiles)}:<pre class="line">{place.around}</pre>
              </li>
            ))}
            {count > mostPlaces && <li>And {count - mostPlaces} more places.</li>}
          </ul>
        )}
        <div class="actions">
          {count > 1 && (
            <button type="button" class="quiet" onClick={toggleApart}>
              {isApart ? 'The same everywhere' : 'Another value for each place'}
            </button>
          )}
          {leave && (
            <button type="button" class="quiet" onClick={() => leave(true)}>
              Leave it as it is
            </button>
          )}
          {isProse && (
            <button type="button" class="quiet" onClick={() => isProse(field.key)}>
              This is no placeholder
            </button>
          )}
        </div>
      </details>
    </div>
  );
}
