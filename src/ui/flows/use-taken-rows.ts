import {useLayoutEffect} from 'preact/hooks';
import type {FlowControl} from '../../flows/controller.ts';
import {type Flow, projectOf} from '../../flows/flow.ts';
import type {PageWithFlows} from '../../flows/flows.ts';
import {groupPath} from '../../flows/new-customer.ts';
import {takenRows} from '../../flows/taken-rows.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {formsOf} from '../checklist/open-form.ts';

const none: ReadonlySet<string> = new Set();

/** Whether a flow is about the project or group of the page. */
function isAbout(flow: Flow, {checklist, place}: PageWithFlows): boolean {
  if (flow.kind === 'new-customer') return groupPath(flow.plan, checklist.sources.workspace) === place.path;
  const {project} = checklist.facts.value;
  return project?.state === 'known' && project.value.id === projectOf(flow)?.id;
}

/** As long as a flow stands open, the page's items that do the same as one of its steps offer nothing beside it. */
export function useTakenRows(page: PageWithFlows, {flow, steps}: FlowControl): void {
  const rows = isAbout(flow.value, page) ? takenRows(flow.value, steps.value) : none;
  useLayoutEffect(() => {
    const {taken, open, plan} = formsOf(page.checklist);
    taken.value = rows.size > 0 ? {rows, words: uiFlowsTexts.flow.doesThis} : undefined;
    if (rows.size === 0) return;
    // What was typed in a form stays, and what was only listed is listed anew.
    if (open.value && rows.has(open.value.row)) open.value = undefined;
    if (plan.value?.state.value === 'preview') plan.value.close();
  }, [[...rows].join(' ')]);
  useLayoutEffect(
    () => () => {
      formsOf(page.checklist).taken.value = undefined;
    },
    [],
  );
}
