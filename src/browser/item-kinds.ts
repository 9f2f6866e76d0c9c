/** Where a value is kept: on this computer, or with the user's browser account on all of them. */
export type Area = 'local' | 'sync';

/**
 * How an item of a version says whose it is:
 * - `browser`: nobody's, it is this browser's
 * - `host`: of whoever used the host, because users were not told apart
 * - `item`: the same, but the item itself holds its user's id
 * - `user`: by the user's id in its key
 */
type Owned = 'browser' | 'host' | 'item' | 'user';

/** One version of a kind, from the day on which it was first written. */
interface KindVersion {
  readonly version: number;
  /** Date (ISO). */
  readonly since: string;
  readonly owned: Owned;
  /** What an item of the version before becomes. Where it is missing, both are read alike and differ in their key. */
  readonly migrate?: (before: unknown) => unknown;
}

/** Everything of one kind that is kept in the browser's storage. */
export interface Kind {
  readonly area: Area;
  /** What an item is of, where there is one for each of many. */
  readonly of?: RegExp;
  /** The oldest first; the last one is written. Those that no item of a published version has are not in it. */
  readonly versions: readonly [KindVersion, ...KindVersion[]];
}

const beforeUsers = (area: Area, since: string, of?: RegExp, owned: 'host' | 'item' = 'host'): Kind => ({
  area,
  ...(of && {of}),
  versions: [
    {version: 1, since, owned},
    {version: 2, since: '2026-11-29', owned: 'user'},
  ],
});
const ofUser = (area: Area, since: string, version = 1, of?: RegExp): Kind => ({
  area,
  ...(of && {of}),
  versions: [{version, since, owned: 'user'}],
});
const ofBrowser = (since: string): Kind => ({area: 'local', versions: [{version: 1, since, owned: 'browser'}]});

/**
 * All that is kept in the browser's storage, by kind; nothing else is ever written there. A key is `kind:version`, then host, user id and
 * what the item is of, as far as the kind has them. To change how a kind is written, add a version with the day and what becomes of an
 * item of the one before.
 */
export const keptKinds = {
  /** Ticks, waivers and the playbook of a customer, by the project's id. */
  customer: beforeUsers('sync', '2026-11-21', /^\d+$/),
  /** Whose persons are. */
  people: beforeUsers('sync', '2026-11-21'),
  /** What was decided about bracketed texts. */
  brackets: beforeUsers('sync', '2026-11-21'),
  /** Changes that were made, by `project-12` or `group-34`. What was kept as a sentence is read as a text: see said-shape.ts. */
  journal: beforeUsers('local', '2026-11-21', /^(project|group)-\d+$/),
  /** Values that were committed for placeholders. */
  filled: beforeUsers('local', '2026-11-21'),
  /** Values that were typed and not committed yet, by the project's id. */
  draft: beforeUsers('local', '2026-11-21', /^\d+$/),
  /** Texts that were typed in forms and whose work is not done, by `project-12` or `group-34`. */
  texts: ofUser('local', '2026-11-29', 1, /^(project|group)-\d+$/),
  /** The ids of the guided flows that were begun. */
  flows: beforeUsers('local', '2026-11-21', undefined, 'item'),
  /** A guided flow, by its id. The same is true of its steps' sentences. */
  flow: beforeUsers('local', '2026-11-21', /^.+$/, 'item'),
  /** Saved views of all customers. */
  views: ofUser('sync', '2026-11-26', 2),
  /** Which groups' customers are to be read again. */
  'read-again': ofUser('local', '2026-11-26'),
  /** What counts for a day of groups that many customers share. */
  today: ofUser('local', '2026-11-30'),
  /** Since when the user says that what was kept on this computer before users were told apart is not theirs. */
  'not-mine': ofUser('local', '2026-11-29'),
  /** The same of what the browser's account carries. */
  'not-mine-synced': ofUser('sync', '2026-11-29'),
  /** Which page does what only one at a time may do. */
  hold: ofBrowser('2026-11-21'),
  'panel-open': ofBrowser('2026-11-20'),
  /** Its width. */
  'panel-width': ofBrowser('2026-11-30'),
  'last-segment': ofBrowser('2026-11-20'),
  'page-marks': ofBrowser('2026-11-21'),
  'list-marks': ofBrowser('2026-11-21'),
  'wide-editor': ofBrowser('2026-11-30'),
  'fresh-days': ofBrowser('2026-11-26'),
  'notification-level': ofBrowser('2026-11-21'),
} as const satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof keptKinds;

/** Whose items: those of a user on a GitLab host, by the host's name. */
export interface Owner {
  readonly host: string;
  readonly userId: number;
}

/** What an item is of, where there is one for each of many: `12`, `project-12`, a flow's id. */
type Of = string | undefined;

const joined = (...parts: readonly (string | number | undefined)[]) =>
  parts.filter(part => part !== undefined).join(':');

/** The key of a user's item, as it is written now. */
export function keyOf(name: KindName, {host, userId}: Owner, of?: Of): string {
  return joined(name, keptKinds[name].versions.at(-1)?.version, host, userId, of);
}

/** The keys that a user's item had in older versions, the newest of them first. */
export function olderKeysOf(
  name: KindName,
  {host, userId}: Owner,
  of?: Of,
): readonly {readonly version: number; readonly key: string}[] {
  const {versions}: Kind = keptKinds[name];
  return versions
    .slice(0, -1)
    .filter(({owned}) => owned === 'user')
    .map(({version}) => ({version, key: joined(name, version, host, userId, of)}))
    .reverse();
}

/** The key that an item had before users were told apart; undefined where its kind was never kept so. */
export function ownerlessKeyOf(name: KindName, host: string, of?: Of): string | undefined {
  const {version, owned} = keptKinds[name].versions[0];
  return owned === 'host' || owned === 'item' ? joined(name, version, host, of) : undefined;
}

/** An item of an older version as the newest one has it. */
export function migrated({versions}: Kind, from: number, item: unknown): unknown {
  return versions
    .filter(({version}) => version > from)
    .reduce((before, {migrate}) => (migrate ? migrate(before) : before), item);
}

/** The kind and version that a key is of; undefined where we write no such key. */
export function kindOfKey(key: string): {readonly name: KindName; readonly version: number} | undefined {
  const [name = '', number = ''] = key.split(':', 2);
  if (!Object.hasOwn(keptKinds, name)) return undefined;
  const kind: Kind = keptKinds[name as KindName];
  const known = kind.versions.find(({version}) => String(version) === number);
  return known && {name: name as KindName, version: known.version};
}

/** What an item is. */
export interface ItemName {
  readonly name: KindName;
  readonly of: Of;
}

/**
 * @param beginning `kind:version:host` and, where it has one, the user id
 * @returns undefined where the key is another host's or user's
 */
function itemName(name: KindName, key: string, beginning: string): ItemName | undefined {
  const {of: pattern}: Kind = keptKinds[name];
  if (key === beginning) return pattern ? undefined : {name, of: undefined};
  const of = key.startsWith(`${beginning}:`) ? key.slice(beginning.length + 1) : '';
  return pattern?.test(of) ? {name, of} : undefined;
}

/** What an item is that was kept before users were told apart on this host; undefined for every other key. */
export function ownerlessItem(key: string, host: string): ItemName | undefined {
  const known = kindOfKey(key);
  if (known === undefined) return undefined;
  const {version, owned} = keptKinds[known.name].versions[0];
  if (known.version !== version || owned !== 'host') return undefined;
  return itemName(known.name, key, joined(known.name, version, host));
}

/** What an item is that is a user's; undefined for every other key. */
export function itemOfUser(key: string, {host, userId}: Owner): ItemName | undefined {
  const known = kindOfKey(key);
  if (known === undefined || known.version !== keptKinds[known.name].versions.at(-1)?.version) return undefined;
  return itemName(known.name, key, joined(known.name, known.version, host, userId));
}

/** Whose an item is for a user: their own, another user's, of before users were told apart, or this browser's. */
export type KeySide = 'own' | 'others' | 'ownerless' | 'browser';

/** @returns undefined where we write no such key */
export function sideOfKey(key: string, {host, userId}: Owner): KeySide | undefined {
  const known = kindOfKey(key);
  if (known === undefined) return undefined;
  const {name, version} = known;
  const kind: Kind = keptKinds[name];
  const owned = kind.versions.find(one => one.version === version)?.owned;
  if (owned === 'browser') return 'browser';
  if (owned !== 'user') return 'ownerless';
  const own = joined(name, version, host, userId);
  return key === own || key.startsWith(`${own}:`) ? 'own' : 'others';
}
