import {sendToBackground} from '../browser/extension.ts';
import type {Whose} from '../browser/found-items.ts';
import {
  type Area,
  itemOfUser,
  type KeySide,
  type KindName,
  kindOfKey,
  type Owner,
  ownerlessItem,
  sideOfKey,
} from '../browser/item-kinds.ts';
import {createItems} from '../browser/items.ts';
import {type ListedItem, listedOf} from '../browser/list-items.ts';
import {readRaw} from '../browser/raw-items.ts';
import {filledShape, journalShape, recordShape} from '../checklist/kept-shapes.ts';
import {createPictures} from '../checklist/picture-store.ts';
import {pictureIdOf} from '../checklist/pictures.ts';
import {keptTexts} from '../texts/kept.ts';
import {journalOf, pathIn, whoWords} from './customer-path.ts';
import {room, roomOf} from './room.ts';

/** What is kept for each customer with its dates, so that it can be forgotten of those that were used longest ago. */
const heapKinds = {
  customer: {...keptTexts.heaps.customer, shape: recordShape},
  journal: {...keptTexts.heaps.journal, shape: journalShape},
} as const;

/** How large something is, by where it is kept. */
export type Bytes = Readonly<Record<Area, number>>;

/** How large something is, in words: “12 KB”, “3 KB synced”, or both. */
export function sizeWords({local, sync}: Bytes): string {
  const size = (bytes: number) =>
    bytes < 1_024 ? keptTexts.bytes(bytes) : keptTexts.kilobytes(Math.round(bytes / 1_024));
  const here = local > 0 ? size(local) : '';
  const synced = sync > 0 ? keptTexts.synced(size(sync)) : '';
  return here && synced ? keptTexts.both(here, synced) : here || synced;
}

const bytesOf = (listed: readonly ListedItem[]): Bytes => {
  const sum = (wanted: Area) => listed.reduce((all, {area, bytes}) => (area === wanted ? all + bytes : all), 0);
  return {local: sum('local'), sync: sum('sync')};
};

const {rest} = keptTexts;

/** The user's own kinds of which no dates are kept, or that are not kept by customer. */
const restKinds: readonly (Omit<Rest, 'bytes'> & {readonly names: readonly KindName[]})[] = [
  {title: rest.draft, names: ['draft'], hint: rest.typedHint},
  {title: rest.texts, names: ['texts'], hint: rest.typedHint},
  {title: rest.filled, names: ['filled'], forgets: 'filled'},
  {title: rest.people, names: ['people']},
  {title: rest.brackets, names: ['brackets']},
  {title: rest.flows, names: ['flows', 'flow'], hint: rest.flowsHint},
  {title: rest.views, names: ['views']},
];

/** In what words what was kept before users were told apart is named. */
const ownerlessTitles: Readonly<Partial<Record<KindName, string>>> = keptTexts.ownerless;

interface HeapItem {
  /** What it is of: `12`, `project-12` or `group-34`. */
  readonly of: string;
  /** When it was written last (ISO), `''` where it does not say so. */
  readonly at: string;
  /** Full path of the project or group, where a journal is kept that tells it. */
  readonly path: string | undefined;
}

/** All of one kind that is kept for a user's customers. */
export interface Heap {
  readonly kind: keyof typeof heapKinds;
  readonly title: string;
  readonly bytes: Bytes;
  /** The oldest first. */
  readonly items: readonly HeapItem[];
}

/** What else takes room and is not kept by customer. */
interface Rest {
  readonly title: string;
  readonly bytes: Bytes;
  /** What is forgotten with it as a whole; undefined where it is not forgotten here. */
  readonly forgets?: 'filled';
  /** Why it is not forgotten here. */
  readonly hint?: string;
}

/** All that takes room in the browser's storages. */
export interface KeptHere {
  readonly heaps: readonly Heap[];
  /** Only what there is of it. */
  readonly rest: readonly Rest[];
  /** What was kept before users were told apart, in words, while it is asked whose it is. */
  readonly ownerless: readonly string[];
}

/** The last date and time (ISO) that stands anywhere in an item; `''` where none does. */
export function lastAt(item: unknown): string {
  if (typeof item !== 'object' || item === null) return '';
  return Object.entries(item)
    .map(([name, value]) => (name === 'at' && typeof value === 'string' ? value : lastAt(value)))
    .reduce((last, at) => (at > last ? at : last), '');
}

const isHeap = (name: KindName): name is Heap['kind'] => Object.hasOwn(heapKinds, name);

function restOf(listed: readonly ListedItem[], owner: Owner, isAsked: boolean): readonly Rest[] {
  const ofSide = (side: KeySide) => listed.filter(({key}) => sideOfKey(key, owner) === side);
  const own = ofSide('own');
  const ofKinds = (names: readonly KindName[]) =>
    own.filter(({key}) => names.some(name => kindOfKey(key)?.name === name));
  const named = [...Object.keys(heapKinds), ...restKinds.flatMap(({names}) => names)];
  const unnamed = own.filter(({key}) => !named.includes(kindOfKey(key)?.name ?? ''));
  const all: readonly Rest[] = [
    ...restKinds.map(({names, ...kind}) => ({...kind, bytes: bytesOf(ofKinds(names))})),
    {title: rest.settings, bytes: bytesOf([...unnamed, ...ofSide('browser')])},
    {
      title: rest.ownerless,
      bytes: bytesOf(ofSide('ownerless')),
      hint: isAsked ? rest.ownerlessAskedHint : rest.ownerlessDeclinedHint,
    },
    {
      title: rest.others,
      bytes: bytesOf(ofSide('others')),
      hint: rest.othersHint,
    },
  ];
  return all.filter(({bytes}) => bytes.local + bytes.sync > 0);
}

/**
 * What takes room in the browser's storages, by kind.
 *
 * @param isAsked whether the user has still to say whose it is that was kept before users were told apart
 * @throws NotKept where the browser does not give it
 */
export async function readKept(whose: Whose, isAsked: boolean): Promise<KeptHere> {
  const owner = {host: whose.host, userId: await whose.userId()};
  const listed = listedOf(await sendToBackground({type: 'list-kept'}));
  room.value = roomOf(listed, owner);
  const ownerless = listed.flatMap(({key}) => {
    const item = ownerlessItem(key, whose.host);
    return (item && ownerlessTitles[item.name]) ?? [];
  });
  return {
    heaps: await heapsOf(listed, owner),
    rest: restOf(listed, owner, isAsked),
    ownerless: isAsked ? [...new Set(ownerless)] : [],
  };
}

async function heapsOf(listed: readonly ListedItem[], owner: Owner): Promise<readonly Heap[]> {
  const own = listed.flatMap(({key, area, bytes}) => {
    const item = itemOfUser(key, owner);
    return item?.of !== undefined && isHeap(item.name) ? [{key, area, bytes, kind: item.name, of: item.of}] : [];
  });
  const raws = await readRaw(
    own.map(({key}) => key),
    true,
  );
  const paths = new Map(
    own.flatMap(({key, kind, of}) =>
      kind === 'journal' ? [[of, pathIn(journalShape.read(raws.get(key)))] as const] : [],
    ),
  );
  return (Object.keys(heapKinds) as Heap['kind'][]).map(kind => {
    const all = own.filter(item => item.kind === kind);
    const items = new Map(
      all.map(({key, of}) => [of, {of, at: lastAt(raws.get(key)), path: paths.get(journalOf(of))}]),
    );
    return {
      kind,
      title: heapKinds[kind].title,
      bytes: bytesOf(all),
      items: [...items.values()].sort((one, other) => one.at.localeCompare(other.at)),
    };
  });
}

/** How many of a heap are forgotten at once: the older quarter. */
export function olderPart({items}: Heap): number {
  return Math.ceil(items.length / 4);
}

/** What is asked before the older part of a heap is forgotten: what of whom. */
export function forgetQuestion(heap: Heap): string {
  const who = whoWords(heap.items.slice(0, olderPart(heap)));
  return keptTexts.forgetQuestion(heapKinds[heap.kind].what, who);
}

/** Forgets the older part of a heap. @throws NotKept where the browser does not */
export async function forgetOlder(whose: Whose, heap: Heap): Promise<void> {
  const items = createItems<unknown>(heap.kind, whose, heapKinds[heap.kind].shape);
  const pictures = createPictures(whose);
  for (const {of} of heap.items.slice(0, olderPart(heap))) {
    const {own} = await items.read(of);
    await items.remove(of);
    if (heap.kind === 'journal') {
      await pictures.forget(journalShape.read(own).flatMap(entry => pictureIdOf(entry) ?? []));
    }
  }
}

/** Forgets the values that were committed. @throws NotKept where the browser does not */
export async function forgetFilled(whose: Whose): Promise<void> {
  await createItems('filled', whose, filledShape).remove();
}
