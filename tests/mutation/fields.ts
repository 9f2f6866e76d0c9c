/** Which elements of lists on the way to a field are meant. */
export type Pick = 'first' | 'last' | 'all';

/** A field of an answer: the keys that lead to it; `[]` stands for the elements of a list. The empty one is the answer itself. */
export type Field = readonly string[];

/** What stands in for a value; `gone` takes the key or the element away. */
export type Change = {readonly value: unknown} | 'gone';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field in words: `shared_with_groups[].group_id`. */
export function wordsOf(field: Field): string {
  return field.length === 0 ? 'the answer' : field.join('.').replaceAll('.[]', '[]');
}

/** All fields of an answer. */
export function fieldsOf(value: unknown): readonly Field[] {
  const found = new Map<string, Field>();
  const walk = (inner: unknown, field: Field) => {
    found.set(field.join('\n'), field);
    if (Array.isArray(inner)) for (const element of inner) walk(element, [...field, '[]']);
    else if (isRecord(inner)) for (const [key, element] of Object.entries(inner)) walk(element, [...field, key]);
  };
  walk(value, []);
  return [...found.values()];
}

/** A value with a field changed. */
export function changed(value: unknown, field: Field, pick: Pick, change: Change): unknown {
  const [key, ...rest] = field;
  if (key === undefined) return change === 'gone' ? undefined : change.value;
  const isLast = rest.length === 0;
  if (Array.isArray(value)) {
    if (key !== '[]') return value;
    const isMeant = (index: number) => pick === 'all' || index === (pick === 'first' ? 0 : value.length - 1);
    return value.flatMap((element, index) => {
      if (!isMeant(index)) return [element];
      return isLast && change === 'gone' ? [] : [changed(element, rest, pick, change)];
    });
  }
  if (!isRecord(value) || !(key in value)) return value;
  if (!isLast || change !== 'gone') return {...value, [key]: changed(value[key], rest, pick, change)};
  const {[key]: _gone, ...others} = value;
  return others;
}
