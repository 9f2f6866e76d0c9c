import {wordsOfChange} from '../changes/kinds.ts';
import {type Check, isRight} from '../customer/checks/check.ts';
import type {FactName} from '../facts/facts.ts';
import {checklistTexts} from '../texts/checklist.ts';
import {planTexts} from '../texts/checklist-plan.ts';
import {say} from '../texts/say.ts';
import type {Look, Target} from './plan-look.ts';

/** What is to be said of one item of many customers. */
export interface WantedRemark {
  readonly kind: 'tick' | 'waiver';
  readonly check: Check;
  /** A note, or why the item does not apply. */
  readonly note: string;
}

/**
 * Looks, after reading what an item looks at, whether a person can say of it that it is done, or that it does not apply; without doing
 * anything. What is done already needs nothing.
 */
export async function lookAtRemark(target: Target, {kind, check, note}: WantedRemark): Promise<Look> {
  const {checklist, title = checklist.place.path} = target;
  const nothing = {changes: [], left: []};
  const {pageUser} = checklist.sources;
  await checklist.reread(
    new Set<FactName>([...check.facts, 'project', 'record', ...(pageUser ? [] : ['user' as const])]),
  );
  const {project, record, user} = checklist.facts.value;
  for (const fact of [project, record]) {
    if (fact !== undefined && fact.state !== 'known')
      return {changes: [], left: [planTexts.customerNotRead(title, say(fact.problem.words))]};
  }
  const row = checklist.rows.value.find(one => one.check.id === check.id);
  if (project?.state !== 'known' || record?.state !== 'known' || row?.finding === undefined) return nothing;
  const {verdict} = row.finding;
  if (isRight(verdict) || (kind === 'tick' && verdict !== 'todo')) return nothing;
  const known = kind === 'tick' ? record.value.ticks : record.value.waivers;
  const by = user?.state === 'known' ? user.value.name : pageUser?.name;
  const change = {
    kind,
    projectId: project.value.id,
    check: check.id,
    from: known[check.id] ?? null,
    to: {by: by ?? checklistTexts.unknownUser, at: checklist.now(), note: note.trim()},
  } as const;
  return {changes: [{...target, check: row.check, change, words: wordsOfChange(change), sharers: []}], left: []};
}
