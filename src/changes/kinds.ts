import type {FactName} from '../facts/facts.ts';
import type {Change} from './change.ts';
import {access} from './kinds/access.ts';
import {content} from './kinds/content.ts';
import type {ChangeKind, ChangeWords, KindsOf} from './kinds/kind.ts';
import {moves} from './kinds/moves.ts';
import {notes} from './kinds/notes.ts';
import {settings} from './kinds/settings.ts';

/** All kinds of changes. A new one does not compile until all is known of it here, and in the executors. */
const kinds: KindsOf<Change['kind']> = {...settings, ...access, ...content, ...notes, ...moves};

function kindOf<Of extends Change>(change: Of): ChangeKind<Of> {
  // The compiler does not see that a change and what is known of its kind stay together.
  return kinds[change.kind] as unknown as ChangeKind<Of>;
}

/** Whether there is such a kind of change. */
export const isKind = (kind: string): kind is Change['kind'] => Object.hasOwn(kinds, kind);

/** Says what a change does. */
export const wordsOfChange = (change: Change): ChangeWords => kindOf(change).words(change);

/** GitLab's access level that a change takes in the project, or for a group's visibility in the group; 0 for none. */
export const roleFor = (change: Change): number => kindOf(change).role(change);

/** Whether a change is asked for twice: it deletes something, gives or takes access, or is seen by the customer. */
export const isDelicate = (change: Change): boolean => kindOf(change).isDelicate(change);

/** Whether something or somebody is away after a change, or more people see what is there. */
export const isDestructive = (change: Change): boolean => kindOf(change).isDestructive(change);

/** Whether this kind of change is what takes one of our own back. */
export const takesBack = (change: Change): boolean => kindOf(change).takesBack;

/** The facts that a change can have an effect on, and that are read again after it. */
export const touchedBy = (change: Change): readonly FactName[] => kindOf(change).touches;
