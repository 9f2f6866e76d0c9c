import {type ReadonlySignal, signal} from '@preact/signals-core';
import {dequal} from 'dequal/lite';
import browser, {type Storage} from 'webextension-polyfill';
import {said} from '../texts/said.ts';
import {sendToBackground} from './extension.ts';
import {type Kind, type KindName, keptKinds, keyOf, migrated, olderKeysOf, ownerlessKeyOf} from './item-kinds.ts';
import {readRaw, replaceRaw} from './raw-items.ts';
import {inTurn} from './serial.ts';
import type {Choose, Shape} from './shape.ts';
import {NotKept} from './storage-error.ts';

/** Whose items. The user may be known only later; until then nothing is read or written. */
export interface Whose {
  /** The GitLab host's name. */
  readonly host: string;
  /** Rejects where nobody is signed in. */
  readonly userId: () => Promise<number>;
}

/** What is kept of one thing. */
export interface Held<T> {
  /** The user's own. */
  readonly own: T;
  /** What was kept before users were told apart, unless the user said that it is not theirs. */
  readonly ownerless: T;
}

/** All items of a kind, as their user has them. Each function rejects with {@link NotKept} where the browser does not do it. */
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
   * @returns changes what is kept at once and without the background; only for a kind that is kept on this computer alone
   */
  follow(of?: string): Promise<(step: (held: Held<T>) => T) => void>;
  /** Forgets the user's own. */
  remove(of?: string): Promise<void>;
  /**
   * Makes what was kept before users were told apart the user's own; of two that are the same the own one stays.
   *
   * @returns whether it was: not where another version wrote it, which stays as it is
   */
  adopt(of?: string): Promise<boolean>;
  /**
   * Takes in what comes from elsewhere, of this version.
   *
   * @param choose which of two stays that are the same
   * @returns whether it could: not where what is kept here is not understood
   */
  merge(of: string | undefined, other: unknown, choose: Choose): Promise<boolean>;
}

const odd = signal<ReadonlyMap<string, number>>(new Map());

/** How many entries of what this page read are not understood, by the item's key. They stay as they are and are not shown. */
export const notUnderstood: ReadonlySignal<ReadonlyMap<string, number>> = odd;

function tellOdd(key: string, count: number): void {
  if ((odd.value.get(key) ?? 0) === count) return;
  odd.value = new Map([...odd.value].filter(([other]) => other !== key));
  if (count > 0) odd.value = new Map([...odd.value, [key, count]]);
}

/** Other pages can change an item this often while this one tries to, before it gives up. */
const mostTries = 60;

/** @throws NotKept where others change it all the time, and what `tryOnce` throws */
async function untilWritten(tryOnce: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) if (await tryOnce()) return;
  throw new NotKept(said('browser.changedElsewhere'), said('browser.changedElsewhere advice'));
}

/** As it is in the storage: without fields that are undefined. What is empty is not kept. */
function stored(value: unknown): unknown {
  const json = value === undefined ? '{}' : JSON.stringify(value);
  return json === '{}' || json === '[]' ? undefined : JSON.parse(json);
}

/** Whether two were made one: not where one of them is not understood, and not yet where another page was quicker. */
type Merged = 'written' | 'otherwise' | 'odd';

/** What stands in the storage of one thing. */
interface Found<T> {
  readonly of: string | undefined;
  readonly key: string;
  /** What stands at the key. */
  readonly from: unknown;
  /** The item of an older version that is there in its place. */
  readonly before: {readonly key: string; readonly raw: unknown} | undefined;
  /** The user's own item, as the newest version has it. */
  readonly raw: unknown;
  /** The key from before users were told apart. */
  readonly older: string | undefined;
  readonly olderRaw: unknown;
  /** The same as the newest version has it. */
  readonly moved: unknown;
  readonly held: Held<T>;
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
  const kind: Kind = keptKinds[name];
  const [oldest] = kind.versions;
  const isSynced = kind.area === 'sync';
  const keysOf = (userId: number, of: string | undefined) => ({
    key: keyOf(name, {...whose, userId}, of),
    olderOwn: olderKeysOf(name, {...whose, userId}, of),
    older: oldest.owned === 'user' ? undefined : ownerlessKeyOf(name, whose.host, of),
  });
  const declinedKey = (userId: number) => keyOf(isSynced ? 'not-mine-synced' : 'not-mine', {...whose, userId});
  /** One after the other on this page, so that reading waits for what is being written. */
  const turn = <R>(of: string | undefined, work: () => Promise<R>) => inTurn(`${name} ${whose.host} ${of}`, work);

  async function look(ofs: readonly (string | undefined)[]) {
    const userId = await whose.userId();
    const declined = declinedKey(userId);
    const places = ofs.map(of => ({of, ...keysOf(userId, of)}));
    const keys = places.flatMap(({key, older, olderOwn}) => [key, ...olderOwn.map(own => own.key), older ?? []].flat());
    const raws = await readRaw([...keys, declined], isSynced);
    const isDeclined = oldest.owned === 'host' && raws.has(declined) && raws.get(declined) !== undefined;
    return places.map(({of, key, older, olderOwn}): Found<T> => {
      const from = raws.get(key);
      const last = from === undefined ? olderOwn.find(own => raws.get(own.key) !== undefined) : undefined;
      const before = last && {key: last.key, raw: raws.get(last.key)};
      const raw = last ? migrated(kind, last.version, before?.raw) : from;
      const olderRaw = older === undefined || isDeclined ? undefined : raws.get(older);
      const moved = olderRaw === undefined ? undefined : migrated(kind, oldest.version, olderRaw);
      tellOdd(key, shape.odd(raw) + shape.odd(moved));
      return {
        of,
        key,
        from,
        before,
        older,
        raw,
        olderRaw,
        moved,
        held: {own: shape.read(raw), ownerless: shape.read(moved)},
      };
    });
  }

  /** What is kept of one thing. */
  async function lookAt(of: string | undefined): Promise<Found<T>> {
    const [found] = await look([of]);
    // It finds one for each that it is asked for.
    return found as Found<T>;
  }

  /** @returns whether it still was what was found; an item of an older version goes once the new one is kept */
  async function replace({key, from, before}: Found<T>, to: unknown): Promise<boolean> {
    if (!(await replaceRaw(key, from, to, isSynced))) return false;
    if (before) await replaceRaw(before.key, before.raw, undefined, isSynced);
    return true;
  }

  async function mergeInto(found: Found<T>, other: unknown, choose: Choose): Promise<Merged> {
    const {raw} = found;
    if (!shape.isUnderstood(raw) || !shape.isUnderstood(other)) return 'odd';
    const to = stored(shape.merge(raw, other, choose));
    return dequal(raw, to) || (await replace(found, to)) ? 'written' : 'otherwise';
  }

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
      let raw = first;
      browser.storage.onChanged.addListener((changes: Record<string, Storage.StorageChange>, area) => {
        if (area === 'local' && Object.hasOwn(changes, key)) raw = changes[key]?.newValue;
      });
      return step => {
        const to = stored(shape.write(raw, step({...held, own: shape.read(raw)})));
        if (dequal(raw, to)) return;
        const {local} = browser.storage;
        // The background may sleep, and Firefox may not write for a page that goes: both. Nobody is left to hear of a failure.
        void sendToBackground({type: 'write-kept', key, from: raw, to}).catch(() => undefined);
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

    adopt: of =>
      turn(of, async () => {
        let isOwn = true;
        await untilWritten(async () => {
          const found = await lookAt(of);
          const {older, olderRaw, moved} = found;
          if (older === undefined || olderRaw === undefined) return true;
          const merged = await mergeInto(found, moved, own => own);
          isOwn = merged !== 'odd';
          return merged === 'written' ? replaceRaw(older, olderRaw, undefined, isSynced) : !isOwn;
        });
        return isOwn;
      }),

    merge: (of, other, choose) =>
      turn(of, async () => {
        let isMerged = false;
        await untilWritten(async () => {
          const merged = await mergeInto(await lookAt(of), other, choose);
          isMerged = merged === 'written';
          return merged !== 'otherwise';
        });
        return isMerged;
      }),
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
