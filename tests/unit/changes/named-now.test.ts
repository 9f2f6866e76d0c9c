import {expect, it} from 'vitest';
import type {Change} from '../../../src/changes/change.ts';
import {wordsOfChange} from '../../../src/changes/kinds.ts';
import {namedNow} from '../../../src/changes/named-now.ts';
import {told} from '../../told.ts';

const gavin = {id: 3, name: 'Gavin Belson', username: 'gavin'};
const each = (change: Change) => wordsOfChange(namedNow(change, [gavin])).each;
const removal = {kind: 'remove', projectId: 1, mails: [], accessLevel: 30} as const;

it.each<[string, Change, string[]]>([
  [
    'a removal names who has that id in GitLab, whatever was kept',
    {...removal, userIds: [3], names: {3: 'Kim Novak (@kim)'}},
    ['Gavin Belson (@gavin)'],
  ],
  [
    'who is not there any more keeps the name',
    {...removal, userIds: [4], names: {4: 'Kim Novak (@kim)'}},
    ['Kim Novak (@kim)'],
  ],
  [
    'roles are of who has that id, and of mails as they are',
    {
      kind: 'roles',
      projectId: 1,
      people: [
        {userId: 3, name: 'Kim Novak', from: 40, to: 30},
        {mail: 'ann@acme.example', name: 'ann@acme.example', from: 30, to: 40},
      ],
    },
    ['Gavin Belson (@gavin): Maintainer → Developer', 'ann@acme.example: Developer → Maintainer'],
  ],
])('%s', (_what, change, expected) => {
  expect(told(each(change))).toEqual(expected);
});
