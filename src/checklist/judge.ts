import type {Check, Finding} from '../customer/checks/check.ts';
import {withWaiver} from '../customer/checks/remark.ts';
import type {FactSheet} from '../facts/facts.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {lockedBy, withoutRefused} from './refused.ts';

/**
 * Judges a check anew only when one of its own facts is another one: a long README takes its time. What a person said of the
 * row goes before what was found. What GitLab refuses is not offered.
 */
export function judging(check: Check, workspace: Workspace): (facts: FactSheet) => Finding | undefined {
  let known: readonly unknown[] = [];
  let finding: Finding | undefined;
  return facts => {
    const locked = lockedBy(facts);
    const now = [...check.facts.map(name => facts[name]), facts.record, locked.project, locked.group];
    if (known.length === 0 || now.some((fact, index) => fact !== known[index])) {
      known = now;
      finding = check.find(facts, workspace);
      finding &&= withoutRefused(finding, locked);
      if (finding !== undefined && facts.record?.state === 'known') {
        finding = withWaiver(check.id, finding, facts.record.value);
      }
    }
    return finding;
  };
}
