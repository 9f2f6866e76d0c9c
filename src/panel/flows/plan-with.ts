import type {ShownGroup} from '../../changes/change.ts';
import {otherThanShown} from '../../changes/customer-group.ts';
import type {Group} from '../../gitlab/model.ts';

/** What the plans of the flows that make a customer's group have in common. */
interface GroupPlan {
  /** Whether the group that is there already is taken as it is, which the user agreed to. */
  readonly takesGroup: boolean;
  /** That group, as it was shown. */
  readonly group?: ShownGroup | undefined;
}

/** The group that the user agreed to take, as it was shown; undefined where one is to be made, or it is not known which. */
export function takenGroup({takesGroup, group}: GroupPlan): ShownGroup | undefined {
  return takesGroup ? group : undefined;
}

/** Whether a plan agrees to just this group, as it is now. */
export function isAgreed(plan: GroupPlan, group: Group | undefined): boolean {
  const taken = takenGroup(plan);
  return group !== undefined && taken !== undefined && otherThanShown(group, taken) === undefined;
}

/** The part of a plan that agrees to take a group as it is shown, or does not any more. */
export function agreement(
  takesGroup: boolean,
  {id, visibility}: ShownGroup,
): {readonly takesGroup: boolean; readonly group: ShownGroup} {
  return {takesGroup, group: {id, visibility}};
}

/**
 * A plan with a part of it changed. Where that makes it another group, the agreement to take the one that is there is gone.
 *
 * @param pathOf full path of the group that a plan asks for
 */
export function planWith<Plan extends GroupPlan>(
  plan: Plan,
  part: Partial<Plan>,
  pathOf: (plan: Plan) => string,
): Plan {
  const next = {...plan, ...part};
  return {...next, takesGroup: part.takesGroup ?? (plan.takesGroup && pathOf(next) === pathOf(plan))};
}
