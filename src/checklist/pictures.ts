import {sendToBackground} from '../browser/extension.ts';
import type {Whose} from '../browser/items.ts';
import {NotKept} from '../browser/storage-error.ts';
import type {Change} from '../changes/change.ts';
import type {Journal, JournalEntry} from '../changes/journal.ts';
import {said} from '../texts/said.ts';

/** What takes a picture back, as a journal holds it: the bytes are kept elsewhere, by an id. */
interface KeptPicture {
  readonly name: string;
  readonly base64: '';
  readonly picture: string;
}

/** The picture that a change brings; undefined where it brings none. */
function pictureOf(
  change: Change | undefined,
): {readonly name: string; readonly base64: string} | KeptPicture | undefined {
  return change?.kind === 'avatar' ? (change.to ?? undefined) : undefined;
}

/** By which id the picture of what takes an entry back is kept; undefined where it stands in the entry itself, and for all others. */
export function pictureIdOf({undo}: JournalEntry): string | undefined {
  const picture = pictureOf(undo);
  return picture && 'picture' in picture && typeof picture.picture === 'string' ? picture.picture : undefined;
}

function withPicture(
  entry: JournalEntry,
  to: {readonly name: string; readonly base64: string} | KeptPicture,
): JournalEntry {
  return entry.undo?.kind === 'avatar' ? {...entry, undo: {...entry.undo, to}} : entry;
}

/** Pictures that are in a journal's entries themselves, by their base64. */
function inside(journal: Journal): ReadonlySet<string> {
  return new Set(journal.flatMap(({undo}) => pictureOf(undo)?.base64 || []));
}

/** The pictures that take changes of logos back. They are kept in the extension's own database, because journals are small. */
export interface Pictures {
  /** One by its id, as base64; undefined where it is not there or not given. */
  read(id: string): Promise<string | undefined>;
  /** Keeps one under an id that it has. Rejects where the browser does not. */
  put(id: string, base64: string): Promise<void>;
  /** Keeps those that are in the entries. @returns by their base64 the ids; those that the browser did not keep are missing */
  keep(journal: Journal): Promise<ReadonlyMap<string, string>>;
  /** Puts them back into their entries; one that is not there any more cannot be taken back. */
  restore(journal: Journal): Promise<Journal>;
  /** Forgets pictures. That the browser does not only costs room. */
  forget(ids: readonly string[]): Promise<void>;
}

/** The entry as it is kept: its picture by its id. One whose picture could not be kept cannot be taken back later. */
export function withoutPicture(entry: JournalEntry, ids: ReadonlyMap<string, string>): JournalEntry {
  const picture = pictureOf(entry.undo);
  if (picture === undefined) return entry;
  const id = pictureIdOf(entry) ?? ids.get(picture.base64);
  const {undo: _undo, ...words} = entry;
  // What was taken back is not taken back again.
  if (id === undefined || entry.undone) return words;
  return pictureIdOf(entry) === undefined ? withPicture(entry, {name: picture.name, base64: '', picture: id}) : entry;
}

export function createPictures({host, userId}: Whose): Pictures {
  async function read(id: string): Promise<string | undefined> {
    const answer = await sendToBackground({type: 'read-picture', host, userId: await userId(), id}).catch(
      () => undefined,
    );
    return typeof answer === 'string' ? answer : undefined;
  }

  async function restored(entry: JournalEntry): Promise<JournalEntry> {
    const id = pictureIdOf(entry);
    if (id === undefined) return entry;
    const {undo: _undo, ...words} = entry;
    const base64 = entry.undone ? undefined : await read(id);
    return base64 === undefined ? words : withPicture(entry, {name: pictureOf(entry.undo)?.name ?? '', base64});
  }

  async function put(id: string, base64: string): Promise<void> {
    const user = await userId();
    try {
      await sendToBackground({type: 'keep-picture', host, userId: user, id, base64});
    } catch {
      throw new NotKept(said('checklist.pictureNotKept'), said('checklist.pictureNotKept advice'));
    }
  }

  return {
    read,
    put,
    async keep(journal) {
      const ids = new Map<string, string>();
      for (const base64 of inside(journal)) {
        const id = crypto.randomUUID();
        await put(id, base64).then(
          () => ids.set(base64, id),
          () => undefined,
        );
      }
      return ids;
    },
    restore: journal => Promise.all(journal.map(restored)),
    async forget(ids) {
      if (ids.length === 0) return;
      await sendToBackground({type: 'forget-pictures', host, userId: await userId(), ids: [...ids]}).catch(
        () => undefined,
      );
    },
  };
}
