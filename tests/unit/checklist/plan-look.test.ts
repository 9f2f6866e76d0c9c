import {describe, expect, it} from 'vitest';
import type {Change} from '../../../src/changes/change.ts';
import type {Checklist} from '../../../src/checklist/checklist.ts';
import {lookAtOne} from '../../../src/checklist/plan-look.ts';
import type {Row} from '../../../src/checklist/row.ts';
import type {Fix} from '../../../src/customer/checks/check.ts';
import {projectChecks} from '../../../src/customer/checks/index.ts';

const changes: Record<string, Change> = {
  visibility: {kind: 'project-visibility', projectId: 1, from: 'public', to: 'private'},
  'group-visibility': {kind: 'group-visibility', groupId: 2, from: 'public', to: 'private'},
};

/** What “Fix all” lists of a project's and its group's visibility. */
function listed(afterProject: boolean, isProjectOpen: boolean, mayChangeProject: boolean): string[] {
  const row = (id: string, more: {waitsFor?: string} = {}) => ({
    check: projectChecks.find(check => check.id === id),
    finding: {verdict: 'fail', evidence: '', fix: {kind: 'change', label: '', change: changes[id]}, ...more},
  });
  const rows = [
    row('group-visibility', afterProject ? {waitsFor: 'visibility'} : {}),
    ...(isProjectOpen ? [row('visibility')] : []),
  ] as unknown as readonly Row[];
  const checklist = {
    rows: {value: rows},
    facts: {value: {}},
    lacksRole: (fix: Fix) =>
      fix.kind === 'change' && fix.change.kind === 'project-visibility' && !mayChangeProject ? {needed: 40} : undefined,
  } as unknown as Checklist;
  return lookAtOne(checklist).changes.map(({check}) => check.id);
}

describe('W16 Fix all', () => {
  it.each([
    ['the group after the project that it waits for', true, true, true, ['visibility', 'group-visibility']],
    ['no group that waits for a project that cannot be changed', true, true, false, []],
    ['no group that waits for a project that is not among the rows to do', true, false, true, []],
    ['a group that waits for nothing', false, false, true, ['group-visibility']],
  ] as const)('lists %s', (_name, after, isOpen, mayChange, ids) => {
    expect(listed(after, isOpen, mayChange)).toEqual(ids);
  });
});
