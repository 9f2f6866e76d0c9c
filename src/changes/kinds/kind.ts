import type {FactName} from '../../facts/facts.ts';
import type {Said} from '../../texts/said.ts';
import type {Change} from '../change.ts';

/** What a change does, for people: before it is made, after it, and in the journal. */
export interface ChangeWords {
  /** What is done, as a phrase: “Make the project private”. */
  readonly what: Said;
  /** What is there before; undefined where the phrase says it all. */
  readonly before?: Said | string | undefined;
  readonly after?: Said | string | undefined;
  /** Each thing it is done to, where there are several. */
  readonly each?: readonly (Said | string)[] | undefined;
}

/** A change of one kind. */
export type ChangeOf<Kind extends Change['kind']> = Extract<Change, {kind: Kind}>;

/** What is known of a kind of change without making one. */
export interface ChangeKind<Of extends Change> {
  /** Says what a change does. */
  readonly words: (change: Of) => ChangeWords;
  /** GitLab's access level that it takes in the project, or for a group's visibility in the group; 0 for none. */
  readonly role: (change: Of) => number;
  /**
   * Whether it deletes something, gives or takes access, or is seen by the customer: it is asked for twice then. That is so for what a
   * person begins as well as for what takes it back.
   */
  readonly isDelicate: (change: Of) => boolean;
  /** Whether its button looks dangerous: something or somebody is away after it, or more people see what is there. */
  readonly isDestructive: (change: Of) => boolean;
  /** Whether it is what takes one of our own changes back: nothing else comes in as an undo from a file, which can be changed by hand. */
  readonly takesBack: boolean;
  /** The facts that it can have an effect on, and that are read again after it. */
  readonly touches: readonly FactName[];
}

/** What is known of some kinds of changes: all of it, or it does not compile. */
export type KindsOf<Kinds extends Change['kind']> = {readonly [Kind in Kinds]: ChangeKind<ChangeOf<Kind>>};

export const always = (): boolean => true;
export const never = (): boolean => false;

/** GitLab's numbers of its roles. */
export const none = (): number => 0;
export const developer = (): number => 30;
export const maintainer = (): number => 40;
export const owner = (): number => 50;
