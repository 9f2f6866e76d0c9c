import {describe, expect, it} from 'vitest';
import {countedRows, isSettled} from '../../../../src/customer/playbooks/counted.ts';
import {playbooks} from '../../../../src/customer/playbooks/playbooks.ts';
import type {FactSheet} from '../../../../src/facts/facts.ts';
import {emptyRecord} from '../../../../src/facts/record.ts';
import {problemOf} from '../../../../src/gitlab/errors.ts';

const known = <T>(value: T) => ({state: 'known', value}) as const;

function factsOf(createdAt: string, playbook?: 'new-customer'): FactSheet {
  return {
    project: known({createdAt}),
    record: known({...emptyRecord, ...(playbook === undefined ? {} : {playbook})}),
    today: known('2026-11-30'),
  } as FactSheet;
}

describe('a project', () => {
  it.each([
    ['of today', '2026-11-30T08:00:00.000Z', false],
    ['of 180 days ago', '2026-06-03T23:59:00.000Z', false],
    ['of 181 days ago', '2026-06-02T00:00:00.000Z', true],
    ['of the year before', '2025-11-30T08:00:00.000Z', true],
    ['from the future', '2027-01-01T08:00:00.000Z', false],
  ])('%s is settled: %s, %s', (_what, createdAt, expected) => {
    expect(isSettled(factsOf(createdAt))).toBe(expected);
  });

  it('for which somebody chose a playbook is not, however old it is', () => {
    expect(isSettled(factsOf('2020-01-01T08:00:00.000Z', 'new-customer'))).toBe(false);
  });

  it.each(['project', 'record', 'today'] as const)('of which %s is not known is not', name => {
    const facts = factsOf('2020-01-01T08:00:00.000Z');
    expect(isSettled({...facts, [name]: undefined})).toBe(false);
    expect(isSettled({...facts, [name]: {state: 'failed', problem: problemOf(new Error('x'))}})).toBe(false);
  });
});

describe.each(playbooks)('$id', playbook => {
  it('counts all of its rows while the project is young', () => {
    expect(countedRows(playbook, false)).toEqual(playbook.rows);
  });

  it('counts nothing of the beginning once it is settled, and all the rest in its order', () => {
    const ofTheBeginning = ['pre-sales', 'issues-reviewed'];
    expect(countedRows(playbook, true)).toEqual(playbook.rows.filter(row => !ofTheBeginning.includes(row)));
  });
});
