import {type ReadonlySignal, signal} from '@preact/signals-core';
import {dequal} from 'dequal/lite';
import browser, {type Storage} from 'webextension-polyfill';
import {said} from '../texts/said.ts';
import {sendToBackground} from './extension.ts';
import type {Area} from './item-kinds.ts';
import {NotKept, StorageFull} from './storage-error.ts';

const refusals = signal(0);

/** How often this page's writes found no room. */
export const foundFull: ReadonlySignal<number> = refusals;

const roomless = signal<ReadonlySet<string>>(new Set());

/** Keys of the items for which this page's last write found no room. */
export const withoutRoom: ReadonlySignal<ReadonlySet<string>> = roomless;

function tellRoom(key: string, isFound: boolean): void {
  if (roomless.value.has(key) !== isFound) return;
  const others = [...roomless.value].filter(other => other !== key);
  roomless.value = new Set(isFound ? others : [...others, key]);
}

/** What stands in the storage, as it is; what is on this computer before what is synced. @throws NotKept */
export async function readRaw(keys: readonly string[], isSynced: boolean): Promise<ReadonlyMap<string, unknown>> {
  const {local, sync} = browser.storage;
  try {
    const all = await Promise.all([isSynced ? sync.get([...keys]) : {}, local.get([...keys])]);
    return new Map(all.flatMap(items => Object.entries(items)));
  } catch {
    throw new NotKept(said('browser.cannotRead'));
  }
}

/**
 * Has the background write an item where it is still what this page saw.
 *
 * @returns whether it was
 * @throws NotKept where the browser does not take it, and where the background does not answer
 */
export async function replaceRaw(key: string, from: unknown, to: unknown, isSynced: boolean): Promise<boolean> {
  const answer = await sendToBackground({type: 'write-kept', key, from, to}).catch(() => undefined);
  if (answer === 'written') {
    tellRoom(key, true);
    return true;
  }
  if (answer === 'otherwise') return false;
  if (answer === 'full') {
    tellRoom(key, false);
    refusals.value += 1;
    throw new StorageFull();
  }
  if (answer === 'refused') throw new NotKept(said('browser.cannotWrite'), said('browser.cannotWrite advice'));
  // The background can be stopped before it answers, although the item is written.
  const now = (await readRaw([key], isSynced)).get(key);
  if (dequal(now, to)) {
    tellRoom(key, true);
    return true;
  }
  throw new NotKept(said('browser.noAnswer'), said('browser.noAnswer advice'));
}

/** Tells by how many bytes what is kept in a storage grew, as the browser counts; less than 0 where it shrank. */
export function onKeptGrowth(listener: (area: Area, bytes: number) => void): void {
  const size = (value: unknown) => (value === undefined ? 0 : JSON.stringify(value).length);
  browser.storage.onChanged.addListener((changes: Record<string, Storage.StorageChange>, area) => {
    if (area !== 'local' && area !== 'sync') return;
    const grown = Object.values(changes).map(({oldValue, newValue}) => size(newValue) - size(oldValue));
    listener(
      area,
      grown.reduce((sum, bytes) => sum + bytes, 0),
    );
  });
}
