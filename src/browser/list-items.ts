import * as v from 'valibot';
import {type Area, kindOfKey} from './item-kinds.ts';
import type {StorageDoor} from './write-items.ts';

const listedSchema = v.object({
  key: v.string(),
  area: v.picklist(['local', 'sync']),
  /** As the browser counts: the key's and the value's, as JSON. */
  bytes: v.number(),
});

/** An item of ours as it lies in a storage. */
export type ListedItem = v.InferOutput<typeof listedSchema>;

/** All items of ours, with their sizes. Rejects where the storage cannot be read. */
export async function listKept({get}: StorageDoor): Promise<readonly ListedItem[]> {
  const areas: readonly Area[] = ['local', 'sync'];
  const all = await Promise.all(areas.map(async area => [area, await get(area, null)] as const));
  const length = (text: string) => new TextEncoder().encode(text).length;
  return all.flatMap(([area, items]) =>
    Object.entries(items)
      .filter(([key]) => kindOfKey(key) !== undefined)
      .map(([key, item]) => ({key, area, bytes: length(key) + length(JSON.stringify(item) ?? '')})),
  );
}

/** What the background answered, as the list that it is; nothing where it is none. */
export function listedOf(answer: unknown): readonly ListedItem[] {
  const result = v.safeParse(v.array(listedSchema), answer);
  return result.success ? result.output : [];
}
