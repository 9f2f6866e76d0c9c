import {describe, expect, it} from 'vitest';
import {createSteadyOrder, inOrder} from '../../../src/customers/order.ts';
import {type CustomerResult, progressOf, resultOf} from '../../../src/customers/result.ts';
import {completeWords, isShown, segmentsOf, summaryOf, type View, wholeView} from '../../../src/customers/view.ts';
import {defaultWorkspace as workspace} from '../../../src/workspace/workspace.ts';
import {acme, customer, globex, pass, root} from './customers.ts';

const initech = customer(3, 'Initech', {path: `${root}/pre-sales/initech`, isMine: false, isNamed: true});
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
    ['by last change', {sort: 'change', descending: true}, [2, 3, 1]],
    ['by age', {sort: 'read'}, [3, 2, 1]],
    ['of a text in the name', {text: ' GLOB '}, [2]],
    ['of a text in the path', {text: 'pre-sales/'}, [3]],
    ['of a segment', {segment: 'apac'}, [2]],
    ['of pre-sales', {segment: 'pre-sales'}, [3]],
    ['of mine: a direct member, or named in the README', {mine: true}, [1, 3]],
    ['of a row in a state', {check: 'readme', verdict: 'fail'}, [2]],
    ['of any row in a state', {verdict: 'todo'}, [2]],
    ['of what is not right', {verdict: 'open'}, [2]],
    ['of a row of other playbooks in a state', {check: 'handover-review', verdict: 'todo'}, []],
    ['of a row in any state', {check: 'handover-review'}, [1, 2, 3]],
    ['of what is not there', {text: 'nobody'}, []],
  ])('%s', (_name, view, expected) => expect(shown(view)).toEqual(expected));
});

describe('the segments', () => {
  it('are those that customers lie in, in the workspace’s order, then pre-sales and what lies in none', () => {
    const lost = customer(4, 'Lost', {path: `${root}/lost/collaboration`});
    expect(segmentsOf([lost, initech, acme, globex], workspace)).toEqual(['emea', 'apac', 'pre-sales', 'unsorted']);
    for (const segment of segmentsOf([lost, ...all], workspace)) {
      const some = [lost, ...all].filter(one => isShown(one, {...wholeView, segment}, workspace));
      expect(some, segment).toHaveLength(1);
    }
  });

  it('tells the segment of the workspace that it is asked for, whatever it told before', () => {
    const nested = customer(9, 'Acme POC', {path: `${root}/commercial/pre-sales/acme-poc`});
    expect(segmentsOf([acme, nested], workspace)).toEqual(['emea', 'pre-sales']);
    expect(segmentsOf([acme], workspace)).toEqual(['emea']);
    expect(segmentsOf([acme], {...workspace, segments: ['apac']})).toEqual(['unsorted']);
    expect(segmentsOf([acme], workspace)).toEqual(['emea']);
  });
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
      open: new Map([
        ['visibility', 1],
        ['readme', 1],
        ['introduced', 1],
      ]),
    });
    expect(progressOf(globex)).toEqual({done: 0, all: 3});
    expect(progressOf({...globex, playbook: undefined}).all).toBe(4);
  });
});

it('a result is kept with the date of its last change', () => {
  expect(resultOf(JSON.parse(JSON.stringify(globex)))).toEqual(globex);
});

it.each([
  [0, 0, 'No customers checked yet.'],
  [0, 1, 'No customer is complete yet.'],
  [1, 1, '1 customer is complete.'],
  [0, 5, 'No customer is complete yet.'],
  [1, 5, '1 of 5 customers is complete.'],
  [4, 5, '4 of 5 customers are complete.'],
  [5, 5, 'All 5 customers are complete.'],
])('%i complete of %i is said as a sentence', (complete, read, words) =>
  expect(completeWords(complete, read)).toBe(words),
);
