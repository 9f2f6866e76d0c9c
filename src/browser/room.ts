import type {Area} from './item-kinds.ts';
import type {ListedItem} from './list-items.ts';

/** What the browsers' storages take: bytes, and items. */
const limits: Readonly<Record<Area, {readonly bytes: number; readonly items: number}>> = {
  local: {bytes: 10_485_760, items: Number.POSITIVE_INFINITY},
  sync: {bytes: 102_400, items: 512},
};

/** How much of a storage so many bytes are, from 0 to 1. */
export function shareOf(bytes: number, area: Area): number {
  return bytes / limits[area].bytes;
}

/** How full a storage is, from 0 to 1, by what comes to its end first. */
export function fullness(listed: readonly ListedItem[], area: Area): number {
  const items = listed.filter(item => item.area === area);
  const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
  return Math.max(shareOf(bytes, area), items.length / limits[area].items);
}
