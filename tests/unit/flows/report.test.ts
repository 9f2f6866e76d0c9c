import {expect, it} from 'vitest';
import type {Row} from '../../../src/checklist/row.ts';
import {fail, pass, todo} from '../../../src/customer/checks/check.ts';
import {projectChecks} from '../../../src/customer/checks/index.ts';
import {handoverReport, type ReportFacts} from '../../../src/flows/report.ts';
import type {Project} from '../../../src/gitlab/model/model.ts';
import {said} from '../../../src/texts/said.ts';

const project: Project = {
  id: 1,
  name: 'Acme *Collaboration*',
  path: 'g/acme/x',
  webUrl: 'https://gitlab.com/g/acme/x',
  visibility: 'private',
  avatar: 'none',
  avatarUrl: undefined,
  createdAt: '2026-01-01T00:00:00.000Z',
  lastActivityAt: undefined,
  updatedAt: undefined,
  openIssues: 1,
  defaultBranch: 'main',
  readmePath: 'README.md',
  group: {id: 2, name: 'Acme', path: 'g/acme'},
  sharedWith: [],
  archived: false,
  markedForDeletionOn: undefined,
};

function row(id: string, finding: Row['finding']): Row {
  const check = projectChecks.find(other => other.id === id);
  if (check === undefined) throw new Error(id);
  return {
    check,
    finding,
    busy: false,
    progress: undefined,
    problem: undefined,
    unconfirmed: undefined,
    canRetry: false,
    left: [],
    done: undefined,
    undo: undefined,
    isInPlaybook: true,
  };
}

const facts: ReportFacts = {
  project,
  rows: [
    row('visibility', pass(said('texts.asKept', 'Private'))),
    row('readme', fail(said('texts.asKept', '1 placeholder left: [NAME].'))),
    row('labels', undefined),
    // What the playbook does not count is not told.
    {...row('pre-sales', todo(said('texts.asKept', 'No open issues.'))), isInPlaybook: false},
  ],
  members: [
    {
      id: 3,
      name: 'Wile_E',
      username: 'wile',
      accessLevel: 30,
      state: 'active',
      publicEmail: undefined,
      expiresAt: undefined,
    },
  ],
  invitations: [{email: 'road@acme.example', accessLevel: 30}],
  issues: [
    {
      iid: 4,
      title: 'A | B',
      webUrl: 'https://gitlab.com/g/acme/x/-/issues/4',
      author: 'x',
      createdAt: '',
      labels: [],
      groupMilestone: undefined,
    },
  ],
  journal: [
    {
      id: 'a',
      at: '2026-02-03T04:05:06.000Z',
      by: 'Dana',
      where: 'g/acme/x',
      check: 'visibility',
      what: said('texts.asKept', 'Make the project private'),
      undone: false,
    },
    {
      id: 'b',
      at: '2026-02-03T04:05:06.000Z',
      by: 'Dana',
      where: 'g/acme/x',
      check: 'name',
      what: said('texts.asKept', 'Rename'),
      undone: true,
    },
  ],
  today: '2026-11-20',
};

it('a report tells the state of every row, who has access, what is open and what was changed, as plain text', () => {
  expect(handoverReport(facts).split('\n')).toEqual([
    '# Handover of Acme \\*Collaboration\\*',
    '',
    'https://gitlab.com/g/acme/x, as of Nov 20, 2026',
    '',
    '## Checklist',
    '',
    '- [x] Project is private (Done): Private',
    '- [ ] Fill in the README (Not done): 1 placeholder left: \\[NAME\\].',
    '- [ ] You’re subscribed to all labels (Couldn’t check)',
    '',
    '## Direct members',
    '',
    '- Wile\\_E (`@wile`), Developer',
    '- road@acme.example, invited as Developer',
    '',
    '## Open issues',
    '',
    '- [4](https://gitlab.com/g/acme/x/-/issues/4) A \\| B',
    '',
    '## Changed with CSM Checklist',
    '',
    '- Feb 3, 2026, Dana: Make the project private',
    '',
  ]);
});

it('what could not be read is said, and what is not there too', () => {
  const none = {...facts, members: undefined, invitations: undefined, issues: [], journal: []};
  const report = handoverReport(none);
  expect(report).toContain('## Direct members\n\nCouldn’t check: GitLab didn’t say.\n');
  expect(report).toContain('## Open issues\n\nNo open issues.\n');
  expect(report).toContain('No changes from this browser.');
});
