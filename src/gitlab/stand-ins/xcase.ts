type Keyed = Readonly<Record<string, unknown>>;

const isKeyed = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));

function withKeys(value: unknown, change: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map(item => withKeys(item, change));
  if (!isKeyed(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [change(key), withKeys(inner, change)]));
}

/** What gitbeaker needs of `xcase`: names of parameters as GitLab spells them, `perPage` as `per_page`, in any depth. */
export function decamelizeKeys(value: unknown): unknown {
  return withKeys(value, key =>
    /^[a-z]/.test(key) ? key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`) : key,
  );
}

/** The way back, which gitbeaker asks for only where it is told to. */
export function camelizeKeys(value: unknown): unknown {
  return withKeys(value, key => key.replace(/(?<=.)_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase()));
}
