/** A value that was committed for a placeholder of a customer's. */
export interface FilledValue {
  /** Id of the customer's project. */
  readonly project: number;
  /** What the placeholder means; see `meaningOf`. */
  readonly meaning: string;
  readonly value: string;
  /** The customer's name, where it was known. */
  readonly customer?: string | undefined;
  /** Its commit was undone: it is offered again, and never filled in by itself. */
  readonly undone?: true | undefined;
}

/** A value that other customers were given. */
interface OthersValue {
  readonly value: string;
  /** Their names as far as they are known, the latest first. */
  readonly customers: readonly string[];
}

/** What was committed before, the latest first. */
export type FilledValues = readonly FilledValue[];

const most = 600;

/** The history with what was just committed; of one meaning in one project only the latest is kept. */
export function withFilled(history: FilledValues, filled: FilledValues): FilledValues {
  const seen = new Set<string>();
  return [...filled, ...history]
    .filter(({project, meaning}) => {
      const id = `${project}\n${meaning}`;
      return !seen.has(id) && seen.add(id);
    })
    .slice(0, most);
}

/** The customers' names as far as they are known, each once. */
function namesOf(filled: FilledValues): string[] {
  return [...new Set(filled.flatMap(({customer}) => customer ?? []))];
}

/** What the history has for a placeholder: for this customer, where that was not undone or was, for every customer alike, and for another one. */
export function learned(
  history: FilledValues,
  project: number,
  meaning: string,
): {
  readonly before?: string;
  readonly undone?: string;
  readonly always?: OthersValue;
  readonly elsewhere?: OthersValue;
} {
  const same = history.filter(entry => entry.meaning === meaning);
  const own = same.find(entry => entry.project === project);
  const others = same.filter(entry => entry.project !== project && !entry.undone);
  const value = others[0]?.value;
  const alike = others.filter(entry => entry.value === value);
  const isAlways = others.length > 1 && alike.length === others.length;
  const given = value === undefined ? undefined : {value, customers: namesOf(alike)};
  return {
    ...(own === undefined ? {} : own.undone ? {undone: own.value} : {before: own.value}),
    ...(given === undefined ? {} : isAlways ? {always: given} : {elsewhere: given}),
  };
}
