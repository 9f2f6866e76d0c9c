import {describe, expect, it} from 'vitest';
import {projectChecks} from '../../../../src/customer/checks/index.ts';
import {stepsDone} from '../../../../src/customer/playbooks/playbook.ts';
import {playbooks} from '../../../../src/customer/playbooks/playbooks.ts';
import {hasShared, readShared, withoutShared} from '../../../shared.ts';

const ids = projectChecks.map(({id}) => id);
/** Rows that belong to one situation only. */
const special = ['pre-sales', 'issues-reviewed', 'handover-review'];

describe.each(playbooks)('$id', playbook => {
  const rows = playbook.steps.flatMap(step => step.rows);

  it('leads to rows that there are, by each first one once', () => {
    expect(rows.filter(row => !ids.includes(row))).toEqual([]);
    const first = playbook.steps.map(step => step.rows[0]);
    expect(new Set(first).size).toBe(first.length);
  });

  it('leaves out nothing that every customer needs', () => {
    expect(ids.filter(id => !rows.includes(id) && !special.includes(id))).toEqual([]);
  });

  it.skipIf(!hasShared)(`quotes the handbook${hasShared ? '' : ` (${withoutShared})`}`, () => {
    expect(readShared('seeds/customer-collaboration-project.txt')).toContain(playbook.handbook);
  });
});

describe('progress', () => {
  const [playbook] = playbooks;
  if (playbook === undefined) throw new Error('There is no playbook');

  it('counts steps of which every row is right or waived, and names the next', () => {
    const progress = stepsDone(playbook, id => {
      if (id === 'pre-sales') return 'waived';
      return id === 'issues-reviewed' || id === 'location' ? 'pass' : 'fail';
    });
    expect(progress.steps.filter(({done}) => done)).toHaveLength(2);
    expect(progress.next?.rows).toContain('group-visibility');
  });

  it('does not say that a step is open while a row of it is being read', () => {
    const progress = stepsDone(playbook, id => (id === 'pre-sales' ? undefined : 'todo'));
    expect(progress.steps[0]?.done).toBeUndefined();
    expect(progress.next?.rows).toEqual(['issues-reviewed']);
  });
});
