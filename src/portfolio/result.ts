import * as v from 'valibot';

const findingSchema = v.object({
  verdict: v.picklist(['pass', 'fail', 'todo', 'unknown', 'waived']),
  evidence: v.string(),
});

/** What is kept of a customer; checked when it is read back. */
export const resultSchema = v.object({
  id: v.number(),
  name: v.string(),
  /** Full path. */
  path: v.string(),
  webUrl: v.pipe(v.string(), v.regex(/^https?:\/\//)),
  /** Date and time (ISO) of the last thing that happened in it, as GitLab tells. */
  lastActivityAt: v.optional(v.string()),
  /** Whether the user is a direct member; undefined until it was read. */
  isMine: v.optional(v.boolean()),
  /** By the check's id; empty until it was read. */
  findings: v.record(v.string(), findingSchema),
  /** Date and time (ISO) at which it was read; undefined for one that is only listed. */
  readAt: v.optional(v.string()),
});

/** What a scan found out about one customer project. */
export type CustomerResult = v.InferOutput<typeof resultSchema>;
export type KeptFinding = v.InferOutput<typeof findingSchema>;

/** How many of a customer's rows are right, or do not apply, of those that were judged. */
export function progressOf({findings}: CustomerResult): {readonly done: number; readonly all: number} {
  const verdicts = Object.values(findings).map(({verdict}) => verdict);
  return {done: verdicts.filter(verdict => verdict === 'pass' || verdict === 'waived').length, all: verdicts.length};
}
