import {dequal} from 'dequal/lite';
import browser, {type Storage} from 'webextension-polyfill';
import {sendToBackground} from './extension.ts';
import {createFinder, type Held, stored, untilWritten, type Whose} from './found-items.ts';
import {type KindName, keptKinds} from './item-kinds.ts';
import type {Shape} from './shape.ts';

/** All items of a kind, as their user has them. Each function rejects with NotKept where the browser does not do it. */
export interface Items<T> {
  /** @param of what it is of, where the kind has one for each of many */
  read(of?: string): Promise<Held<T>>;
  /** Many at once, by what they are of; those of which nothing is kept are missing. */
  readMany(ofs: readonly string[]): Promise<ReadonlyMap<string, Held<T>>>;
  /**
   * Changes what is kept now, which another page may have changed since it was read: for all pages one change after the other.
   *
   * @param step what is kept to what the user's own is to be; it may be called more than once, and what it throws comes back
   * @returns what is kept then
   */
  update(of: string | undefined, step: (held: Held<T>) => T): Promise<Held<T>>;
  /**
   * Reads, and follows what is kept from then on, for a page that goes: it hears no answer any more.
   *
   * @returns changes what is kept at once, unless it is just being changed, here or by another page
   */
  follow(of?: string): Promise<(step: (held: Held<T>) => T) => void>;
  /** Forgets the user's own. */
  remove(of?: string): Promise<void>;
}

/**
 * The items of a kind that is a user's.
 *
 * @param beforeUpdate done before an item is updated, in its turn; what it throws comes back, and then nothing is changed
 */
export function createItems<T>(
  name: KindName,
  whose: Whose,
  shape: Shape<T>,
  beforeUpdate?: () => Promise<void>,
): Items<T> {
  const isSynced = keptKinds[name].area === 'sync';
  const {turn, look, lookAt, replace} = createFinder(name, whose, shape);

  return {
    read: of => turn(of, async () => (await lookAt(of)).held),

    async readMany(ofs) {
      const found = await look(ofs);
      const there = found.filter(({raw, moved}) => raw !== undefined || moved !== undefined);
      return new Map(there.map(({of, held}) => [of ?? '', held]));
    },

    async update(of, step) {
      return turn(of, async () => {
        await beforeUpdate?.();
        let after: Held<T> | undefined;
        await untilWritten(async () => {
          const found = await lookAt(of);
          const {raw, held} = found;
          const to = stored(shape.write(raw, step(held)));
          after = {...held, own: shape.read(to)};
          return dequal(raw, to) || replace(found, to);
        });
        return after ?? (await lookAt(of)).held;
      });
    },

    async follow(of) {
      const {key, raw: first, held} = await turn(of, () => lookAt(of));
      const {local} = browser.storage;
      // Where its storage has no room, a synced item is on this computer, and that one counts.
      const now: Record<string, unknown> = {local: isSynced ? (await local.get(key))[key] : first, sync: first};
      browser.storage.onChanged.addListener((changes: Record<string, Storage.StorageChange>, area) => {
        if (Object.hasOwn(changes, key)) now[area] = changes[key]?.newValue;
      });
      return step => {
        const raw = now.local ?? (isSynced ? now.sync : undefined);
        const to = stored(shape.write(raw, step({...held, own: shape.read(raw)})));
        if (dequal(raw, to)) return;
        // Nobody is left to hear of a failure.
        void sendToBackground({type: 'write-kept', key, from: raw, to}).catch(() => undefined);
        if (isSynced) return;
        // The background may sleep, and Firefox may not write for a page that goes: both.
        void (to === undefined ? local.remove(key) : local.set({[key]: to})).catch(() => undefined);
      };
    },

    remove: of =>
      turn(of, () =>
        untilWritten(async () => {
          const found = await lookAt(of);
          return found.raw === undefined || replace(found, undefined);
        }),
      ),
  };
}

/**
 * Tells of items that were changed, here or elsewhere: in another tab, or on another computer.
 *
 * @returns ends that
 */
export function onKeptChange(listener: (keys: readonly string[]) => void): () => void {
  const {onChanged} = browser.storage;
  const tell = (changes: Record<string, Storage.StorageChange>) => listener(Object.keys(changes));
  onChanged.addListener(tell);
  return () => onChanged.removeListener(tell);
}
