import type {Means} from '../apply/means.ts';
import {type CustomerTraces, lookBeforeRemoval, removeCustomer} from '../apply/new-customer.ts';
import type {OthersWork} from '../apply/others-work.ts';
import type {Said} from '../texts/said.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {type FlowOf, traceOf} from './flow.ts';
import {customerOf} from './new-customer.ts';

type NewCustomerFlow = FlowOf<'new-customer'>;

/** What is known of what a flow made of its customer. */
function tracesOf({plan: {users = []}, steps: {group, project}}: NewCustomerFlow): CustomerTraces {
  return {group: traceOf(group), project: traceOf(project), added: new Set(users.map(({id}) => id))};
}

/** Looks what others did in the project that a flow made, before all of it is taken back. */
export function lookAtCustomer(flow: NewCustomerFlow, means: Means, workspace: Workspace): Promise<OthersWork> {
  return lookBeforeRemoval(means, customerOf(flow.plan, workspace), tracesOf(flow));
}

/**
 * Takes back what a flow made in GitLab.
 *
 * @param shown what others did in the project, as the user saw it
 * @returns what is still there, one sentence each
 * @throws GitLabError `conflict` where something came into the project that was not shown; nothing is deleted then
 */
export function takeCustomerBack(
  flow: NewCustomerFlow,
  means: Means,
  workspace: Workspace,
  shown?: OthersWork,
): Promise<readonly Said[]> {
  return removeCustomer(means, customerOf(flow.plan, workspace), tracesOf(flow), shown);
}
