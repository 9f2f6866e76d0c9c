import {createStore, delMany, entries, get, keys, setMany} from 'idb-keyval';

/** Whose results: on which host, and of which signed-in user. */
interface Whose {
  readonly host: string;
  readonly userId: number;
}

const store = createStore('csm-checklist', 'results');

const keyOf = ({host, userId}: Whose, id: number | '') => `${host} ${userId} ${id}`;

/** All that is kept for a user, or what is kept by an id. Rejects where the browser does not give it. */
export async function readResults(whose: Whose, id?: number): Promise<unknown[]> {
  if (id !== undefined) return [await get(keyOf(whose, id), store)];
  const beginning = keyOf(whose, '');
  const all = await entries<string, unknown>(store);
  return all.filter(([key]) => key.startsWith(beginning)).map(([, result]) => result);
}

/** Keeps results, each by its id. Rejects where the browser does not keep them. */
export async function writeResults(whose: Whose, results: readonly {readonly id: number}[]): Promise<void> {
  await setMany(
    results.map(result => [keyOf(whose, result.id), result]),
    store,
  );
}

/** Forgets all that is kept for a user. Rejects where the browser does not. */
export async function forgetResults(whose: Whose): Promise<void> {
  const beginning = keyOf(whose, '');
  const all = await keys<string>(store);
  await delMany(
    all.filter(key => key.startsWith(beginning)),
    store,
  );
}
