import * as v from 'valibot';
import {sendToBackground} from '../browser/extension.ts';
import {playbooks} from '../playbooks/playbooks.ts';

const findingSchema = v.object({
  verdict: v.picklist(['pass', 'fail', 'todo', 'unknown', 'waived']),
  evidence: v.string(),
});

/** What is kept of a customer; checked when it is read back. */
const resultSchema = v.object({
  id: v.number(),
  /** The project's name. */
  name: v.string(),
  /** The customer's, as the group or the project says it. */
  customer: v.string(),
  /** Full path. */
  path: v.string(),
  webUrl: v.pipe(v.string(), v.regex(/^https?:\/\//)),
  /** Date and time (ISO) of the last thing that happened in it, as GitLab tells. */
  lastActivityAt: v.optional(v.string()),
  /** Whether the user is a direct member; undefined until it was read. */
  isMine: v.optional(v.boolean()),
  /** Id of the playbook that applies, whose rows are counted; undefined until it was read. */
  playbook: v.optional(v.string()),
  /** By the check's id; empty until it was read. */
  findings: v.record(v.string(), findingSchema),
  /** Date and time (ISO) at which it was read; undefined for one that is only listed. */
  readAt: v.optional(v.string()),
});

/** What a scan found out about one customer project. */
export type CustomerResult = v.InferOutput<typeof resultSchema>;

/** What is kept of a user's customers. Rejects where the browser does not give it. @param host the GitLab host's name */
export async function readResultsOf(host: string, userId: number): Promise<CustomerResult[]> {
  const raw = await sendToBackground({type: 'read-results', host, userId});
  if (!Array.isArray(raw)) return [];
  return raw.flatMap(item => {
    const result = v.safeParse(resultSchema, item);
    return result.success ? [result.output] : [];
  });
}

/** Rows of each playbook. */
const countedRows = new Map(playbooks.map(({id, steps}) => [id as string, new Set(steps.flatMap(({rows}) => rows))]));

/** Whether a row counts for a customer: those of other playbooks do not. */
export function counts({playbook}: CustomerResult, check: string): boolean {
  return countedRows.get(playbook ?? '')?.has(check) ?? true;
}

/** How many of a customer's rows are right, or do not apply, of those that its playbook has. */
export function progressOf(customer: CustomerResult): {readonly done: number; readonly all: number} {
  const verdicts = Object.entries(customer.findings).flatMap(([id, {verdict}]) =>
    counts(customer, id) ? [verdict] : [],
  );
  return {done: verdicts.filter(verdict => verdict === 'pass' || verdict === 'waived').length, all: verdicts.length};
}
