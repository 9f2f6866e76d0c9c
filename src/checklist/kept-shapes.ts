import * as v from 'valibot';
import {saidSchema} from '../browser/said-shape.ts';
import {listOf, mapOf, partsOf, type Shape, wholeOf, wordOf} from '../browser/shape.ts';
import type {Change} from '../changes/change.ts';
import {isKind} from '../changes/kinds.ts';
import type {Draft} from '../customer/filling/draft.ts';
import {playbooks} from '../customer/playbooks/playbooks.ts';

const strings = v.pipe(v.array(v.string()), v.readonly());
const remark = v.object({by: v.string(), at: v.string(), note: v.string()});

/** Ticks, waivers and the playbook of a customer. */
export const recordShape = partsOf({
  ticks: mapOf(remark),
  waivers: mapOf(remark),
  waiting: wholeOf(v.object({iid: v.number(), files: strings})),
  playbook: wordOf(playbooks.map(({id}) => id)),
});

const ids = listOf(v.number(), String);

/**
 * Lists of which something is in one alone: what the own ones say of it stays.
 *
 * @param names of the parts that are such lists
 */
function inOneOf<T>(shape: Shape<T>, names: readonly (keyof T & string)[]): Shape<T> {
  const listsOf = (kept: unknown) =>
    Object.entries(kept ?? {}).filter(([name, list]) => names.some(known => known === name) && Array.isArray(list));
  return {
    ...shape,
    merge(own, other, choose) {
      const said = new Set(listsOf(own).flatMap(([, list]) => list));
      const rest = listsOf(other).map(([name, list]) => [name, list.filter((item: unknown) => !said.has(item))]);
      return shape.merge(own, rest.length === 0 ? other : {...Object(other), ...Object.fromEntries(rest)}, choose);
    },
  };
}

/** User ids by side: short, because a synced item may have only 8 KB. */
export const sidesShape = inOneOf(partsOf({customer: ids, colleague: ids}), ['customer', 'colleague']);

const keys = listOf(v.string(), key => key);

/** What was decided about bracketed texts. */
export const bracketsShape = inOneOf(
  partsOf({
    placeholder: keys,
    prose: keys,
    blanks: wholeOf(v.boolean()),
    aliases: wholeOf(v.record(v.string(), v.string())),
  }),
  ['placeholder', 'prose'],
);

/** Only the extension writes it, so of a change only its kind is looked at. One of another version is none. */
const change = v.fallback(
  v.optional(
    v.custom<Change>(
      value =>
        typeof value === 'object' &&
        value !== null &&
        'kind' in value &&
        typeof value.kind === 'string' &&
        isKind(value.kind),
    ),
  ),
  undefined,
);

/** A name, a path or a mail as it is, or a text. */
const words = v.union([v.string(), saidSchema]);

/** Changes that were made. */
export const journalShape = listOf(
  v.object({
    id: v.string(),
    at: v.string(),
    by: v.string(),
    where: v.string(),
    check: v.string(),
    what: saidSchema,
    before: v.optional(words),
    after: v.optional(words),
    each: v.optional(v.pipe(v.array(words), v.readonly())),
    left: v.optional(v.pipe(v.array(saidSchema), v.readonly())),
    undo: change,
    undone: v.boolean(),
    sent: change,
    undoSent: v.optional(v.boolean()),
    undoSentAt: v.optional(v.string()),
  }),
  ({id}) => id,
);

/** Values that were committed for placeholders. */
export const filledShape = listOf(
  v.object({
    project: v.number(),
    meaning: v.string(),
    value: v.string(),
    customer: v.optional(v.string()),
    undone: v.optional(v.literal(true)),
  }),
  ({project, meaning}) => `${project}\n${meaning}`,
);

/** Values that were typed and not committed yet. */
export const draftShape = wholeOf(
  v.object({
    values: v.array(v.tuple([v.string(), v.string()])),
    left: strings,
    lines: v.optional(v.array(v.tuple([v.string(), strings]))),
  }),
);

/** A draft as it is kept; undefined for none. */
export type KeptDraft = ReturnType<typeof draftShape.read>;

/** A draft as it was kept. */
export function draftOf(kept: KeptDraft): Draft {
  const {values, left, lines = []} = kept ?? {values: [], left: []};
  return {values: new Map(values), left: new Set(left), lines: new Map(lines)};
}

/** Texts that were typed in forms, by their fields' names. */
export const textsShape = mapOf(v.string());
