import {type CustomerGroup, otherThanShown} from '../apply/customer-group.ts';
import type {ShownGroup} from '../changes/change.ts';
import type {Group} from '../gitlab/model/model.ts';
import {flowsTexts} from '../texts/flows.ts';
import type {NamedGroup} from './agreement.ts';

/** What the plans of the flows that make a customer's group have in common. */
interface GroupPlan {
  /** Whether the group that is there already is taken as it is, which the user agreed to. */
  readonly takesGroup: boolean;
  /** That group, as it was shown. */
  readonly group?: NamedGroup | undefined;
}

/** The group that the user agreed to take, as it was shown; undefined where one is to be made, or it is not known which. */
export function takenGroup({takesGroup, group}: GroupPlan): ShownGroup | undefined {
  return takesGroup && group ? {id: group.id, visibility: group.visibility} : undefined;
}

/** What the step about the customer's group does, as a phrase: a group that is taken is called as GitLab calls it. */
export function groupStepTitle({takesGroup, group}: GroupPlan, {name, segment, path}: CustomerGroup): string {
  return takesGroup ? flowsTexts.useGroup(group?.name ?? name, `${segment}/${path}`) : flowsTexts.makeGroup(name);
}

/** Whether a plan agrees to just this group, as it is now. */
export function isAgreed(plan: GroupPlan, group: Group | undefined): boolean {
  const taken = takenGroup(plan);
  return group !== undefined && taken !== undefined && otherThanShown(group, taken) === undefined;
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
