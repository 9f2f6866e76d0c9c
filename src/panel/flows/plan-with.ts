/** What the plans of the flows that make a customer's group have in common. */
interface GroupPlan {
  /** Whether the group that is there already is taken as it is, which the user agreed to. */
  readonly takesGroup: boolean;
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
