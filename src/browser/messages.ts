import * as v from 'valibot';
import {kindOfKey} from './item-kinds.ts';
import {spotSchema} from './spot.ts';

const who = {
  /** The GitLab host's name. */
  host: v.string(),
  /** The signed-in user, who sees nobody else's results. */
  userId: v.number(),
};

/** What our own parts say to each other. One member a message; there is no other. */
const messageSchema = v.variant('type', [
  /**
   * From the launcher or the panel to the background: run this chunk of the panel's script here. The background knows their names; the
   * panel's own bundle sends it, see vite.config.ts.
   */
  v.object({type: v.literal('load'), chunk: v.string()}),
  /** From a page to the background: what is kept of this user's customers, or of the one whose project has this id? */
  v.object({type: v.literal('read-results'), ...who, id: v.optional(v.number())}),
  /** From a page to the background: keep these, by their id. */
  v.object({type: v.literal('write-results'), ...who, results: v.array(v.looseObject({id: v.number()}))}),
  /** From the portfolio to the background: forget all that is kept of this user's customers. */
  v.object({type: v.literal('forget-results'), ...who}),
  /**
   * From a page to the background: write this item, if it is still what the page saw; without `from` if nothing is there, without `to`
   * forget it. Only keys of our own kinds; see kept-kinds.ts.
   */
  v.object({
    type: v.literal('write-kept'),
    key: v.pipe(
      v.string(),
      v.check(key => kindOfKey(key) !== undefined),
    ),
    from: v.optional(v.unknown()),
    to: v.optional(v.unknown()),
  }),
  /** From a page to the background: keep a picture of this user's, its bytes as base64. */
  v.object({type: v.literal('keep-picture'), ...who, id: v.string(), base64: v.string()}),
  /** From a page to the background: give it back. */
  v.object({type: v.literal('read-picture'), ...who, id: v.string()}),
  /** From a page to the background: forget these. */
  v.object({type: v.literal('forget-pictures'), ...who, ids: v.array(v.string())}),
  /** From a page to the background: keep where somebody is in the list, for this tab. */
  v.object({type: v.literal('keep-spot'), spot: spotSchema}),
  /** From a page to the background: where was somebody in this tab? */
  v.object({type: v.literal('read-spot')}),
  /** From a page to the background: which items of ours are kept, and how large are they? */
  v.object({type: v.literal('list-kept')}),
]);

export type Message = v.InferOutput<typeof messageSchema>;

/** Something that arrived as the message that it is: nothing is taken on trust, whoever sent it. Undefined for anything else. */
export function messageOf(value: unknown): Message | undefined {
  const result = v.safeParse(messageSchema, value);
  return result.success ? result.output : undefined;
}
