import * as v from 'valibot';
import type {Trace} from '../apply/making.ts';
import {saidSchema} from '../browser/said-shape.ts';
import {visibilities} from '../gitlab/model/model.ts';
import {flowTitles} from '../texts/flow-titles.ts';

const pair = v.tuple([v.string(), v.string()]);

/** What a commit says. */
const commitSchema = v.object({
  message: v.string(),
  /** The branch of a merge request. */
  branch: v.optional(v.string()),
});

/** What the user wants a commit to say, where that is not what is proposed. */
const ownWordsSchema = v.partial(commitSchema);
/** A group that the user agreed to take, as it was shown. */
const shownGroup = {id: v.number(), visibility: v.picklist(visibilities)};
/** The same with its name; kept without one before steps said it. */
const takenGroupSchema = v.object({...shownGroup, name: v.optional(v.string())});

const stepSchema = v.object({
  /** `running` in what was kept means: left in the middle. */
  state: v.picklist(['running', 'done', 'failed', 'skipped']),
  /** Why it failed, or is not finished yet, and what to do next. */
  words: v.optional(saidSchema),
  /** Files changed since their lines were shown: they are shown again before anything is committed. */
  unseen: v.optional(v.boolean()),
  /** The commit that a push rule refused: with another message it can go through. */
  refused: v.optional(commitSchema),
  /** What did not work although the rest did, one sentence each. */
  left: v.optional(v.array(saidSchema)),
  /** A request that makes something was sent, and how it ended is not known. */
  sent: v.optional(v.boolean()),
  /** When it was sent: date and time (ISO) on GitLab's clock. */
  sentAt: v.optional(v.string()),
  /** Id of what was made, by GitLab's answer. */
  madeId: v.optional(v.number()),
  /** The group that was there unexpectedly: the user can agree to take it. */
  found: v.optional(v.object({...shownGroup, name: v.string(), path: v.string(), webUrl: v.string()})),
  /** Whether something was made. */
  made: v.optional(v.boolean()),
  /** Its entry in the project's journal, by which it is taken back. */
  entry: v.optional(v.string()),
});

const newCustomerSchema = v.object({
  name: v.string(),
  /** The group's path, where the user typed one. */
  path: v.optional(v.string()),
  /** Path of the segment below the root; '' until one is chosen. */
  segment: v.string(),
  /** The picture as base64. */
  logo: v.optional(v.string()),
  /** In what is kept, instead: the picture's id in the extension's database; kept as base64 before 2026-12-01. */
  picture: v.optional(v.string()),
  /** Who is invited, as typed. */
  people: v.string(),
  /** The accounts of the usernames in it, as they were looked up and shown. */
  users: v.optional(v.array(v.object({id: v.number(), name: v.string(), username: v.string()}))),
  /** Domains of addresses in it that the user said are right. */
  sure: v.optional(v.array(v.string())),
  /** Addresses in it of which it was asked whether they are right, without an answer: nobody is invited by them. */
  asked: v.optional(v.array(v.string())),
  /** By placeholder, or by one of its places. */
  values: v.array(pair),
  /** By placeholder: what goes in by itself where nothing was typed, as it was shown; kept without it before 2026-11-30. */
  known: v.optional(v.array(pair)),
  /** Whether the user agreed to take a group that is there. */
  takesGroup: v.boolean(),
  /** That group. */
  group: v.optional(takenGroupSchema),
  commit: v.optional(ownWordsSchema),
});

const preSalesSchema = v.object({
  projectId: v.number(),
  projectName: v.string(),
  address: v.string(),
  /** What becomes of the chosen issues. */
  action: v.picklist(['close', 'delete']),
  issues: v.array(v.object({iid: v.number(), title: v.string()})),
  /** Whether the other issues may stay, as agreed with SA and SAE. */
  agreed: v.boolean(),
  segment: v.string(),
  name: v.string(),
  path: v.optional(v.string()),
  /** Whether the user agreed to take a group that is there. */
  takesGroup: v.boolean(),
  /** That group. */
  group: v.optional(takenGroupSchema),
  /** Those of whom the summary showed that they gain access, with their roles; kept without it before 2026-11-30. */
  gains: v.optional(v.array(v.object({id: v.number(), level: v.number()}))),
});

const handoverSchema = v.object({
  projectId: v.number(),
  projectName: v.string(),
  address: v.string(),
  /** Who that is, where the user typed it: a name, a @username or a mail. */
  former: v.optional(v.string()),
  /** Texts of the files that name the former CSM, each with what stands there instead; '' leaves it. */
  replacements: v.array(pair),
  /** What goes in for the placeholders that are left, by placeholder or by one of its places; there was none before 2026-11-30. */
  values: v.optional(v.array(pair)),
  /** The files whose changed lines were shown, each with the commit that it was read at. */
  seen: v.optional(v.array(pair)),
  commit: v.optional(ownWordsSchema),
});

const base = {
  id: v.string(),
  /** Who started it: nobody else sees it. */
  userId: v.number(),
  /** Date and time (ISO). */
  startedAt: v.string(),
  /** `run` once the summary was agreed to; `back` while all of it is taken back. */
  stage: v.picklist(['form', 'run', 'back']),
  steps: v.record(v.string(), stepSchema),
  /** When it led the page to another address, where it goes on by itself; date and time (ISO). */
  leftAt: v.optional(v.string()),
  /** What is still there of what was taken back, one sentence each; undefined where nothing was taken back since it ran last. */
  left: v.optional(v.array(saidSchema)),
};

/** A guided flow as it is kept: what was typed and what was done; nothing here is ever a token. */
export const flowSchema = v.variant('kind', [
  v.object({...base, kind: v.literal('new-customer'), plan: newCustomerSchema}),
  v.object({...base, kind: v.literal('from-pre-sales'), plan: preSalesSchema}),
  v.object({...base, kind: v.literal('from-another-csm'), plan: handoverSchema}),
]);

/** By which id the logo of a flow is in the extension's database. */
export const logoIdOf = (flowId: string): string => `flow-${flowId}`;

/** A guided flow: what was typed, and how far each of its steps is. */
export type Flow = v.InferOutput<typeof flowSchema>;
type FlowKind = Flow['kind'];
export type FlowOf<Kind extends FlowKind> = Extract<Flow, {kind: Kind}>;
export type CommitWords = v.InferOutput<typeof commitSchema>;
/** Files that were shown, each with the commit that it was read at. */
export type SeenFiles = NonNullable<FlowOf<'from-another-csm'>['plan']['seen']>;
export type OwnWords = v.InferOutput<typeof ownWordsSchema>;
export type StepState = v.InferOutput<typeof stepSchema>;

/** What is known of what a step made, or may have made; undefined where it made nothing. */
export function traceOf(step: StepState | undefined): Trace | undefined {
  if (step === undefined || (!step.made && !step.sent && step.madeId === undefined)) return undefined;
  const {madeId, sentAt} = step;
  return {madeId, wasSent: madeId === undefined, sentAt};
}

/** What a flow does, as a phrase. */
export function flowTitle(flow: Flow): string {
  switch (flow.kind) {
    case 'new-customer':
      return flow.plan.name.trim() === '' ? flowTitles.setUpCustomer : flowTitles.setUp(flow.plan.name.trim());
    case 'from-pre-sales':
      return flowTitles.takeOverFromPreSales(flow.plan.projectName);
    case 'from-another-csm':
      return flowTitles.takeOverFromCsm(flow.plan.projectName);
  }
}

/** Milliseconds for which a page that a flow led to counts as just opened. */
const justNow = 60_000;

/** Whether a flow led to this page a moment ago. */
export function hasJustLeft({leftAt}: Flow, now: string): boolean {
  return leftAt !== undefined && Math.abs(Date.parse(now) - Date.parse(leftAt)) < justNow;
}

/** The project that a flow is about; undefined for a customer that has none yet. */
export function projectOf(flow: Flow): {readonly id: number; readonly address: string} | undefined {
  return flow.kind === 'new-customer' ? undefined : {id: flow.plan.projectId, address: flow.plan.address};
}
