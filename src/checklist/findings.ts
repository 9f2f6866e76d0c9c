import {computed, type ReadonlySignal} from '@preact/signals-core';
import type {Check, Finding} from '../customer/checks/check.ts';
import type {FactSheet} from '../facts/facts.ts';
import type {Said} from '../texts/said.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {judging} from './judge.ts';

/** What is found, by check; undefined while a fact of it is being read. */
export type Findings = ReadonlySignal<ReadonlyMap<Check, Finding | undefined>>;

/** What a form knows of an item beside what GitLab tells. */
interface KnownBeside {
  /** What the item comes to with that. */
  readonly find: (finding: Finding, facts: FactSheet) => Finding;
  /** What of the item's last change is still to be said: the finding says the rest. */
  readonly unsaid: (left: readonly Said[]) => readonly Said[];
}

/** By the check's id. */
export type Beside = ReadonlyMap<string, KnownBeside>;

/**
 * What each check says, and what forms know beside it.
 *
 * @param known what is known now, by signals
 */
export function createFindings(
  checks: readonly Check[],
  workspace: Workspace,
  known: () => FactSheet,
  beside: ReadonlySignal<Beside>,
): Findings {
  const judges = checks.map(check => [check, judging(check, workspace)] as const);
  return computed(() => {
    const facts = known();
    return new Map(
      judges.map(([check, judge]) => {
        const finding = judge(facts);
        return [check, (finding && beside.value.get(check.id)?.find(finding, facts)) ?? finding] as const;
      }),
    );
  });
}
