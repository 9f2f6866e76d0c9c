import type {Area} from '../browser/item-kinds.ts';
import {foundFull, onKeptGrowth} from '../browser/raw-items.ts';
import {shareOf} from '../browser/room.ts';
import {nearlyFull, room} from './room.ts';

/**
 * Looks again when a write finds no room, and when what is written takes a storage past the share at which that is said, or back.
 *
 * @param look looks at all that is kept, and sets {@link room}
 */
export function followRoom(look: () => Promise<unknown>): void {
  let grown: Record<Area, number> = {local: 0, sync: 0};
  room.subscribe(() => {
    grown = {local: 0, sync: 0};
  });
  foundFull.subscribe(count => {
    // Typing on in a full storage finds none again and again, and nothing is new then.
    const isTold = grown.local === 0 && (room.peek()?.full.local ?? 0) >= nearlyFull;
    if (count > 0 && !isTold) void look();
  });
  onKeptGrowth((area, bytes) => {
    const before = room.peek()?.full[area];
    if (before === undefined) return;
    grown[area] += shareOf(bytes, area);
    if (before >= nearlyFull !== before + grown[area] >= nearlyFull) void look();
  });
}
