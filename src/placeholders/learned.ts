/** A value that was committed for a placeholder of a customer's. */
export interface FilledValue {
  /** Id of the customer's project. */
  readonly project: number;
  /** What the placeholder means; see `meaningOf`. */
  readonly meaning: string;
  readonly value: string;
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

/** What the history has for a placeholder: for this customer, for every customer alike, and for another one. */
export function learned(
  history: FilledValues,
  project: number,
  meaning: string,
): {readonly before?: string; readonly always?: string; readonly elsewhere?: string} {
  const same = history.filter(entry => entry.meaning === meaning);
  const before = same.find(entry => entry.project === project)?.value;
  const others = same.filter(entry => entry.project !== project).map(({value}) => value);
  const [first] = others;
  const isAlways = others.length > 1 && others.every(value => value === first);
  return {
    ...(before === undefined ? {} : {before}),
    ...(first === undefined ? {} : isAlways ? {always: first} : {elsewhere: first}),
  };
}
