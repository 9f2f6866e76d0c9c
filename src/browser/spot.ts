import * as v from 'valibot';

/** Where somebody was in a customer's checklist: kept for the tab alone, until the next page of the same project is there. */
export const spotSchema = v.object({
  /** The project's full path. */
  path: v.string(),
  /** Whose page it was. */
  userId: v.number(),
  /** How far the list was scrolled, in px. */
  top: v.number(),
  /** The form that stood open, and the row it stood in. */
  open: v.optional(v.object({row: v.string(), form: v.string()})),
  /** Ids of the done rows that were unfolded. */
  unfolded: v.array(v.string()),
  isDoneOpen: v.boolean(),
  isOtherOpen: v.boolean(),
});

export type Spot = v.InferOutput<typeof spotSchema>;
