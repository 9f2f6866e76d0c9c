import {type Means, onceThere} from '../apply/means.ts';
import type {Checklist} from '../checklist/checklist.ts';
import type {Fact, FactName, FactSheet, Facts} from '../facts/facts.ts';
import {errorOfProblem, GitLabError} from '../gitlab/errors.ts';
import {said} from '../texts/said.ts';
import {settled} from './project-checklist.ts';

/** Facts that are known, by name: no others. */
export type KnownFacts<Names extends FactName> = {
  readonly [Name in Names]: {readonly state: 'known'; readonly value: Facts[Name]};
};

/**
 * Reads those of these facts again that are not known.
 *
 * @param isNew where the project was made a moment ago, so that GitLab may not find all of it yet: how to wait
 */
export async function readUnknown(
  checklist: Checklist,
  names: readonly FactName[],
  isNew?: Pick<Means, 'pause'>,
): Promise<void> {
  const factOf = (name: FactName): Fact<unknown> | undefined => checklist.facts.value[name];
  const attempt = async () => {
    const unknown = names.filter(name => factOf(name)?.state !== 'known');
    if (unknown.length === 0) return;
    await checklist.reread(new Set(unknown));
    // Of a fact that another step reads at the same time, only the later answer counts.
    await settled(checklist);
  };
  const isThere = () => !names.map(factOf).some(fact => fact?.state === 'failed' && fact.problem.kind === 'missing');
  await (isNew ? onceThere(isNew, attempt, isThere) : attempt());
}

/** Why the first of these facts that is not known is not; undefined where all are. */
export function whyUnknown(facts: FactSheet, names: readonly FactName[]): GitLabError | undefined {
  const known = names.map((name): Fact<unknown> | undefined => facts[name]);
  const first = known.find(fact => fact !== undefined && fact.state !== 'known');
  if (first !== undefined) return errorOfProblem(first.problem);
  return known.includes(undefined) ? new GitLabError('unavailable', said('flows.rowNotRead')) : undefined;
}

/**
 * These facts; those that are not known are read again.
 *
 * @param isNew as in {@link readUnknown}
 * @throws GitLabError why the first that is not known then is not
 */
export async function knownFacts<Names extends FactName>(
  checklist: Checklist,
  names: readonly Names[],
  isNew?: Pick<Means, 'pause'>,
): Promise<KnownFacts<Names>> {
  await readUnknown(checklist, names, isNew);
  const facts = checklist.facts.value;
  const why = whyUnknown(facts, names);
  if (why !== undefined) throw why;
  // The compiler does not see that none of them is left that is not known.
  return Object.fromEntries(names.map(name => [name, facts[name]])) as unknown as KnownFacts<Names>;
}
