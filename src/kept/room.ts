import {type Signal, signal} from '@preact/signals-core';
import {type Area, keptKinds, kindOfKey, type Owner, sideOfKey} from '../browser/item-kinds.ts';
import type {ListedItem} from '../browser/list-items.ts';
import {fullness} from '../browser/room.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import {said} from '../texts/said.ts';

/** How much room is left in the browser's storages. */
export interface Room {
  /** From 0 to 1. */
  readonly full: Readonly<Record<Area, number>>;
  /** How many items are on this computer only, because the synced storage had no room for them. */
  readonly onlyHere: number;
  /** How much of what is kept on this computer is other users', from 0 to 1; 0 where the page's user is not known. */
  readonly others: number;
}

/**
 * The room that a list of all that is kept leaves.
 *
 * @param owner the page's user; undefined where nobody is signed in
 */
export function roomOf(listed: readonly ListedItem[], owner: Owner | undefined): Room {
  const isOnlyHere = ({key, area}: ListedItem) => {
    const kind = kindOfKey(key);
    return area === 'local' && kind !== undefined && keptKinds[kind.name].area === 'sync';
  };
  const bytesOf = (items: readonly ListedItem[]) => items.reduce((sum, {bytes}) => sum + bytes, 0);
  const here = listed.filter(({area}) => area === 'local');
  const others = owner ? here.filter(({key}) => sideOfKey(key, owner) === 'others') : [];
  return {
    full: {local: fullness(listed, 'local'), sync: fullness(listed, 'sync')},
    onlyHere: listed.filter(isOnlyHere).length,
    others: others.length === 0 ? 0 : bytesOf(others) / bytesOf(here),
  };
}

/** How full a storage is when that is said. */
export const nearlyFull = 0.8;

/** Whether there is something to be said of the room: a storage is nearly full, or was too full for something. */
export function isTight({full, onlyHere}: Room): boolean {
  return onlyHere > 0 || full.local >= nearlyFull || full.sync >= nearlyFull;
}

/** Whether the reason why something was not kept is that there is no room; all such reasons are told at once. */
export function isOfRoom({advice}: Problem): boolean {
  return advice.text === said('browser.full advice').text;
}

/** As it was looked at last: when the page was opened or cleaned up, and whenever it became another; see follow-room.ts. */
export const room: Signal<Room | undefined> = signal(undefined);
