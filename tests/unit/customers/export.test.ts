import {describe, expect, it} from 'vitest';
import {projectChecks} from '../../../src/customer/checks/index.ts';
import {exported} from '../../../src/customers/export.ts';
import {said} from '../../../src/texts/said.ts';
import {defaultWorkspace as workspace} from '../../../src/workspace/workspace.ts';
import {acme, customer, globex} from './customers.ts';

const unknown = {verdict: 'unknown', evidence: said('texts.asKept', 'GitLab did not tell @dana.')} as const;
const unread = customer(5, 'Umbrella', {
  findings: {visibility: {verdict: 'pass', evidence: said('texts.asKept', 'Private')}},
});

const as = (format: 'csv' | 'json' | 'markdown', customers = [acme, globex]) =>
  exported(format, customers, projectChecks, workspace);

describe('an export as CSV', () => {
  /** The cells of a text in which every one is quoted. */
  const cells = (text: string) =>
    text
      .split('"\r\n')
      .filter(Boolean)
      .map(line => line.slice(1).split('","'));

  it('has a line for each customer and a column for each row; those of other playbooks are empty', () => {
    const [head = [], first = [], second = [], third = []] = cells(as('csv', [acme, globex, unread]));
    expect(head).toEqual([
      ...['customer', 'project', 'path', 'segment', 'done', 'of', 'percent'],
      ...projectChecks.map(({id}) => id),
      ...['open', 'last activity', 'last change', 'read'],
    ]);
    const lines = [first, second, third].map(line =>
      Object.fromEntries(head.map((name, index) => [name, line[index]])),
    );
    expect(lines[0]).toMatchObject({
      customer: 'Acme',
      project: 'Acme Collaboration',
      path: acme.path,
      segment: 'emea',
      done: '2',
      of: '2',
      percent: '100',
      visibility: 'pass',
      'handover-review': '',
      open: '',
      'last activity': acme.lastActivityAt,
      'last change': '',
      read: acme.readAt,
    });
    expect(lines[1]).toMatchObject({
      percent: '0',
      introduced: 'todo',
      open: [
        'Make the project private – Not [right].',
        'Fill in the README – Not [right].',
        'Introduce the customer to the project – Ask.',
      ].join('\n'),
      'last change': globex.lastChangeAt,
    });
    expect(lines[2]).toMatchObject({done: '', of: '', percent: '', visibility: 'pass', read: ''});
  });

  it.each(['=1+1', '+1', '-1', '@all', '\t=1', '\r=1', '\n=1'])(
    'has no cell that a spreadsheet would run: %j',
    name => {
      expect(as('csv', [{...acme, customer: name}])).toContain(`\r\n"'${name}","Acme Collaboration"`);
    },
  );

  it('keeps quotes, commas and lines within their cell', () => {
    expect(as('csv', [{...acme, customer: 'A, "B"\nC'}])).toContain('\r\n"A, ""B""\nC","Acme Collaboration"');
  });
});

it('an export as JSON has what its shape says and nothing of what is only kept', () => {
  expect(JSON.parse(as('json', [globex, unread]))).toEqual([
    {
      customer: 'Globex',
      project: 'Globex Collaboration',
      path: globex.path,
      segment: 'apac',
      url: 'https://gitlab.com/2',
      done: 0,
      of: 3,
      rows: {
        visibility: {verdict: 'fail', evidence: 'Not [right].'},
        readme: {verdict: 'fail', evidence: 'Not [right].'},
        introduced: {verdict: 'todo', evidence: 'Ask.'},
      },
      lastActivityAt: globex.lastActivityAt,
      lastChangeAt: globex.lastChangeAt,
      readAt: globex.readAt,
    },
    {
      customer: 'Umbrella',
      project: 'Umbrella Collaboration',
      path: unread.path,
      segment: 'emea',
      url: 'https://gitlab.com/5',
      rows: {visibility: {verdict: 'pass', evidence: 'Private'}},
    },
  ]);
});

it('an export as Markdown is a checklist of what is not right, in which nobody is mentioned', () => {
  const odd = {...globex, customer: '@all & #3', findings: {labels: unknown}};
  expect(as('markdown', [acme, globex, odd, unread])).toBe(
    [
      '- [x] [Acme](https://gitlab.com/1): 2 of 2 done',
      '- [ ] [Globex](https://gitlab.com/2): 0 of 3 done',
      '  - [ ] Make the project private – Not \\[right\\].',
      '  - [ ] Fill in the README – Not \\[right\\].',
      '  - [ ] Introduce the customer to the project – Ask.',
      '- [ ] [\\@all \\& \\#3](https://gitlab.com/2): 0 of 1 done',
      '  - [ ] You’re subscribed to all labels (couldn’t check) – GitLab did not tell \\@dana.',
      '- [ ] [Umbrella](https://gitlab.com/5): not checked yet',
      '',
    ].join('\n'),
  );
});
