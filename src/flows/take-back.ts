import type {Signal} from '@preact/signals-core';
import {removeMadeGroup} from '../apply/customer-group.ts';
import type {Gain} from '../changes/change.ts';
import type {Checklist} from '../checklist/checklist.ts';
import type {Page} from '../checklist/page.ts';
import {type CommittedUndo, committedUndo, messageField, undoAsTyped} from '../checklist/undo-words.ts';
import type {Problem, ProblemKind} from '../gitlab/model/problem.ts';
import {type Said, said} from '../texts/said.ts';
import {type Flow, traceOf} from './flow.ts';
import type {KeptFlow} from './kept-flow.ts';
import {groupOf} from './pre-sales.ts';

/** Why something is not taken back, where another try would meet the same: it stays, and the rest is taken back. */
const finals: ReadonlySet<ProblemKind | undefined> = new Set([
  'conflict',
  'denied',
  'missing',
  'moved',
  'invalid',
  'taken',
  'visibility',
]);
/** That more people gain access than was shown is asked about anew. */
const isFinal = (problem: Problem | undefined) =>
  finals.has(problem?.kind) && problem?.words.text !== 'apply.moreGainAccess';

/** A row's other change is under way, so that nothing was begun. */
const beingChanged: Problem = {
  kind: 'busy',
  words: said('flows.beingChanged'),
  advice: said('flows.beingChanged advice'),
};

/** Why a step is not taken back, and what to do. */
function notBack(title: string, {words, ...problem}: Problem): Problem {
  return {
    ...problem,
    words: said('flows.notBackYet', title, words),
    ...(problem.kind === 'rule' && {advice: said('flows.editMessage')}),
  };
}

/** What taking back changes and tells. */
export interface BackTools {
  readonly page: Page;
  readonly kept: KeptFlow;
  readonly titleOfStep: (id: string) => string;
  /** Whether another tab took over what was done here. */
  readonly isTakenOver: () => boolean;
  /** Those of whom it was shown that they gain access when the project is moved back. */
  readonly gains?: readonly Gain[] | undefined;
  /** Why it does not go on. */
  readonly problem: Signal<Problem | undefined>;
}

/** Keeps what is still there, after what was found before. */
async function leave({flow, keep}: KeptFlow, ...sentences: readonly Said[]): Promise<void> {
  if (sentences.length > 0) await keep({...flow.value, left: [...(flow.value.left ?? []), ...sentences]});
}

/** Takes back what a step changed in the project. Resolves to whether it goes on; why it does not is told. */
async function takeStepBack(
  customer: Checklist,
  id: string,
  {page, kept, titleOfStep, problem, gains}: BackTools,
): Promise<boolean> {
  const known = kept.flow.value.steps[id];
  const entry = customer.journal.value?.find(other => other.id === known?.entry);
  if (entry?.undo !== undefined && !entry.undone) {
    if (id === 'location') await kept.keep({...kept.flow.value, leftAt: page.now()});
    const undo = undoAsTyped(entry, customer);
    const wanted = undo?.kind === 'move-back' ? {...undo, gains} : undo;
    const made = await customer.undoEntry({...entry, undo: wanted});
    if (!made.isMade && !isFinal(made.problem)) {
      if (made.problem !== undefined) problem.value = notBack(titleOfStep(id), made.problem);
      else problem.value = page.checkAlive() ? beingChanged : undefined;
      return false;
    }
    if (made.isMade) await leave(kept, ...made.left);
    else await leave(kept, said('flows.staysBecause', titleOfStep(id), made.problem?.words ?? ''));
    customer.texts.set(messageField(entry.check, entry.id), undefined);
  } else if ((known?.made || known?.sent) && entry?.undone !== true) {
    await leave(kept, said('flows.stays', titleOfStep(id)));
  }
  await kept.forgetStep(id);
  return true;
}

/**
 * Takes back what the steps changed, the latest first; the move after the others, since it leads to another page, and then the
 * group that was made for it. Resolves to whether all of it was gone through.
 */
export async function takeChangesBack(customer: Checklist, tools: BackTools): Promise<boolean> {
  const {page, kept, isTakenOver} = tools;
  const {flow} = kept;
  await Promise.all([customer.loadJournal(), customer.texts.load()]);
  const last = ['location', 'group'];
  const ids = Object.keys(flow.value.steps).reverse();
  for (const id of [...ids.filter(other => !last.includes(other)), 'location']) {
    if (isTakenOver()) return false;
    if (flow.value.steps[id] !== undefined && !(await takeStepBack(customer, id, tools))) return false;
  }
  const now = flow.value;
  const {group} = now.steps;
  if (isTakenOver()) return false;
  if (now.kind !== 'from-pre-sales' || group === undefined) return true;
  const trace = traceOf(group);
  const {means, sources} = page.checklist;
  if (trace) await leaveGroup(kept, await removeMadeGroup(means, groupOf(now.plan, sources.workspace), trace));
  await kept.forgetStep('group');
  return true;
}

/** Keeps what became of the group, once: the way back of the project deletes it too, and tells what it could not. */
async function leaveGroup(kept: KeptFlow, sentences: readonly Said[]): Promise<void> {
  const {left} = kept.flow.value;
  // That it could not be deleted then is no news any more.
  const still = left?.filter(({text}) => text !== 'apply.isBackGroupThere');
  if (still?.length !== left?.length) await kept.keep({...kept.flow.value, left: still});
  const told = JSON.stringify(still ?? []);
  await leave(kept, ...sentences.filter(sentence => !told.includes(JSON.stringify(sentence))));
}

/** The commits that taking a flow back makes, as far as its customer's journal is read. A new customer is removed as a whole. */
export function commitsBackOf(flow: Flow, customer: Checklist | undefined): CommittedUndo[] {
  if (customer === undefined || flow.kind === 'new-customer') return [];
  const entries = new Set(Object.values(flow.steps).map(({entry}) => entry));
  return (customer.journal.value ?? []).flatMap(entry => {
    const commit = entries.has(entry.id) && !entry.undone && committedUndo(entry, customer);
    return commit ? [commit] : [];
  });
}
