import type {ShownGroup} from '../changes/change.ts';

/** A group as it was shown, with its name. */
export interface NamedGroup extends ShownGroup {
  readonly name?: string | undefined;
}

/** The part of a plan that agrees to take a group as it is shown, or does not any more. */
export function agreement(
  takesGroup: boolean,
  {id, visibility, name}: NamedGroup,
): {readonly takesGroup: boolean; readonly group: NamedGroup} {
  return {takesGroup, group: {id, visibility, name}};
}
