import {GraphQLError} from 'graphql';

/** The arguments by which a connection is paged. */
export interface PageArguments {
  readonly after?: string | null;
  readonly before?: string | null;
  readonly first?: number | null;
  readonly last?: number | null;
}

/** A place in a list. It belongs to the item, so that a cursor stays good when others come and go. */
type Key = readonly (string | number)[];

function compare(one: Key, other: Key): number {
  for (const [index, part] of one.entries()) {
    const rest = other[index] ?? '';
    if (part !== rest) return part < rest ? -1 : 1;
  }
  return 0;
}

const cursorOf = (key: Key) => Buffer.from(JSON.stringify(key)).toString('base64url');

function keyOfCursor(cursor: string): Key {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key)) return key;
  } catch {
    // Answered below, as is JSON that is no key.
  }
  throw new GraphQLError('Please provide a valid cursor');
}

/** One page of a list, in the order of the items' keys: at most 100 of them. */
export function connection<T>(
  items: readonly T[],
  keyOf: (item: T) => Key,
  node: (item: T) => object,
  {after, before, first, last}: PageArguments,
): object {
  if (typeof first === 'number' && typeof last === 'number') {
    throw new GraphQLError('Can only provide either `first` or `last`, not both');
  }
  let rows = items.map(item => ({item, key: keyOf(item)})).sort((one, two) => compare(one.key, two.key));
  if (typeof after === 'string') {
    const start = keyOfCursor(after);
    rows = rows.filter(({key}) => compare(key, start) > 0);
  }
  if (typeof before === 'string') {
    const end = keyOfCursor(before);
    rows = rows.filter(({key}) => compare(key, end) < 0);
  }
  const size = Math.max(0, Math.min(100, first ?? last ?? 100));
  const isBackwards = typeof last === 'number';
  const taken = isBackwards ? rows.slice(Math.max(0, rows.length - size)) : rows.slice(0, size);
  const hasMore = taken.length < rows.length;
  const [head] = taken;
  const tail = taken.at(-1);
  return {
    count: items.length,
    nodes: () => taken.map(({item}) => node(item)),
    pageInfo: {
      startCursor: head ? cursorOf(head.key) : null,
      endCursor: tail ? cursorOf(tail.key) : null,
      hasNextPage: isBackwards ? typeof before === 'string' : hasMore,
      hasPreviousPage: isBackwards ? hasMore : typeof after === 'string',
    },
  };
}
