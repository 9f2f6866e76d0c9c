import {dequal} from 'dequal/lite';
import {type Area, keptKinds, kindOfKey} from './item-kinds.ts';
import {inTurn} from './serial.ts';

/** What a page asks to be kept. */
interface Wish {
  readonly key: string;
  /** What the page saw there; undefined for nothing. */
  readonly from?: unknown;
  /** What is to be there; undefined for nothing. */
  readonly to?: unknown;
}

/**
 * What came of it: kept, not because something else is there by now, not because this computer's storage has no room left, or not because
 * the browser does not take it.
 */
export type Written = 'written' | 'otherwise' | 'full' | 'refused';

/** Both browsers speak of the quota, in the words or in the name. */
const refusalOf = (error: unknown): Written => (/quota/i.test(String(error)) ? 'full' : 'refused');

/** As much of the browser's storage as is written with. */
export interface StorageDoor {
  /** @param keys null for all that is there */
  get(area: Area, keys: string | null): Promise<Record<string, unknown>>;
  set(area: Area, items: Record<string, unknown>): Promise<void>;
  remove(area: Area, key: string): Promise<void>;
}

async function write({get, set, remove}: StorageDoor, {key, from, to}: Wish): Promise<Written> {
  const kind = kindOfKey(key);
  if (kind === undefined) return 'refused';
  const {area} = keptKinds[kind.name];
  const here = (await get('local', key))[key];
  const synced = area === 'sync' ? (await get('sync', key))[key] : undefined;
  const now = here === undefined ? synced : here;
  if (!dequal(now, from)) return 'otherwise';
  if (to === undefined) {
    await remove('local', key);
    if (area === 'sync') await remove('sync', key);
    return 'written';
  }
  // Where both have it, another computer may have changed the synced one since: this one goes on by itself.
  if (area === 'local' || (here !== undefined && synced !== undefined)) await set('local', {[key]: to});
  else {
    const isSynced = await set('sync', {[key]: to}).then(
      () => true,
      () => false,
    );
    if (!isSynced) await set('local', {[key]: to});
    else if (here !== undefined) await remove('local', key);
  }
  return 'written';
}

/**
 * The one who writes what pages share: one change after the other for all of them, each only where the page has seen what is there. A
 * synced item that its storage has no room for is kept on this computer.
 */
export function createWriter(door: StorageDoor): (wish: Wish) => Promise<Written> {
  return wish => inTurn(wish.key, () => write(door, wish).catch(refusalOf));
}
