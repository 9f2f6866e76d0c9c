import * as v from 'valibot';
import browser, {type Storage} from 'webextension-polyfill';
import {NotKept} from './not-kept.ts';

/** Where a value is kept: on this computer, or with the user's browser account on all of them. */
export type Area = 'local' | 'sync';

/** A kept value; the fallback where there is none and where it is not understood. @throws NotKept where it cannot be read */
export async function readKept<Schema extends v.GenericSchema>(
  area: Area,
  key: string,
  schema: Schema,
  fallback: v.InferOutput<Schema>,
): Promise<v.InferOutput<Schema>> {
  return (await readManyKept(area, [key], schema)).get(key) ?? fallback;
}

/** Kept values by their keys; those that are not there or not understood are missing. @throws NotKept where they cannot be read */
export async function readManyKept<Schema extends v.GenericSchema>(
  area: Area,
  keys: readonly string[],
  schema: Schema,
): Promise<ReadonlyMap<string, v.InferOutput<Schema>>> {
  let stored: Record<string, unknown>;
  try {
    stored = await browser.storage[area].get([...keys]);
  } catch {
    throw new NotKept('The browser’s storage cannot be read.');
  }
  return new Map(
    keys.flatMap(key => {
      const result = v.safeParse(schema, stored[key]);
      return result.success ? [[key, result.output] as const] : [];
    }),
  );
}

/** @throws NotKept where the browser does not keep it */
export async function writeKept(area: Area, key: string, value: unknown): Promise<void> {
  try {
    await browser.storage[area].set({[key]: value});
  } catch {
    throw new NotKept(
      area === 'sync'
        ? 'The browser did not keep it: its synced storage is full or switched off.'
        : 'The browser did not keep it: its storage is full or switched off.',
    );
  }
}

/** @throws NotKept where the browser does not forget it */
export async function removeKept(area: Area, key: string): Promise<void> {
  try {
    await browser.storage[area].remove(key);
  } catch {
    throw new NotKept('The browser’s storage cannot be written.');
  }
}

/** Tells of values that were changed elsewhere: in another tab, or on another computer. */
export function onKeptChange(area: Area, listener: (keys: readonly string[]) => void): void {
  browser.storage.onChanged.addListener((changes: Record<string, Storage.StorageChange>, name: string) => {
    if (name === area) listener(Object.keys(changes));
  });
}
