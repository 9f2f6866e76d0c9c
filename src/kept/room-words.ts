import {type KindName, kindOfKey} from '../browser/item-kinds.ts';
import {keptRoomTexts as texts} from '../texts/kept-room.ts';
import {nearlyFull, type Room} from './room.ts';

const percent = (share: number) => Math.min(100, Math.floor(share * 100));

/** What is to be said of the synced storage's room; nothing while there is enough. */
export function syncedWords({full, onlyHere}: Room): string | undefined {
  if (onlyHere > 0) return texts.syncedAndHere(percent(full.sync), onlyHere);
  return full.sync >= nearlyFull ? texts.synced(percent(full.sync)) : undefined;
}

/** The same of the storage on this computer. */
export function localWords({full}: Room): string | undefined {
  return full.local >= nearlyFull ? texts.local(percent(full.local)) : undefined;
}

/** Whether a user who forgets all that is theirs makes little room on this computer: most of it is other users'. */
export function isOthers({full, others}: Room): boolean {
  return full.local >= nearlyFull && others > 0.5;
}

/** Whether there was no room for an item of one of these kinds. @param keys of the items for which there was none */
export function hasKind(keys: ReadonlySet<string>, ...names: readonly KindName[]): boolean {
  return [...keys].some(key => names.some(name => kindOfKey(key)?.name === name));
}
