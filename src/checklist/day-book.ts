import * as v from 'valibot';
import type {Whose} from '../browser/found-items.ts';
import {createItems} from '../browser/items.ts';
import {wholeOf} from '../browser/shape.ts';
import type {DayBook, DayMemory} from '../customer/reading/day-memory.ts';
import {levelSchema} from '../gitlab/first/notification-settings.ts';

const day = v.string();

const memorySchema = v.object({
  groups: v.record(
    v.string(),
    v.object({
      day,
      level: v.optional(v.object({level: levelSchema, newIssue: v.boolean()})),
      team: v.optional(v.array(v.object({id: v.number(), accessLevel: v.number(), expiresAt: v.optional(v.string())}))),
      isMember: v.optional(v.boolean()),
    }),
  ),
  graphql: v.optional(v.object({day, without: v.union([v.literal('all'), v.array(v.string())])})),
});

const empty: DayMemory = {groups: {}};

/**
 * Opens what is remembered for a day. Where the browser does not give or keep it, it is asked for again on the next page.
 *
 * @param whose undefined where the page does not name its user: then this page alone remembers
 */
export async function openDayBook(whose: Whose | undefined): Promise<DayBook> {
  const items = whose && createItems<DayMemory | undefined>('today', whose, wholeOf(memorySchema));
  const kept = await items?.read().catch(() => undefined);
  let memory = kept?.own ?? empty;
  return {
    now: () => memory,
    keep(step) {
      memory = step(memory);
      items?.update(undefined, ({own}) => step(own ?? empty)).catch(() => undefined);
    },
  };
}
