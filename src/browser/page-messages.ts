import * as v from 'valibot';

/** What the background says to the panel of a tab: the browser's command asks for it. */
const pageMessageSchema = v.object({type: v.literal('show-panel')});

export type PageMessage = v.InferOutput<typeof pageMessageSchema>;

/** Something that arrived as the message that it is; undefined for anything else. */
export function pageMessageOf(value: unknown): PageMessage | undefined {
  const result = v.safeParse(pageMessageSchema, value);
  return result.success ? result.output : undefined;
}
