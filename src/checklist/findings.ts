import {computed, type ReadonlySignal} from '@preact/signals-core';
import type {Check, Finding} from '../customer/checks/check.ts';
import type {FactSheet} from '../facts/facts.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {judging} from './judge.ts';
import {type NotInvited, withNotInvited} from './not-invited.ts';

/** What is found, by check; undefined while a fact of it is being read. */
export type Findings = ReadonlySignal<ReadonlyMap<Check, Finding | undefined>>;

/**
 * What each check says, and of whom GitLab did not take on this page.
 *
 * @param known what is known now, by signals
 */
export function createFindings(
  checks: readonly Check[],
  workspace: Workspace,
  known: () => FactSheet,
  notInvited: ReadonlySignal<NotInvited>,
): Findings {
  const judges = checks.map(check => [check, judging(check, workspace)] as const);
  return computed(() => {
    const facts = known();
    return new Map(
      judges.map(([check, judge]) => {
        const finding = judge(facts);
        return [check, check.id === 'members' ? withNotInvited(finding, notInvited.value, facts) : finding];
      }),
    );
  });
}
