import type {Check, Finding} from '../customer/checks/check.ts';
import {withWaiver} from '../customer/checks/remark.ts';
import type {FactSheet} from '../facts/facts.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {lockedBy, withoutRefused} from './refused.ts';

/**
 * What a check says of facts, as far as they are read. What a person said of the row goes before what was found; what GitLab refuses
 * is not offered.
 */
export function judge(check: Check, facts: FactSheet, workspace: Workspace): Finding | undefined {
  const found = check.find(facts, workspace);
  if (found === undefined) return undefined;
  const finding = withoutRefused(found, lockedBy(facts));
  return facts.record?.state === 'known' ? withWaiver(check.id, finding, facts.record.value) : finding;
}

/** Judges a check anew only when one of the facts that count for it is another one: a long README takes its time. */
export function judging(check: Check, workspace: Workspace): (facts: FactSheet) => Finding | undefined {
  let known: readonly unknown[] = [];
  let finding: Finding | undefined;
  return facts => {
    const locked = lockedBy(facts);
    const now = [...check.facts.map(name => facts[name]), facts.record, locked.project, locked.group];
    if (known.length === 0 || now.some((fact, index) => fact !== known[index])) {
      known = now;
      finding = judge(check, facts, workspace);
    }
    return finding;
  };
}
