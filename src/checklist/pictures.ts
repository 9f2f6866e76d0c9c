import type {Change} from '../changes/change.ts';
import type {JournalEntry} from '../changes/journal.ts';

/** What takes a picture back, as a journal holds it: the bytes are kept elsewhere, by an id. */
export interface KeptPicture {
  readonly name: string;
  readonly base64: '';
  readonly picture: string;
}

/** The picture that a change brings; undefined where it brings none. */
export function pictureOf(
  change: Change | undefined,
): {readonly name: string; readonly base64: string} | KeptPicture | undefined {
  return change?.kind === 'avatar' ? (change.to ?? undefined) : undefined;
}

/** By which id the picture of what takes an entry back is kept; undefined where it stands in the entry itself, and for all others. */
export function pictureIdOf({undo}: JournalEntry): string | undefined {
  const picture = pictureOf(undo);
  return picture && 'picture' in picture && typeof picture.picture === 'string' ? picture.picture : undefined;
}

/** An entry with another picture in what takes it back. */
export function withPicture(
  entry: JournalEntry,
  to: {readonly name: string; readonly base64: string} | KeptPicture,
): JournalEntry {
  return entry.undo?.kind === 'avatar' ? {...entry, undo: {...entry.undo, to}} : entry;
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
