import {sendToBackground} from '../browser/extension.ts';
import {createItems, readRaw, type Whose} from '../browser/kept.ts';
import {itemOfUser, type KindName} from '../browser/kept-kinds.ts';
import {listedOf} from '../browser/list-kept.ts';
import {journalOf, pathIn, whoWords} from './customer-path.ts';
import {draftShape, journalShape, recordShape, textsShape} from './kept-shapes.ts';
import {createPictures, pictureIdOf} from './pictures.ts';
import {room, roomOf} from './room.ts';

/** What is kept for each customer and can be forgotten of those that were used longest ago. */
const heapKinds = {
  customer: {title: 'Ticks, notes and playbooks', what: 'ticks, notes and the playbook', shape: recordShape},
  journal: {title: 'Journals', what: 'the journal and its undos', shape: journalShape},
  draft: {
    title: 'Values that were typed and not committed',
    what: 'the values that were typed and not committed',
    shape: draftShape,
  },
  texts: {title: 'Text that was typed and not sent', what: 'the text that was typed and not sent', shape: textsShape},
} as const;

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
  readonly bytes: number;
  /** The oldest first. */
  readonly items: readonly HeapItem[];
}

/** The last date and time (ISO) that stands anywhere in an item; `''` where none does. */
export function lastAt(item: unknown): string {
  if (typeof item !== 'object' || item === null) return '';
  return Object.entries(item)
    .map(([name, value]) => (name === 'at' && typeof value === 'string' ? value : lastAt(value)))
    .reduce((last, at) => (at > last ? at : last), '');
}

const isHeap = (name: KindName): name is Heap['kind'] => Object.hasOwn(heapKinds, name);

/** What is kept of the user's customers, by kind. @throws NotKept where the browser does not give it */
export async function readHeaps(whose: Whose): Promise<readonly Heap[]> {
  const owner = {host: whose.host, userId: await whose.userId()};
  const listed = listedOf(await sendToBackground({type: 'list-kept'}));
  room.value = roomOf(listed);
  const own = listed.flatMap(({key, bytes}) => {
    const item = itemOfUser(key, owner);
    return item?.of !== undefined && isHeap(item.name) ? [{key, bytes, kind: item.name, of: item.of}] : [];
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
      bytes: all.reduce((sum, {bytes}) => sum + bytes, 0),
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
  return `Forget ${heapKinds[heap.kind].what} of ${who}? This cannot be undone.`;
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
