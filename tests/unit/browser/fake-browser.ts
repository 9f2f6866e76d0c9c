import {listKept} from '../../../src/browser/list-items.ts';
import {type Message, messageOf} from '../../../src/browser/messages.ts';
import {createWriter, type StorageDoor} from '../../../src/browser/write-items.ts';

type AreaName = 'local' | 'sync';

/** As Chromium gives it back: by the names of its fields. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, field]) => [name, sorted(field)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

const copy = (value: unknown) => (value === undefined ? undefined : JSON.parse(JSON.stringify(sorted(value))));

const areas: Record<AreaName, Map<string, unknown>> = {local: new Map(), sync: new Map()};
const listeners = new Set<
  (changes: Record<string, {oldValue?: unknown; newValue?: unknown}>, area: AreaName) => void
>();

/** What a test does with the browser's storage. */
export const fake = {
  areas,
  /** Pictures in the database, by host, user and id. */
  pictures: new Map<string, string>(),
  /** Results in the database, by host, user and id. */
  results: new Map<string, unknown>(),
  /** What each request waits for. */
  wait: async (_what: string): Promise<void> => undefined,
  /** Areas that take nothing more. */
  full: new Set<AreaName>(),
  /** What an area says that takes nothing more. */
  refusal: 'QUOTA_BYTES quota exceeded',
  /** What a message meets: nothing, no background before it is taken, or none that is left to answer. */
  background: 'there' as 'there' | 'gone' | 'stops',
  /** Starts anew, with what is kept. */
  reset({local = {}, sync = {}}: Partial<Record<AreaName, Record<string, unknown>>> = {}): void {
    fake.wait = async () => undefined;
    fake.full.clear();
    fake.refusal = 'QUOTA_BYTES quota exceeded';
    fake.pictures.clear();
    fake.results.clear();
    fake.background = 'there';
    listeners.clear();
    for (const [name, items] of [['local', local] as const, ['sync', sync] as const]) {
      areas[name].clear();
      for (const [key, item] of Object.entries(items)) areas[name].set(key, copy(item));
    }
  },
  /** All that is kept, of both areas. */
  all: () => Object.fromEntries([...areas.sync, ...areas.local]),
};

const areaOf = (name: AreaName) => ({
  async get(keys: string | readonly string[] | null) {
    await fake.wait(`get ${name}`);
    const wanted = keys === null ? [...areas[name].keys()] : [keys].flat();
    const there = wanted.filter(key => areas[name].has(key));
    return Object.fromEntries(there.map(key => [key, copy(areas[name].get(key))]));
  },
  async set(items: Record<string, unknown>) {
    await fake.wait(`set ${name}`);
    if (fake.full.has(name)) throw new Error(fake.refusal);
    for (const [key, item] of Object.entries(items)) {
      const oldValue = copy(areas[name].get(key));
      areas[name].set(key, copy(item));
      for (const listener of listeners) listener({[key]: {oldValue, newValue: copy(item)}}, name);
    }
  },
  async remove(key: string) {
    await fake.wait(`remove ${name}`);
    const oldValue = copy(areas[name].get(key));
    areas[name].delete(key);
    for (const listener of listeners) listener({[key]: {oldValue}}, name);
  },
});

const onChanged = {
  addListener: (listener: never) => void listeners.add(listener),
  removeListener: (listener: never) => void listeners.delete(listener),
};

const local = areaOf('local');
const sync = areaOf('sync');
const door: StorageDoor = {
  get: (area, keys) => (area === 'local' ? local : sync).get(keys),
  set: (area, items) => (area === 'local' ? local : sync).set(items),
  remove: (area, key) => (area === 'local' ? local : sync).remove(key),
};
const write = createWriter(door);

async function answerTo(message: Message): Promise<unknown> {
  switch (message.type) {
    case 'write-kept':
      return write(message);
    case 'list-kept':
      return listKept(door);
    case 'keep-picture':
      return void fake.pictures.set(`${message.host} ${message.userId} ${message.id}`, message.base64);
    case 'read-picture':
      return fake.pictures.get(`${message.host} ${message.userId} ${message.id}`);
    case 'forget-pictures':
      for (const id of message.ids) fake.pictures.delete(`${message.host} ${message.userId} ${id}`);
      return undefined;
    case 'write-results':
      for (const result of message.results) fake.results.set(`${message.host} ${message.userId} ${result.id}`, result);
      return undefined;
    case 'read-results':
      return [...fake.results].flatMap(([key, result]) =>
        key.startsWith(`${message.host} ${message.userId} ${message.id ?? ''}`) ? [result] : [],
      );
    default:
      throw new Error(`No test asks for ${message.type}.`);
  }
}

/** The browser as pages see it, with our own background behind its messages. */
export const fakeBrowser = {
  storage: {local, sync, onChanged},
  runtime: {
    getManifest: () => ({version: '0.2.0'}),
    async sendMessage(value: unknown): Promise<unknown> {
      await fake.wait('message');
      if (fake.background === 'gone') throw new Error('Could not establish connection. Receiving end does not exist.');
      const message = messageOf(copy(value));
      const answer = message && (await answerTo(message));
      if (fake.background === 'stops') throw new Error('The message port closed before a response was received.');
      return answer;
    },
  },
};
