/**
 * What gitbeaker needs of `qs`: a flat object as a query, lists as `name[]=…`, nothing for undefined. The whole library is
 * larger than the panel's own code.
 */
export function stringify(values: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    if (Array.isArray(value)) for (const item of value) query.append(`${name}[]`, String(item));
    else query.append(name, value === null ? '' : String(value));
  }
  return query.toString();
}

/** A query, as it stands in the address of a list's next page, as an object; lists under `name[]` become arrays. */
export function parse(query: string): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [key, value] of new URLSearchParams(query)) {
    if (!key.endsWith('[]')) {
      values[key] = value;
      continue;
    }
    const name = key.slice(0, -2);
    const before = values[name];
    values[name] = Array.isArray(before) ? [...before, value] : [value];
  }
  return values;
}

export default {stringify, parse};
