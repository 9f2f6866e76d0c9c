import type {Store} from '../checklist/checklist.ts';
import {customerInName} from '../customer/checks/customer.ts';
import type {Group, ListedProject, Project} from '../gitlab/model/model.ts';
import {locateGroup} from '../workspace/locate.ts';
import type {Flow} from './flow.ts';
import {agreement} from './plan-with.ts';

async function begin(store: Store, flow: Pick<Flow, 'kind' | 'plan'>): Promise<Flow> {
  const {id: userId} = await store.hands.pageUser();
  const startedAt = store.now();
  const id = `${flow.kind} ${startedAt}`;
  // The compiler does not see that a kind and its plan stay together.
  const begun = {...flow, id, userId, startedAt, stage: 'form', steps: {}} as Flow;
  await store.flows.put(begun);
  return begun;
}

/**
 * Begins to set up a customer, in the segment of the page where that is one's.
 *
 * @param own the customer's own group, with what it tells; the page is its
 */
export async function startNewCustomer(store: Store, own?: Group): Promise<Flow> {
  const place = locateGroup(store.place.path, store.sources.workspace);
  return begin(store, {
    kind: 'new-customer',
    plan: {
      name: own?.name ?? '',
      ...(own ? {path: own.path.slice(own.path.lastIndexOf('/') + 1)} : {}),
      segment: 'segment' in place ? place.segment : '',
      people: '',
      values: [],
      ...(own ? agreement(true, own) : {takesGroup: false}),
    },
  });
}

/** Begins to take over a project from pre-sales, or comes back to where that was left. */
export async function startPreSales(
  store: Store,
  project: Project | ListedProject,
  lastSegment: string | undefined,
): Promise<Flow> {
  const known = store.flows.all.value.find(
    flow => flow.kind === 'from-pre-sales' && flow.plan.projectId === project.id,
  );
  if (known) return known;
  const segment = store.sources.workspace.segments.find(other => other === lastSegment) ?? '';
  return begin(store, {
    kind: 'from-pre-sales',
    plan: {
      projectId: project.id,
      projectName: project.name,
      address: project.webUrl,
      action: 'close',
      issues: [],
      agreed: false,
      segment,
      name: customerInName(project.name),
      takesGroup: false,
    },
  });
}

/** Begins to take over a customer from another CSM. */
export async function startHandover(store: Store, project: Project): Promise<Flow> {
  return begin(store, {
    kind: 'from-another-csm',
    plan: {projectId: project.id, projectName: project.name, address: project.webUrl, replacements: []},
  });
}
