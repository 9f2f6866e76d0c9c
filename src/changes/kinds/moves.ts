import type {FactName} from '../../facts/facts.ts';
import {type Said, said} from '../../texts/said.ts';
import {widenedBy} from '../widened.ts';
import {always, type ChangeOf, type KindsOf, never, owner} from './kind.ts';

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

function moveBackWords({visibility, wasCreated}: ChangeOf<'move-back'>): Said {
  if (visibility === undefined) return said(wasCreated ? 'changes.moveBackWithoutGroup' : 'changes.moveBack');
  const again = said(`changes.visibility ${visibility.to}`);
  return said(wasCreated ? 'changes.moveBackVisibleWithoutGroup' : 'changes.moveBackVisible', again);
}

/** Changes of the place. */
export const moves: KindsOf<'move' | 'move-back'> = {
  move: {
    words: ({from, segment, group}) => ({
      what: said('changes.move'),
      before: from,
      after: `${segment}/${group.path}`,
    }),
    role: owner,
    isDelicate: always,
    isDestructive: never,
    takesBack: false,
    touches,
  },
  'move-back': {
    words: change => ({what: moveBackWords(change), before: change.from.path, after: change.to.path}),
    role: owner,
    isDelicate: always,
    isDestructive: change => change.wasCreated || widenedBy(change) !== undefined,
    takesBack: true,
    touches,
  },
};
