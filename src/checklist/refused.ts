import type {Finding, Fix} from '../customer/checks/check.ts';
import type {FactSheet} from '../facts/facts.ts';
import {isDoomed} from '../gitlab/model/names.ts';

/** What GitLab keeps from being changed. */
interface Locked {
  /** The project's files, issues and place. */
  readonly project: boolean;
  /** The settings of its group. */
  readonly group: boolean;
}

/**
 * What is locked because the project is archived or scheduled for deletion, or its group. A group that is only scheduled for
 * deletion locks nothing in its projects: they can be moved out of it. Source: GitLab's `project_policy.rb`, `group_policy.rb` and
 * the permission groups `project:archived` and `group:archived`; settings, members and shares of a project stay open.
 */
export function lockedBy({project, group}: FactSheet): Locked {
  const own = project?.state === 'known' ? project.value : undefined;
  const around = group?.state === 'known' ? group.value : undefined;
  const isGroupGoing = around?.isGoing === true;
  return {
    project:
      own?.archived === true ||
      own?.markedForDeletionOn !== undefined ||
      (isGroupGoing && !isDoomed(around?.path ?? '')),
    group: isGroupGoing,
  };
}

/** A finding without the fixes that GitLab would refuse. */
export function withoutRefused(finding: Finding, locked: Locked): Finding {
  const isTaken = (fix: Fix) =>
    fix.kind === 'form'
      ? !locked.project || !['files', 'issues', 'move'].includes(fix.form)
      : !locked.group || fix.kind !== 'change' || fix.change.kind !== 'group-visibility';
  const {fix, ...rest} = finding;
  return {
    ...rest,
    ...(fix && isTaken(fix) ? {fix} : {}),
    ...(rest.others ? {others: rest.others.filter(isTaken)} : {}),
  };
}
