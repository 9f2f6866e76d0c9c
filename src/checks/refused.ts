import type {FactSheet} from '../facts/facts.ts';
import {isDoomed} from '../gitlab/names.ts';
import type {Finding, Fix} from './check.ts';

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

const formsOfContent: ReadonlySet<string> = new Set(['files', 'issues', 'move']);

function isRefused(fix: Fix, locked: Locked): boolean {
  if (fix.kind === 'form') return locked.project && formsOfContent.has(fix.form);
  return locked.group && fix.kind === 'change' && fix.change.kind === 'group-visibility';
}

/** A finding without the fixes that GitLab would refuse. */
export function withoutRefused(finding: Finding, locked: Locked): Finding {
  const {fix, others, ...rest} = finding;
  const open = [...(fix ? [fix] : []), ...(others ?? [])].filter(some => !isRefused(some, locked));
  if (open.length === (fix ? 1 : 0) + (others?.length ?? 0)) return finding;
  return {
    ...rest,
    ...(fix && open.includes(fix) ? {fix} : {}),
    others: open.filter(some => some !== fix),
  };
}
