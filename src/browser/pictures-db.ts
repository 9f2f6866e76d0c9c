import {createStore, delMany, get, set} from 'idb-keyval';
import type {Owner} from './item-kinds.ts';

/** Apart from the results, because each of these databases has one store. */
const store = createStore('csm-checklist-pictures', 'pictures');

const keyOf = ({host, userId}: Owner, id: string) => `${host} ${userId} ${id}`;

/** Keeps a picture's bytes, as base64. Rejects where the browser does not keep them. */
export async function keepPicture(owner: Owner, id: string, base64: string): Promise<void> {
  await set(keyOf(owner, id), base64, store);
}

/** A picture's bytes as base64; undefined where there is none of this user's. Rejects where the browser does not give them. */
export async function readPicture(owner: Owner, id: string): Promise<string | undefined> {
  return get<string>(keyOf(owner, id), store);
}

/** Forgets pictures. Rejects where the browser does not. */
export async function forgetPictures(owner: Owner, ids: readonly string[]): Promise<void> {
  await delMany(
    ids.map(id => keyOf(owner, id)),
    store,
  );
}
