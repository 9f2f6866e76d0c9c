import {describe, expect, it} from 'vitest';
import type {Change} from '../../../src/changes/change.ts';
import {isDelicate, isDestructive, roleFor, wordsOfChange} from '../../../src/changes/kinds.ts';
import {told} from '../../told.ts';

const project = {projectId: 1};
const remark = {by: 'Dana', at: '2026-11-20T10:00:00.000Z', note: 'by phone'};

/** Each change, what it says it does, the role it takes, and whether it is asked for twice. */
const cases: [Change, string, number, boolean][] = [
  [{kind: 'project-visibility', ...project, from: 'public', to: 'private'}, 'visibility: public → private', 50, false],
  [{kind: 'group-visibility', groupId: 2, from: 'internal', to: 'private'}, 'internal → private', 50, false],
  [{kind: 'project-name', ...project, from: 'A', to: 'B'}, 'Rename the project: A → B', 40, true],
  [
    {
      kind: 'notifications',
      ...project,
      from: {level: 'global', newIssue: false},
      to: {level: 'custom', newIssue: true},
    },
    'Global → Custom, with new issues',
    0,
    false,
  ],
  [{kind: 'share', ...project, groupId: 3, groupName: 'timtams', accessLevel: 40}, 'timtams', 50, true],
  [{kind: 'unshare', ...project, groupId: 3, accessLevel: 40}, 'Stop sharing the project with the group', 50, true],
  [
    {
      kind: 'invite',
      ...project,
      mails: ['a@x.example'],
      users: [{id: 4, name: 'Bo Roe', username: 'bo'}],
      accessLevel: 30,
    },
    'Invite 2 people as Developers: a@x.example; Bo Roe (@bo)',
    40,
    true,
  ],
  [
    {kind: 'roles', ...project, people: [{userId: 4, name: 'Ann', from: 30, to: 40}]},
    'Change the role of 1 person: Ann: Developer → Maintainer',
    40,
    true,
  ],
  [
    {kind: 'remove', ...project, mails: [], userIds: [1, 2], accessLevel: 30},
    'Remove the access of 2 people',
    40,
    true,
  ],
  [
    {kind: 'remove', ...project, mails: ['a@x.example'], userIds: [1], names: {1: 'Bo Roe (@bo)'}, accessLevel: 30},
    'Remove the access of 2 people: a@x.example; Bo Roe (@bo)',
    40,
    true,
  ],
  [
    {
      kind: 'remove',
      ...project,
      mails: [],
      userIds: [],
      accessLevel: 30,
      roles: [{userId: 4, name: 'Ann', from: 30, to: 10}],
    },
    'Restore the earlier role of 1 person: Ann: Developer → Guest',
    40,
    true,
  ],
  [
    {
      kind: 'remove',
      ...project,
      mails: ['a@x.example'],
      userIds: [],
      accessLevel: 30,
      roles: [{userId: 4, name: 'Ann', from: 30, to: 10}],
    },
    'Remove the access of 1 person. Restore the earlier role of 1 person: a@x.example; Ann: Developer → Guest',
    40,
    true,
  ],
  [
    {
      kind: 'commit',
      ...project,
      branch: 'main',
      message: 'Fill in',
      files: [{path: 'README.md', to: '', lastCommitId: 'c'}],
    },
    'Commit to main: Fill in: README.md',
    30,
    true,
  ],
  [
    {
      kind: 'commit',
      ...project,
      branch: 'main',
      message: 'Undo: First line\n\nWhy.',
      files: [{path: 'README.md', to: '', lastCommitId: 'c'}],
    },
    'Undo the commit “First line” on main: README.md',
    30,
    true,
  ],
  [
    {
      kind: 'restore',
      ...project,
      branch: 'main',
      message: 'Undo: Fill in',
      files: [
        {path: 'a.md', commitId: 'c', before: 'b'},
        {path: 'new.md', commitId: 'c', before: null},
      ],
    },
    'Undo the commit “Fill in” on main: Restore a.md; Delete new.md',
    30,
    true,
  ],
  [
    {
      kind: 'merge-request',
      ...project,
      target: 'main',
      source: 'x',
      message: 'Fill in',
      files: [{path: 'README.md', to: '', lastCommitId: 'c'}],
    },
    'Create a merge request to main: Fill in: README.md',
    30,
    true,
  ],
  [
    {kind: 'close-merge-request', ...project, iid: 5, source: 'x'},
    'Close merge request !5 and delete its branch',
    30,
    true,
  ],
  [{kind: 'avatar', ...project, from: null, to: {name: 'a.png', base64: ''}}, 'Upload the project’s logo', 40, true],
  [
    {kind: 'avatar', ...project, from: 'x', ours: 'ab12', to: {name: 'a.png', base64: ''}},
    'Restore the earlier logo',
    40,
    true,
  ],
  [{kind: 'avatar', ...project, from: 'x', to: null}, 'Remove the project’s logo', 40, true],
  [
    {kind: 'subscriptions', ...project, labels: [{id: 1, name: 'a'}], subscribed: true},
    'Subscribe to 1 label: a',
    0,
    false,
  ],
  [{kind: 'issues', ...project, action: 'close', issues: [{iid: 3, title: 'T'}]}, 'Close 1 issue: #3 T', 15, true],
  [{kind: 'issues', ...project, action: 'delete', issues: [{iid: 3, title: 'T'}]}, 'Delete 1 issue', 50, true],
  [{kind: 'tick', ...project, check: 'introduced', from: null, to: remark}, 'Mark as done → by phone', 0, false],
  [{kind: 'tick', ...project, check: 'introduced', from: remark, to: null}, 'Mark as not done', 0, false],
  [
    {kind: 'waiver', ...project, check: 'avatar', from: null, to: remark},
    'Mark as not applicable → by phone',
    0,
    false,
  ],
  [{kind: 'side', userId: 4, name: 'Ann', from: null, to: 'colleague'}, 'Mark Ann as a team member', 0, false],
  [
    {kind: 'move-back', ...project, from: {id: 1, path: 'r/emea/acme'}, to: {id: 2, path: 'r/pre'}, wasCreated: true},
    'Move the project back and delete the new group if it’s empty: r/emea/acme → r/pre',
    50,
    true,
  ],
  [
    {
      kind: 'move-back',
      ...project,
      from: {id: 1, path: 'r/emea/acme'},
      to: {id: 2, path: 'r/pre'},
      wasCreated: false,
      visibility: {from: 'private', to: 'public'},
    },
    'Move the project back and make it public again: r/emea/acme → r/pre',
    50,
    true,
  ],
  [
    {
      kind: 'move-back',
      ...project,
      from: {id: 1, path: 'r/emea/acme'},
      to: {id: 2, path: 'r/pre'},
      wasCreated: true,
      visibility: {from: 'private', to: 'internal'},
    },
    'Move the project back, make it internal again, and delete the new group if it’s empty: r/emea',
    50,
    true,
  ],
  [
    {
      kind: 'move',
      ...project,
      from: 'r/pre-sales',
      segment: 'r/emea',
      group: {path: 'acme', name: 'Acme'},
      target: null,
    },
    'Move the project: r/pre-sales → r/emea/acme',
    50,
    true,
  ],
];

it.each([
  ['private', 'public', true],
  ['private', 'internal', true],
  ['internal', 'private', false],
  ['public', 'private', false],
] as const)('%s to %s: whether it takes a second click and looks dangerous is %s', (from, to, delicate) => {
  expect(isDelicate({kind: 'project-visibility', projectId: 1, from, to})).toBe(delicate);
  expect(isDelicate({kind: 'group-visibility', groupId: 1, from, to})).toBe(delicate);
  expect(isDestructive({kind: 'project-visibility', projectId: 1, from, to})).toBe(delicate);
  expect(isDestructive({kind: 'group-visibility', groupId: 1, from, to})).toBe(delicate);
});

it.each(cases)('%o', (change, words, role, delicate) => {
  const {what, before, after, each = []} = told(wordsOfChange(change));
  const said = `${what}${before === undefined ? '' : `: ${before}`}${after === undefined ? '' : ` → ${after}`}${
    each.length > 0 ? `: ${each.join('; ')}` : ''
  }`;
  expect(said).toContain(words);
  expect(roleFor(change)).toBe(role);
  expect(isDelicate(change)).toBe(delicate);
});

it('only what takes something or somebody away, or shows it to more people, looks dangerous', () => {
  const dangerous = cases.map(([change]) => change).filter(isDestructive);
  expect(new Set(dangerous.map(change => ('action' in change ? change.action : change.kind)))).toEqual(
    new Set(['remove', 'unshare', 'close-merge-request', 'delete', 'move-back']),
  );
  expect(dangerous.filter(({kind}) => kind === 'move-back')).toMatchObject([
    {wasCreated: true},
    {visibility: {to: 'public'}},
    {wasCreated: true},
  ]);
});

describe('words', () => {
  it('never hold a picture', () => {
    const change: Change = {kind: 'avatar', projectId: 1, from: null, to: {name: 'a.png', base64: 'SECRET'}};
    expect(JSON.stringify(wordsOfChange(change))).not.toContain('SECRET');
  });
});
