import type {Held, Whose} from '../browser/found-items.ts';
import {createItems} from '../browser/items.ts';
import type {Journal, JournalEntry} from '../changes/journal.ts';
import {journalShape} from './kept-shapes.ts';
import type {Pictures} from './picture-store.ts';
import {pictureIdOf, pictureOf, withoutPicture} from './pictures.ts';

/** Where a customer's journal is kept: on this computer. */
export interface JournalBook {
  /** All changes, the latest first. */
  read(): Promise<Journal>;
  /**
   * Changes what is kept now, which another tab may have changed since it was read.
   *
   * @param step the user's own journal as it is to the one as it will be; it may be called more than once
   * @returns all changes, the latest first
   */
  update(step: (journal: Journal) => Journal): Promise<Journal>;
}

const day = 86_400_000;
/** Days after which an entry is forgotten. */
const keptDays = 400;
/** The latest entries stay whatever their age: to a clock that is ahead all of them look old. */
const keptEntries = 100;
/** Days after which a change cannot be taken back any more: what was there before is seldom right by then. */
const undoDays = 30;

const isOlder = ({at}: JournalEntry, days: number, now: string) => Date.parse(at) < Date.parse(now) - days * day;

/** The journal without what is too old to be kept. */
export function withoutOld(journal: Journal, now: string): Journal {
  return journal.filter((entry, index) => index < keptEntries || !isOlder(entry, keptDays, now));
}

/** The journal as it is shown: what takes an old change back stays kept, because the clock may be wrong, and is not offered. */
export function withoutLateUndo(journal: Journal, now: string): Journal {
  return journal.map(entry => {
    if (entry.undo === undefined || !isOlder(entry, undoDays, now)) return entry;
    const {undo: _undo, ...words} = entry;
    return words;
  });
}

function ownerless({undo: _undo, ...entry}: JournalEntry): JournalEntry {
  return {...entry, isOwnerless: true};
}

function allOf({own, ownerless: others}: Held<Journal>): Journal {
  const ids = new Set(own.map(({id}) => id));
  return [...own, ...others.filter(({id}) => !ids.has(id)).map(ownerless)].sort((one, other) =>
    other.at.localeCompare(one.at),
  );
}

/**
 * @param of of what it is the journal: `project-12` or `group-34`
 * @param now date and time (ISO)
 */
export function createJournalBook(whose: Whose, of: string, now: () => string): JournalBook {
  const items = createItems('journal', whose, journalShape);
  /** Pictures are seldom: their store is loaded when there is one. */
  const pictures = async (): Promise<Pictures> => (await import('./picture-store.ts')).createPictures(whose);
  const keep = async (journal: Journal) =>
    journal.some(({undo}) => pictureOf(undo)) ? (await pictures()).keep(journal) : new Map<string, string>();
  const forget = async (ids: readonly string[]) => {
    if (ids.length > 0) await (await pictures()).forget(ids);
  };
  const shown = async (held: Held<Journal>) => {
    const journal = withoutLateUndo(allOf(held), now());
    return journal.some(pictureIdOf) ? (await pictures()).restore(journal) : journal;
  };
  return {
    read: async () => shown(await items.read(of)),

    async update(step) {
      const {own: known} = await items.read(of);
      const ids = await keep(step(known));
      let before: Journal = [];
      try {
        const held = await items.update(of, ({own}) => {
          before = own;
          return withoutOld(step(own), now()).map(entry => withoutPicture(entry, ids));
        });
        const left = new Set(held.own.map(pictureIdOf));
        await forget(
          [...before.flatMap(entry => pictureIdOf(entry) ?? []), ...ids.values()].filter(id => !left.has(id)),
        );
        return await shown(held);
      } catch (error) {
        await forget([...ids.values()]);
        throw error;
      }
    },
  };
}
