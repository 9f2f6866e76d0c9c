import {describe, expect, it} from 'vitest';
import {projectChecks} from '../../../../src/customer/checks/index.ts';
import {playbooks} from '../../../../src/customer/playbooks/playbooks.ts';
import {hasShared, readShared, withoutShared} from '../../../shared.ts';

const ids = projectChecks.map(({id}) => id);
/** Rows that belong to one situation only. */
const special = ['pre-sales', 'issues-reviewed', 'handover-review'];

describe.each(playbooks)('$id', ({rows, handbook}) => {
  it('has rows that there are, each once', () => {
    expect(rows.filter(row => !ids.includes(row))).toEqual([]);
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('leaves out nothing that every customer needs', () => {
    expect(ids.filter(id => !rows.includes(id) && !special.includes(id))).toEqual([]);
  });

  it.skipIf(!hasShared)(`quotes the handbook${hasShared ? '' : ` (${withoutShared})`}`, () => {
    expect(readShared('seeds/customer-collaboration-project.txt')).toContain(handbook);
  });
});
