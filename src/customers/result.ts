import * as v from 'valibot';
import {saidSchema} from '../browser/said-shape.ts';
import {type Progress, progressOf as progressOfRows} from '../checklist/progress.ts';
import {countedRows} from '../customer/playbooks/counted.ts';
import {playbooks} from '../customer/playbooks/playbooks.ts';
import {remembered} from './memo.ts';

const findingSchema = v.object({
  verdict: v.picklist(['pass', 'fail', 'todo', 'unknown', 'waived']),
  evidence: saidSchema,
  /** What its row shows beside that: before GitLab answers, it is drawn as it was. */
  shown: v.optional(
    v.object({
      /** What its own button is called. */
      button: v.exactOptional(saidSchema),
      /** Whether that opens a form. */
      opensForm: v.exactOptional(v.boolean()),
      /** Whether it can be put right without an answer. */
      isReady: v.exactOptional(v.boolean()),
      hasDetails: v.exactOptional(v.boolean()),
      isExposed: v.exactOptional(v.boolean()),
      waitsFor: v.exactOptional(v.string()),
      /** The role that its button takes, the user's own, and what the button is called where others stand beside it. */
      lacks: v.exactOptional(v.object({needed: v.number(), own: v.number(), of: v.exactOptional(saidSchema)})),
    }),
  ),
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
  /** Date and time (ISO) of the last change of its settings, its place or its activity, as GitLab tells. */
  lastChangeAt: v.optional(v.string()),
  /** Whether something of it could not be read the last time, so that it is to be read again. */
  isPartly: v.optional(v.boolean()),
  /** Whether the user is a direct member; undefined until it was read. */
  isMine: v.optional(v.boolean()),
  /** Whether the README names the user; undefined until it was read for that. */
  isNamed: v.optional(v.boolean()),
  /** What people had said of it, in short: by this it is seen whether they said something else since. */
  remarks: v.optional(v.string()),
  /** Id of the playbook that applies, whose rows are counted; undefined until it was read. */
  playbook: v.optional(v.string()),
  /** Whether the beginning of its project is so long ago that the rows of that do not count. */
  isSettled: v.optional(v.boolean()),
  /** By the check's id; empty until it was read. */
  findings: v.record(v.string(), findingSchema),
  /** Date and time (ISO) at which it was read; undefined for one that is only listed. */
  readAt: v.optional(v.string()),
});

/** What a scan found out about one customer project. */
export type CustomerResult = v.InferOutput<typeof resultSchema>;

/** Something that was kept as the result that it is; undefined where it is none. */
export function resultOf(kept: unknown): CustomerResult | undefined {
  const result = v.safeParse(resultSchema, kept);
  return result.success ? result.output : undefined;
}

const rowsOf = (isSettled: boolean) =>
  new Map(playbooks.map(book => [book.id as string, new Set(countedRows(book, isSettled))]));
const ofOthers = rowsOf(false);
const ofSettled = rowsOf(true);

/** Whether a row counts for a customer: those of other playbooks do not. */
export function counts({playbook = '', isSettled}: CustomerResult, check: string): boolean {
  return (isSettled ? ofSettled : ofOthers).get(playbook)?.has(check) ?? true;
}

const progress = remembered((customer: CustomerResult): Progress => {
  const counted = Object.entries(customer.findings).filter(([id]) => counts(customer, id));
  return progressOfRows(counted.map(([id, {verdict}]) => [id, verdict]));
});

/** How far a customer is. */
export const progressOf = (customer: CustomerResult): Progress => progress(customer, undefined);
