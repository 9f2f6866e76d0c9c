import * as v from 'valibot';

/** Single values in GitLab's answers. What they stand in is told where it is read. */

export const visibility = v.picklist(['private', 'internal', 'public']);

/** An address that is followed and linked to, so nothing but the web's own kind is taken. */
export const webUrl = v.pipe(v.string(), v.regex(/^https?:\/\//));

/** A Git object's id, in SHA-1 or SHA-256. */
export const objectId = v.pipe(v.string(), v.regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/));

/** GitLab's numbers of things begin with 1. */
export const id = v.pipe(v.number(), v.integer(), v.minValue(1));

/** A date (ISO), or date and time, on which something ends. */
export const end = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}/)));

/** What is only compared, and no loss where GitLab tells it in another way. */
export const told = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined);

/** A text that says something: an empty name would fit every comparison. */
export const someText = v.pipe(v.string(), v.minLength(1));
