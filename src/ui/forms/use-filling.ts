import {useMemo, useRef} from 'preact/hooks';
import type {Field} from '../../customer/filling/files.ts';
import {type FieldPart, partsOf, withKnown, withoutLeft} from '../../customer/filling/filled-fields.ts';
import type {Suggestion} from '../../placeholders/index.ts';

/** What goes into the files, and where the fields stand. */
export interface Filling {
  readonly parts: ReadonlyMap<string, FieldPart>;
  /** What goes in by itself, with where it comes from, by placeholder. */
  readonly automatic: ReadonlyMap<string, Suggestion>;
  /** What stands in the fields: what was typed, and what goes in by itself. */
  readonly shown: ReadonlyMap<string, string>;
  /** What goes into the files: the same without placeholders that are left as they are. */
  readonly values: ReadonlyMap<string, string>;
}

interface FillingOptions {
  /** Placeholders that are left as they are. */
  readonly left?: ReadonlySet<string>;
  /** What will be known, where it depends on fields of the same form; what is known by default. */
  readonly knowable?: ReadonlyMap<string, Suggestion>;
  /** How often the form began anew: where each field stands is decided again. */
  readonly turn?: number;
}

const noKeys: ReadonlySet<string> = new Set();

const valuesIn = (suggestions: ReadonlyMap<string, Suggestion>) =>
  new Map([...suggestions].map(([key, {value}]) => [key, value]));

/**
 * Fills in what is known of the customer where nothing was typed. What comes to be known while the form stands open is only offered.
 *
 * @param known this customer's own values, by placeholder
 * @param isRead whether it is known what was typed before
 */
export function useFilling(
  fields: readonly Field[],
  typed: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, Suggestion>,
  isRead: boolean,
  {left = noKeys, knowable = known, turn = 0}: FillingOptions = {},
): Filling {
  const decided = useRef<ReadonlyMap<string, FieldPart>>(new Map());
  const decidedIn = useRef(turn);
  const parts = useMemo(() => {
    if (decidedIn.current !== turn) decided.current = new Map();
    decidedIn.current = turn;
    if (isRead) {
      const possible = valuesIn(knowable);
      const values = withoutLeft(withKnown(typed, possible), left);
      decided.current = partsOf(decided.current, fields, possible, values);
    }
    return decided.current;
  }, [fields, isRead, turn]);
  return useMemo(() => {
    const automatic = new Map([...known].filter(([key]) => parts.get(key) === 'known'));
    const shown = withKnown(typed, valuesIn(automatic));
    return {parts, automatic, shown, values: withoutLeft(shown, left)};
  }, [parts, known, typed, left]);
}
