import * as v from 'valibot';
import {inTurn} from '../browser/in-turn.ts';
import {readKept, writeKept} from '../browser/kept.ts';
import {type Change, touches} from '../changes/change.ts';
import type {Journal} from '../changes/journal.ts';

/** Only the extension writes it, so of a change only its kind is looked at. */
const change = v.custom<Change>(
  value => typeof value === 'object' && value !== null && 'kind' in value && String(value.kind) in touches,
);

const journalSchema = v.array(
  v.object({
    id: v.string(),
    at: v.string(),
    by: v.string(),
    where: v.string(),
    check: v.string(),
    what: v.string(),
    before: v.optional(v.string()),
    after: v.optional(v.string()),
    each: v.optional(v.array(v.string())),
    undo: v.optional(change),
    undone: v.boolean(),
    sent: v.optional(change),
    undoSent: v.optional(v.boolean()),
  }),
);

/** Where a customer's journal is kept: on this computer. */
export interface JournalBook {
  read(): Promise<Journal>;
  /** Changes what is kept now, which another tab may have changed since it was read. */
  update(change: (journal: Journal) => Journal): Promise<Journal>;
}

/** @param of what it is the journal of: `project-12` or `group-34` of the host */
export function createJournalBook(host: string, of: string): JournalBook {
  const key = `journal:1:${host}:${of}`;
  const read = () => readKept('local', key, journalSchema, []);
  return {
    read,
    update: step =>
      inTurn(key, async () => {
        const journal = step(await read());
        await writeKept('local', key, journal);
        return journal;
      }),
  };
}
