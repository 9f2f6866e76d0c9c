import {dequal} from 'dequal/lite';
import * as v from 'valibot';
import {said} from '../texts/said.ts';
import {NotKept} from './storage-error.ts';

/** Which of two entries stays where both are one and the same. */
export type Choose = (own: unknown, other: unknown) => unknown;

/**
 * How an item, or a part of one, is read and written: entry by entry. What is not understood, because another version wrote it or because
 * it is damaged, is not shown; it stays as it is, in its place, and is never written over. `undefined` stands for nothing kept.
 */
export interface Shape<T> {
  /** What is understood of what is kept. Never throws. */
  read(kept: unknown): T;
  /**
   * What is to be kept in its place, so that it is read as `next`. The same object where nothing changes.
   *
   * @throws NotKept where it would be written over something that is not understood
   */
  write(kept: unknown, next: T): unknown;
  /** Whether it is understood, or nothing is kept; single entries of it may not be. */
  isUnderstood(kept: unknown): boolean;
  /** How many entries are not understood; 1 where the whole is not. */
  odd(kept: unknown): number;
  /**
   * Both in one. What only one has stays; nothing is lost that is not understood.
   *
   * @throws NotKept where one of them is not understood
   */
  merge(own: unknown, other: unknown, choose: Choose): unknown;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's fields; none of anything else. Those that are undefined are not there. */
function fieldsOf(value: unknown): Map<string, unknown> {
  return new Map(isRecord(value) ? Object.entries(value).filter(([, field]) => field !== undefined) : []);
}

const notUnderstood = () => new NotKept(said('browser.ofAnotherVersion'), said('browser.ofAnotherVersion advice'));

/** What all shapes have in common: what stays the same is not touched, and what is not understood is not written over. */
function shape<T>(parts: Shape<T>): Shape<T> {
  const {read, isUnderstood} = parts;
  return {
    ...parts,
    odd: kept => (isUnderstood(kept) ? parts.odd(kept) : 1),
    write(kept, next) {
      if (dequal(read(kept), next)) return kept;
      if (!isUnderstood(kept)) throw notUnderstood();
      return parts.write(kept, next);
    },
    merge(own, other, choose) {
      if (!isUnderstood(own) || !isUnderstood(other)) throw notUnderstood();
      if (own === undefined || other === undefined) return own ?? other;
      return parts.merge(own, other, choose);
    },
  };
}

/**
 * The next value with the fields of the kept one that nobody here knows.
 *
 * @param known what was understood of the kept one
 */
function withUnknown(kept: unknown, known: unknown, next: unknown): unknown {
  if (dequal(known, next)) return kept;
  if (Array.isArray(kept) && Array.isArray(known) && Array.isArray(next)) {
    return next.map(item => {
      const index = known.findIndex(other => dequal(other, item));
      return index < 0 ? item : kept[index];
    });
  }
  if (!isRecord(kept) || !isRecord(known) || !isRecord(next)) return next;
  const [before, after] = [fieldsOf(known), fieldsOf(next)];
  const stays = Object.entries(kept).filter(([name]) => !before.has(name) && !after.has(name));
  const set = [...after].map(([name, value]) => {
    const raw = Object.hasOwn(kept, name) ? kept[name] : undefined;
    if (raw !== undefined && !before.has(name)) throw notUnderstood();
    return [name, raw === undefined ? value : withUnknown(raw, before.get(name), value)] as const;
  });
  return Object.fromEntries([...stays, ...set]);
}

type Schema<T> = v.GenericSchema<unknown, T>;

const understood = <T>(schema: Schema<T>, kept: unknown): {readonly value: T} | undefined => {
  const result = v.safeParse(schema, kept);
  return result.success ? {value: result.output} : undefined;
};

/** One value, understood as a whole or not at all. */
export function wholeOf<T>(schema: Schema<T>): Shape<T | undefined> {
  const read = (kept: unknown) => (kept === undefined ? undefined : understood(schema, kept)?.value);
  return shape<T | undefined>({
    read,
    isUnderstood: kept => kept === undefined || understood(schema, kept) !== undefined,
    odd: () => 0,
    write: (kept, next) => withUnknown(kept, read(kept), next),
    merge: (own, other, choose) => choose(own, other),
  });
}

/** One of several words. One that nobody here knows counts as none; to choose another in its place is the user's right. */
export function wordOf(words: readonly string[]): Shape<string | undefined> {
  return shape<string | undefined>({
    read: kept => (typeof kept === 'string' && words.includes(kept) ? kept : undefined),
    isUnderstood: kept => kept === undefined || typeof kept === 'string',
    odd: () => 0,
    write: (_kept, next) => next,
    merge: (own, other, choose) => choose(own, other),
  });
}

/**
 * A list of entries.
 *
 * @param idOf what an entry is known by: with the same one it is the same entry, even if it changes
 */
export function listOf<T>(schema: Schema<T>, idOf: (entry: T) => string): Shape<readonly T[]> {
  const items = (kept: unknown) =>
    (Array.isArray(kept) ? kept : []).map((raw: unknown) => ({raw, entry: understood(schema, raw)}));
  return shape<readonly T[]>({
    read: kept => items(kept).flatMap(({entry}) => (entry ? [entry.value] : [])),
    isUnderstood: kept => kept === undefined || Array.isArray(kept),
    odd: kept => items(kept).filter(({entry}) => entry === undefined).length,
    write(kept, next) {
      const all = items(kept);
      const unused = new Map<string, (typeof all)[number][]>();
      for (const item of all) {
        if (item.entry) unused.set(idOf(item.entry.value), [...(unused.get(idOf(item.entry.value)) ?? []), item]);
      }
      const taken = next.map(value => ({value, item: unused.get(idOf(value))?.shift()}));
      const stays = new Set(taken.map(({item}) => item));
      /** What is not understood, before the next entry that stays. */
      const before = new Map<unknown, unknown[]>();
      let waiting: unknown[] = [];
      for (const item of all) {
        if (item.entry === undefined) waiting.push(item.raw);
        else if (stays.has(item)) {
          before.set(item, waiting);
          waiting = [];
        }
      }
      const written = taken.flatMap(({value, item}) => [
        ...(before.get(item) ?? []),
        item?.entry ? withUnknown(item.raw, item.entry.value, value) : value,
      ]);
      return [...written, ...waiting];
    },
    merge(own, other, choose) {
      const mine = items(own);
      const theirs = items(other);
      const idsOf = (list: typeof mine) =>
        new Map(list.flatMap(item => (item.entry ? [[idOf(item.entry.value), item.raw] as const] : [])));
      const [ownIds, otherIds] = [idsOf(mine), idsOf(theirs)];
      const merged = mine.map(({raw, entry}) => {
        const id = entry && idOf(entry.value);
        return id !== undefined && otherIds.has(id) ? choose(raw, otherIds.get(id)) : raw;
      });
      const added = theirs.filter(({raw, entry}) =>
        entry ? !ownIds.has(idOf(entry.value)) : !mine.some(item => dequal(item.raw, raw)),
      );
      return [...merged, ...added.map(({raw}) => raw)];
    },
  });
}

/** Entries by name. */
export function mapOf<T>(schema: Schema<T>): Shape<Readonly<Record<string, T>>> {
  const read = (kept: unknown) =>
    Object.fromEntries(
      [...fieldsOf(kept)].flatMap(([name, raw]) => {
        const entry = understood(schema, raw);
        return entry ? [[name, entry.value] as const] : [];
      }),
    );
  return shape<Readonly<Record<string, T>>>({
    read,
    isUnderstood: kept => kept === undefined || isRecord(kept),
    odd: kept => [...fieldsOf(kept)].filter(([, raw]) => !understood(schema, raw)).length,
    write(kept, next) {
      const raws = fieldsOf(kept);
      const known = new Map(Object.entries(read(kept)));
      const set = Object.entries(next).map(([name, value]) => {
        if (raws.has(name) && !known.has(name)) throw notUnderstood();
        // An entry that is said anew is another one: nothing of the one before stays in it.
        return [name, dequal(known.get(name), value) ? raws.get(name) : value] as const;
      });
      const stays = [...raws].filter(([name]) => !known.has(name));
      return Object.fromEntries([...stays, ...set]);
    },
    merge(own, other, choose) {
      const mine = fieldsOf(own);
      const others = [...fieldsOf(other)].map(
        ([name, raw]) => [name, mine.has(name) ? choose(mine.get(name), raw) : raw] as const,
      );
      return Object.fromEntries([...mine, ...others]);
    },
  });
}

/** An object with parts, each of a shape of its own. */
export function partsOf<T extends Readonly<Record<string, unknown>>>(
  parts: {
    readonly [Name in keyof T]-?: Shape<T[Name]>;
  },
): Shape<T> {
  // The compiler does not go through the parts one by one.
  const shapes = Object.entries(parts) as [string, Shape<unknown>][];
  const together = (all: ReadonlyMap<string, unknown>) =>
    Object.fromEntries([...all].filter(([, value]) => value !== undefined));
  return shape<T>({
    read(kept) {
      const fields = fieldsOf(kept);
      return together(new Map(shapes.map(([name, part]) => [name, part.read(fields.get(name))]))) as T;
    },
    isUnderstood: kept => kept === undefined || isRecord(kept),
    odd(kept) {
      const fields = fieldsOf(kept);
      return shapes.reduce((sum, [name, part]) => sum + part.odd(fields.get(name)), 0);
    },
    write(kept, next) {
      const fields = fieldsOf(kept);
      for (const [name, part] of shapes)
        fields.set(name, part.write(fields.get(name), next[name] ?? part.read(undefined)));
      return together(fields);
    },
    merge(own, other, choose) {
      const [mine, theirs] = [fieldsOf(own), fieldsOf(other)];
      const merged = new Map([...theirs, ...mine]);
      for (const [name, part] of shapes) {
        const [one, two] = [mine.get(name), theirs.get(name)];
        // Where only one has it, it stays whatever it is.
        if (one !== undefined && two !== undefined) merged.set(name, part.merge(one, two, choose));
      }
      return together(merged);
    },
  });
}
