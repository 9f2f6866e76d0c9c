import * as v from 'valibot';
import {type Said, said} from '../texts/said.ts';

type Value = NonNullable<Said['with']>[number];

const valueSchema: v.GenericSchema<Value> = v.lazy(() =>
  v.union([v.string(), v.number(), v.boolean(), textSchema, v.array(valueSchema)]),
);

const textSchema: v.GenericSchema<Said> = v.object({
  text: v.string(),
  with: v.exactOptional(v.array(valueSchema)),
});

/**
 * A text by its id, as it is kept. Until 2026-11-29 the sentence itself was kept: it is read as a text that says it, and stays in the
 * storage as it is until something else is said in its place.
 */
export const saidSchema: v.GenericSchema<unknown, Said> = v.union([
  textSchema,
  v.pipe(
    v.string(),
    v.transform(sentence => said('texts.asKept', sentence)),
  ),
]);
