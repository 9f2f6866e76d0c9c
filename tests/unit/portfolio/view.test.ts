import {describe, expect, it} from 'vitest';
import {projectChecks} from '../../../src/checks/index.ts';
import {exported} from '../../../src/portfolio/export.ts';
import {createSteadyOrder, inOrder} from '../../../src/portfolio/order.ts';
import {type CustomerResult, progressOf} from '../../../src/portfolio/result.ts';
import {isShown, summaryOf, type View, wholeView} from '../../../src/portfolio/view.ts';
import {defaultWorkspace as workspace} from '../../../src/workspace/workspace.ts';

const root = workspace.root;

function customer(id: number, name: string, more: Partial<CustomerResult> = {}): CustomerResult {
  return {
    id,
    name: `${name} Collaboration`,
    customer: name,
    path: `${root}/emea/${name.toLowerCase()}/collaboration`,
    webUrl: `https://gitlab.com/${id}`,
    findings: {},
    ...more,
  };
}

const pass = {verdict: 'pass', evidence: 'Right.'} as const;
const fail = {verdict: 'fail', evidence: 'Not [right].'} as const;
const todo = {verdict: 'todo', evidence: 'Ask.'} as const;

const acme = customer(1, 'Acme', {
  findings: {visibility: pass, readme: pass},
  readAt: '2026-11-20T10:00:00.000Z',
  lastActivityAt: '2026-11-01T00:00:00.000Z',
  isMine: true,
  playbook: 'new-customer',
});
const globex = customer(2, 'Globex', {
  path: `${root}/apac/globex/collaboration`,
  findings: {visibility: fail, readme: fail, introduced: todo},
  readAt: '2026-11-19T10:00:00.000Z',
  lastActivityAt: '2026-11-10T00:00:00.000Z',
  playbook: 'new-customer',
});
const initech = customer(3, 'Initech', {path: `${root}/pre-sales/initech`});
const all = [acme, globex, initech];
const shown = (part: Partial<View>) => {
  const view = {...wholeView, ...part};
  return inOrder(all, view, workspace).flatMap(one => (isShown(one, view, workspace) ? [one.id] : []));
};

describe('a view', () => {
  it.each<[string, Partial<View>, number[]]>([
    ['of all, by name', {}, [1, 2, 3]],
    ['the other way round', {descending: true}, [3, 2, 1]],
    ['by progress, the least done first, the unread last', {sort: 'progress'}, [2, 1, 3]],
    ['by segment', {sort: 'segment'}, [2, 1, 3]],
    ['by activity', {sort: 'activity', descending: true}, [2, 1, 3]],
    ['by age', {sort: 'read'}, [3, 2, 1]],
    ['of a text in the name', {text: ' GLOB '}, [2]],
    ['of a text in the path', {text: 'pre-sales/'}, [3]],
    ['of a segment', {segment: 'apac'}, [2]],
    ['of pre-sales', {segment: 'pre-sales'}, [3]],
    ['of mine', {mine: true}, [1]],
    ['of a row in a state', {check: 'readme', verdict: 'fail'}, [2]],
    ['of any row in a state', {verdict: 'todo'}, [2]],
    ['of what is not right', {verdict: 'open'}, [2]],
    ['of what is not there', {text: 'nobody'}, []],
  ])('%s', (_name, view, expected) => expect(shown(view)).toEqual(expected));
});

describe('the steady order', () => {
  const byProgress = {sort: 'progress', descending: false} as const;
  const ids = (customers: readonly CustomerResult[]) => customers.map(({id}) => id);
  const done = {...globex, findings: {visibility: pass, readme: pass, introduced: pass}};

  it('leaves rows where they are while they change, until it is asked for another one or a new turn comes', () => {
    const ordered = createSteadyOrder(workspace);
    expect(ids(ordered(all, byProgress, 0))).toEqual([2, 1, 3]);
    expect(ids(ordered([acme, initech, done], byProgress, 0))).toEqual([2, 1, 3]);
    expect(ids(ordered([acme, initech, done], {...byProgress, descending: true}, 0))).toEqual([3, 2, 1]);
    expect(ids(ordered([acme, initech, globex], byProgress, 1))).toEqual([2, 1, 3]);
    expect(ids(ordered([acme, initech, done], byProgress, 2))).toEqual([1, 2, 3]);
  });

  it('finds a place for those that come', () => {
    const ordered = createSteadyOrder(workspace);
    const byName = {sort: 'name', descending: false} as const;
    expect(ids(ordered([globex], byName, 0))).toEqual([2]);
    expect(ids(ordered([globex, acme], byName, 0))).toEqual([1, 2]);
    expect(ids(ordered([globex, initech], byName, 0))).toEqual([2, 3]);
  });
});

describe('the summary', () => {
  it('counts what was read, and only rows of the customer’s playbook', () => {
    expect(summaryOf(all)).toEqual({
      customers: 3,
      read: 2,
      complete: 1,
      open: [
        ['visibility', 1],
        ['readme', 1],
      ],
    });
    const other = {...globex, findings: {...globex.findings, 'handover-review': todo}};
    expect(progressOf(other)).toEqual({done: 0, all: 3});
    expect(progressOf({...other, playbook: undefined})).toEqual({done: 0, all: 4});
  });
});

describe('an export', () => {
  const as = (format: 'csv' | 'json' | 'markdown', customers = [acme, globex]) =>
    exported(format, customers, projectChecks, workspace);

  it('as CSV has a column for each row, and no cell that a spreadsheet would run', () => {
    const [head = '', first = ''] = as('csv', [{...acme, customer: '=SUM(1), "x"'}]).split('\r\n');
    expect(head.split(',')).toHaveLength(8 + projectChecks.length);
    expect(first).toMatch(/^"'=SUM\(1\), ""x""",Acme Collaboration,/);
    expect(first).toContain(',2,2,');
  });

  it('as JSON can be read back', () => expect(JSON.parse(as('json'))).toEqual([acme, globex]));

  it('as Markdown is a checklist of what is not right', () => {
    expect(as('markdown')).toBe(
      [
        '- [x] [Acme](https://gitlab.com/1): 2 of 2',
        '- [ ] [Globex](https://gitlab.com/2): 0 of 3',
        '  - [ ] Project is visible to others: Not \\[right\\].',
        '  - [ ] README is not filled in: Not \\[right\\].',
        '  - [ ] Customer is not introduced yet: Ask.',
        '',
      ].join('\n'),
    );
  });
});
