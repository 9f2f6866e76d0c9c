import {describe, expect, it} from 'vitest';
import type {Change} from '../../../src/changes/change.ts';
import {donePart} from '../../../src/changes/done-part.ts';

const projectId = 12;
const people = [
  {userId: 7, name: 'Ann', from: 30, to: 40},
  {mail: 'jo@acme.example', name: 'jo@acme.example', from: 30, to: 40},
];
const kim = {id: 8, name: 'Kim', username: 'kim'};
const invite: Change = {
  kind: 'invite',
  projectId,
  mails: ['Jo@acme.example', 'ann@acme.example'],
  users: [kim],
  accessLevel: 30,
};

describe('what was done of a change', () => {
  it.each<[string, Change, Change | undefined, object]>([
    [
      'roles',
      {kind: 'roles', projectId, people},
      {kind: 'roles', projectId, people: people.slice(1)},
      {people: people.slice(1)},
    ],
    [
      'people',
      invite,
      {kind: 'remove', projectId, accessLevel: 30, mails: ['jo@acme.example'], userIds: []},
      {mails: ['Jo@acme.example'], users: []},
    ],
    [
      'people whose addresses made members at once',
      invite,
      {
        kind: 'remove',
        projectId,
        accessLevel: 30,
        mails: ['jo@acme.example'],
        userIds: [8, 9, 10],
        names: {8: 'Kim (@kim)', 9: 'Ann (Acme) Lee (@ann.lee)', 10: '10'},
      },
      {mails: ['Jo@acme.example'], users: [kim, {id: 9, name: 'Ann (Acme) Lee', username: 'ann.lee'}]},
    ],
    ['people of whom nobody came', invite, undefined, invite],
    [
      'what has no parts',
      {kind: 'project-name', projectId, from: 'A', to: 'B'},
      {kind: 'project-name', projectId, from: 'B', to: 'A'},
      {from: 'A', to: 'B'},
    ],
  ])('is told by what takes it back: %s', (_what, change, undo, expected) => {
    expect(donePart(change, undo)).toMatchObject(expected);
  });
});
