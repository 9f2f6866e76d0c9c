import {describe, expect, it} from 'vitest';
import {rowsIn, type Standing, standingOf} from '../../../src/checklist/groups.ts';
import {wasSo} from '../../../src/checklist/making.ts';
import type {Row} from '../../../src/checklist/row.ts';
import type {Finding, Verdict} from '../../../src/customer/checks/check.ts';
import {projectChecks} from '../../../src/customer/checks/index.ts';
import {problemOf} from '../../../src/gitlab/errors.ts';
import {said} from '../../../src/texts/said.ts';

const evidence = said('texts.asKept', 'So it is.');
const change = {kind: 'project-visibility', projectId: 1, from: 'public', to: 'private'} as const;
const byChange: Partial<Finding> = {fix: {kind: 'change', label: evidence, change}};
const byForm: Partial<Finding> = {fix: {kind: 'form', label: evidence, form: 'invite'}};

function row(id: string, verdict: Verdict, finding: Partial<Finding> = {}, more: Partial<Row> = {}): Row {
  const check = projectChecks.find(known => known.id === id);
  if (check === undefined) throw new Error(`There is no ${id}.`);
  return {check, finding: {verdict, evidence, ...finding}, left: [], isInPlaybook: true, busy: false, ...more} as Row;
}

const may = () => undefined;
const mayNot = () => ({needed: 50, own: 30});
const nothing = () => false;
const groupOf = (one: Row, others: readonly Row[] = [], lacksRole: typeof may | typeof mayNot = may) =>
  standingOf({rows: [one, ...others], lacksRole}, new Map(), nothing).get(one.check.id);

const open = row('visibility', 'fail', byChange);

describe('a row stands', () => {
  it.each<[string, ReturnType<typeof groupOf>, Row, (readonly Row[])?]>([
    ['that is right', 'done', row('location', 'pass')],
    ['that does not apply', 'done', row('avatar', 'waived')],
    ['whose change needs no answer', 'fix-now', open],
    [
      'whose change waits for one that needs none',
      'fix-now',
      row('group-visibility', 'fail', {...byChange, waitsFor: 'visibility'}),
      [open],
    ],
    [
      'whose change waits for one that needs an answer',
      'needs-you',
      row('group-visibility', 'fail', {...byChange, waitsFor: 'visibility'}),
      [row('visibility', 'fail', byForm)],
    ],
    ['that waits for another and has no change', 'needs-you', row('group-visibility', 'fail', {waitsFor: 'location'})],
    ['that needs a form', 'needs-you', row('members', 'fail', byForm)],
    ['whose change asks for an answer first', 'needs-you', row('avatar', 'fail', byChange)],
    ['that only a person can judge', 'needs-you', row('introduced', 'todo')],
    ['that could not be told', 'needs-you', row('notifications', 'unknown')],
    ['of another playbook', 'other', row('handover-review', 'todo', {}, {isInPlaybook: false})],
    ['that is right, with something left of its change', 'needs-you', row('labels', 'pass', {}, {left: [evidence]})],
    ['that is right, and was so before', 'done', row('labels', 'pass', {}, {left: [wasSo]})],
    [
      'that is right, although its last change failed',
      'needs-you',
      row('labels', 'pass', {}, {problem: problemOf(new Error('x'))}),
    ],
  ])('%s: in %s', (_what, expected, one, others) => {
    expect(groupOf(one, others)).toBe(expected);
  });

  it('with the person whose role does not suffice for its change', () => {
    expect(groupOf(open, [], mayNot)).toBe('needs-you');
  });
});

describe('a row that is held', () => {
  const before: Standing = new Map([['visibility', 'fix-now']]);
  const done = row('visibility', 'pass');

  it('stays where it stood, and goes on when it is not held any more', () => {
    const held = standingOf({rows: [done], lacksRole: may}, before, () => true);
    expect(held.get('visibility')).toBe('fix-now');
    expect(standingOf({rows: [done], lacksRole: may}, held, nothing).get('visibility')).toBe('done');
  });

  it('and stood nowhere yet stands where it belongs', () => {
    expect(standingOf({rows: [done], lacksRole: may}, new Map(), () => true).get('visibility')).toBe('done');
  });
});

describe('rows are in order', () => {
  const order = ['group-visibility', 'readme', 'members', 'visibility', 'notifications'];
  const idsIn = (group: 'fix-now' | 'needs-you' | 'done', rows: readonly Row[]) =>
    rowsIn(group, rows, standingOf({rows, lacksRole: may}, new Map(), nothing), order).map(({check}) => check.id);

  it('what others can see comes first, and what has to be right before comes before', () => {
    const rows = [
      row('notifications', 'fail', byChange),
      row('group-visibility', 'fail', {...byChange, waitsFor: 'visibility', isExposed: true}),
      row('visibility', 'fail', {...byChange, isExposed: true}),
    ];
    expect(idsIn('fix-now', rows)).toEqual(['visibility', 'group-visibility', 'notifications']);
  });

  it('what needs somebody follows the playbook; what waits for another row comes last', () => {
    const rows = [
      row('group-visibility', 'fail', {waitsFor: 'location'}),
      row('introduced', 'todo'),
      row('members', 'fail', byForm),
      row('readme', 'fail', byForm),
    ];
    expect(idsIn('needs-you', rows)).toEqual(['readme', 'members', 'introduced', 'group-visibility']);
  });

  it('what is done stays as it stands', () => {
    expect(idsIn('done', [row('members', 'pass'), row('readme', 'pass')])).toEqual(['members', 'readme']);
  });
});
