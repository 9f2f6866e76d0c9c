import {type Signal, signal} from '@preact/signals-core';
import {type Area, keptKinds, kindOfKey} from '../browser/item-kinds.ts';
import type {ListedItem} from '../browser/list-items.ts';
import {fullness} from '../browser/room.ts';
import {keptRoomTexts as texts} from '../texts/kept-room.ts';

/** How much room is left in the browser's storages. */
export interface Room {
  /** From 0 to 1. */
  readonly full: Readonly<Record<Area, number>>;
  /** How many items are on this computer only, because the synced storage had no room for them. */
  readonly onlyHere: number;
}

/** The room that a list of all that is kept leaves. */
export function roomOf(listed: readonly ListedItem[]): Room {
  const isOnlyHere = ({key, area}: ListedItem) => {
    const kind = kindOfKey(key);
    return area === 'local' && kind !== undefined && keptKinds[kind.name].area === 'sync';
  };
  return {
    full: {local: fullness(listed, 'local'), sync: fullness(listed, 'sync')},
    onlyHere: listed.filter(isOnlyHere).length,
  };
}

/** How full a storage is when that is said. */
export const nearlyFull = 0.8;

/** What is to be said of the room, one sentence after the other; nothing while there is enough. */
export function roomWords({full, onlyHere}: Room): readonly string[] {
  const percent = (share: number) => Math.min(100, Math.floor(share * 100));
  const synced = onlyHere > 0 ? texts.syncedAndHere(percent(full.sync), onlyHere) : texts.synced(percent(full.sync));
  return [
    ...(full.sync >= nearlyFull || onlyHere > 0 ? [synced] : []),
    ...(full.local >= nearlyFull ? [texts.local(percent(full.local))] : []),
  ];
}

/** As it was looked at last: when the page was opened or cleaned up, and whenever it became another; see follow-room.ts. */
export const room: Signal<Room | undefined> = signal(undefined);
