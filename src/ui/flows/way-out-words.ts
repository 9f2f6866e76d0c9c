import type {FlowControl} from '../../flows/controller.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';

/** What taking a flow back will do, as sentences. */
export function backWords({flow, steps, undone}: FlowControl): readonly string[] {
  const known = flow.value.steps;
  const isBackAlready = (id: string) => undone.value.has(known[id]?.entry ?? '');
  const made = steps.value.filter(({id}) => (known[id]?.made || known[id]?.sent) && !isBackAlready(id));
  const ids = made.map(({id}) => id);
  const group = known.group?.madeId === undefined ? uiFlowsTexts.wayOut.groupMayStay : uiFlowsTexts.wayOut.groupGoes;
  const project =
    known.project?.madeId === undefined ? uiFlowsTexts.wayOut.projectMayGo : uiFlowsTexts.wayOut.projectGoes;
  if (flow.value.kind !== 'new-customer') {
    return made.map(({id, title}) => {
      if (id === 'group') return group;
      return known[id]?.entry === undefined
        ? uiFlowsTexts.wayOut.stepStays(title)
        : uiFlowsTexts.wayOut.stepGoes(title);
    });
  }
  const isProject = ids.includes('project');
  return [
    ...(isProject ? [project] : []),
    ...(ids.includes('group') ? [group] : []),
    ...(isProject && ids.includes('members')
      ? [known.members?.made ? uiFlowsTexts.wayOut.peopleLoseAccess : uiFlowsTexts.wayOut.peopleMayLoseAccess]
      : []),
  ];
}

/** What stays when a flow is given up, as sentences. */
export function leaveWords({flow, steps}: FlowControl): readonly string[] {
  const made = steps.value.filter(({id}) => flow.value.steps[id]?.made || flow.value.steps[id]?.sent);
  return [...made.map(({title}) => uiFlowsTexts.wayOut.stepStays(title)), uiFlowsTexts.wayOut.restForgotten];
}
