import * as v from 'valibot';
import browser from 'webextension-polyfill';

/** What is remembered on this computer. The number in each key is the item's version. */
const items = {
  /** Whether the panel was open. */
  'panel-open:1': v.boolean(),
  /** Its width in px. */
  'panel-width:1': v.pipe(v.number(), v.minValue(320), v.maxValue(640)),
  /** The segment that a project was last moved to, as its path below the root. */
  'last-segment:1': v.string(),
  /** Whether brackets are marked on the page. */
  'page-marks:1': v.boolean(),
  /** Whether customers are marked in GitLab's own lists. */
  'list-marks:1': v.boolean(),
  /** Whether the form that fills in files opens as the wide editor. */
  'wide-editor:1': v.boolean(),
  /** Days after which a customer is read again although nothing happened in it; 0 for never. */
  'fresh-days:1': v.pipe(v.number(), v.minValue(0)),
  /** The notification level that was set last. */
  'notification-level:1': v.picklist(['watch', 'custom']),
} as const;

type Items = typeof items;
/** The key of something that is remembered. */
export type PreferenceKey = keyof Items;
/** What is remembered by a key. */
export type Preference<K extends PreferenceKey> = v.InferOutput<Items[K]>;

/** A remembered value; undefined where there is none, where it is not understood, and where the storage cannot be read. */
export async function recall<K extends PreferenceKey>(key: K): Promise<Preference<K> | undefined> {
  try {
    const stored = await browser.storage.local.get(key);
    const result = v.safeParse(items[key], stored[key]);
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

/** A remembered value with its key. */
export interface Remembered {
  readonly key: string;
  readonly value: unknown;
}

/** A value as one that is remembered; undefined where it is none of them, or not understood. */
export function rememberedOf(key: string, value: unknown): Remembered | undefined {
  if (!Object.hasOwn(items, key)) return undefined;
  return v.is(items[key as PreferenceKey], value) ? {key, value} : undefined;
}

/** All that is remembered. Rejects where the storage cannot be read. */
export async function allRemembered(): Promise<readonly Remembered[]> {
  const stored = await browser.storage.local.get(Object.keys(items));
  return Object.entries(stored).flatMap(([key, value]) => rememberedOf(key, value) ?? []);
}

/** Remembers values that come from elsewhere. Rejects where the browser does not keep them. */
export async function rememberAll(all: readonly Remembered[]): Promise<void> {
  if (all.length > 0) await browser.storage.local.set(Object.fromEntries(all.map(({key, value}) => [key, value])));
}

/** Remembers a value. Forgetting is harmless for all of them, so a storage that cannot be written is no error. */
export async function remember<K extends PreferenceKey>(key: K, value: Preference<K>): Promise<void> {
  try {
    await browser.storage.local.set({[key]: value});
  } catch {
    // The next page starts with the default.
  }
}
