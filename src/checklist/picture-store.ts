import {sendToBackground} from '../browser/extension.ts';
import type {Whose} from '../browser/found-items.ts';
import {NotKept} from '../browser/storage-error.ts';
import type {Journal, JournalEntry} from '../changes/journal.ts';
import {said} from '../texts/said.ts';
import {pictureIdOf, pictureOf, withPicture} from './pictures.ts';

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
  /** Keeps those that are in the entries. @returns by their base64 the ids; those that the browser did not keep are missing. Rejects where that is one of a change that is about to be sent. */
  keep(journal: Journal): Promise<ReadonlyMap<string, string>>;
  /** Puts them back into their entries; one that is not there any more cannot be taken back. */
  restore(journal: Journal): Promise<Journal>;
  /** Forgets pictures. That the browser does not only costs room. */
  forget(ids: readonly string[]): Promise<void>;
}

/** The extension's database, in the background. It is loaded with the first picture of a journal. */
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
        const isSent = journal.some(({sent, undo}) => sent !== undefined && pictureOf(undo)?.base64 === base64);
        await put(id, base64).then(
          () => ids.set(base64, id),
          error => {
            if (isSent) throw error;
          },
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
