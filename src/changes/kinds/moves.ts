import type {FactName} from '../../facts/facts.ts';
import {always, type KindsOf, never, owner} from './kind.ts';

/** What a move changes beside the place: who comes in from above, and the labels, which GitLab copies with new ids. */
const touches: readonly FactName[] = [
  'project',
  'group',
  'outerGroups',
  'role',
  'members',
  'colleagues',
  'inheritedTeamRole',
  'notifications',
  'labels',
];

/** Changes of the place. */
export const moves: KindsOf<'move' | 'move-back'> = {
  move: {
    words: ({from, segment, group}) => ({what: 'Move the project', before: from, after: `${segment}/${group.path}`}),
    role: owner,
    isDelicate: always,
    isDestructive: never,
    touches,
  },
  'move-back': {
    words: ({from, to, wasCreated, visibility}) => ({
      what: [
        'Move the project back',
        ...(visibility ? [`make it ${visibility.to} again`] : []),
        ...(wasCreated ? ['delete the group that was created, if it is empty'] : []),
      ].join(' and '),
      before: from.path,
      after: to.path,
    }),
    role: owner,
    isDelicate: always,
    isDestructive: ({wasCreated}) => wasCreated,
    touches,
  },
};
