import {type ReadonlySignal, signal} from '@preact/signals-core';
import {said} from '../texts/said.ts';
import {type Kind, type KindName, keptKinds, keyOf, migrated, olderKeysOf, ownerlessKeyOf} from './item-kinds.ts';
import {readRaw, replaceRaw} from './raw-items.ts';
import {inTurn} from './serial.ts';
import type {Shape} from './shape.ts';
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
export async function untilWritten(tryOnce: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) if (await tryOnce()) return;
  throw new NotKept(said('browser.changedElsewhere'), said('browser.changedElsewhere advice'));
}

/** As it is in the storage: without fields that are undefined. What is empty is not kept. */
export function stored(value: unknown): unknown {
  const json = value === undefined ? '{}' : JSON.stringify(value);
  return json === '{}' || json === '[]' ? undefined : JSON.parse(json);
}

/** What stands in the storage of one thing. */
export interface Found<T> {
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

/** What stands in the storage of a kind's items, and how it is replaced. */
export interface Finder<T> {
  /** One after the other on this page, so that reading waits for what is being written. */
  turn<R>(of: string | undefined, work: () => Promise<R>): Promise<R>;
  /** @returns one for each that it is asked for */
  look(ofs: readonly (string | undefined)[]): Promise<readonly Found<T>[]>;
  lookAt(of: string | undefined): Promise<Found<T>>;
  /** @returns whether it still was what was found; an item of an older version goes once the new one is kept */
  replace(found: Found<T>, to: unknown): Promise<boolean>;
}

/** Finds the items of a kind that is a user's. */
export function createFinder<T>(name: KindName, whose: Whose, shape: Shape<T>): Finder<T> {
  const kind: Kind = keptKinds[name];
  const [oldest] = kind.versions;
  const isSynced = kind.area === 'sync';
  const keysOf = (userId: number, of: string | undefined) => ({
    key: keyOf(name, {...whose, userId}, of),
    olderOwn: olderKeysOf(name, {...whose, userId}, of),
    older: oldest.owned === 'user' ? undefined : ownerlessKeyOf(name, whose.host, of),
  });
  const declinedKey = (userId: number) => keyOf(isSynced ? 'not-mine-synced' : 'not-mine', {...whose, userId});
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

  return {
    turn: (of, work) => inTurn(`${name} ${whose.host} ${of}`, work),
    look,
    lookAt,
    async replace({key, from, before}, to) {
      if (!(await replaceRaw(key, from, to, isSynced))) return false;
      if (before) await replaceRaw(before.key, before.raw, undefined, isSynced);
      return true;
    },
  };
}
