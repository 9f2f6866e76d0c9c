import {customerInName} from '../customer/checks/customer.ts';
import type {Group, ListedProject, Project} from '../gitlab/model/model.ts';
import {locateGroup} from '../workspace/locate.ts';
import {agreement} from './agreement.ts';
import type {Flow} from './flow.ts';
import type {PageWithFlows} from './flows.ts';

async function begin(page: PageWithFlows, flow: Pick<Flow, 'kind' | 'plan'>): Promise<Flow> {
  const {id: userId} = await page.checklist.means.pageUser();
  const startedAt = page.now();
  const id = `${flow.kind} ${startedAt}`;
  // The compiler does not see that a kind and its plan stay together.
  const begun = {...flow, id, userId, startedAt, stage: 'form', steps: {}} as Flow;
  await page.flows.put(begun);
  return begun;
}

/**
 * Begins to set up a customer, in the segment of the page where that is one's.
 *
 * @param own the customer's own group, with what it tells; the page is its
 */
export async function startNewCustomer(page: PageWithFlows, own?: Group): Promise<Flow> {
  const place = locateGroup(page.place.path, page.checklist.sources.workspace);
  return begin(page, {
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
  page: PageWithFlows,
  project: Project | ListedProject,
  lastSegment: string | undefined,
): Promise<Flow> {
  const known = page.flows.all.value.find(flow => flow.kind === 'from-pre-sales' && flow.plan.projectId === project.id);
  if (known) return known;
  const segment = page.checklist.sources.workspace.segments.find(other => other === lastSegment) ?? '';
  return begin(page, {
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
export async function startHandover(page: PageWithFlows, project: Project): Promise<Flow> {
  return begin(page, {
    kind: 'from-another-csm',
    plan: {projectId: project.id, projectName: project.name, address: project.webUrl, replacements: []},
  });
}
