import {projectChecks} from '../customer/checks/index.ts';
import {checksWithoutAnswer} from '../customer/checks/without-answer.ts';
import {flowsTexts} from '../texts/flows.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {type RowStepOptions, rowStep} from './row-step.ts';
import type {Step} from './run.ts';

/** Ids of the rows that every flow puts right without an answer, in the order of its steps. */
export const settingRows: readonly string[] = checksWithoutAnswer(projectChecks, 'flow').map(({id}) => id);

/** What a row's step says. */
function titleOf(row: string, workspace: Workspace): string {
  switch (row) {
    case 'visibility':
      return flowsTexts.privateProject;
    case 'group-visibility':
      return flowsTexts.privateGroup;
    case 'name':
      return flowsTexts.customersName;
    case 'team-access':
      return flowsTexts.teamAccess(workspace.teamGroup.name);
    case 'notifications':
      return flowsTexts.notified;
    case 'labels':
      return flowsTexts.subscribed;
    default:
      throw new Error(`The step of ${row} has no title.`);
  }
}

/** The steps that put settings right: each by its row's own change, none by an answer. */
export function settingSteps(workspace: Workspace, row: Pick<RowStepOptions, 'after' | 'checklist' | 'isNew'>): Step[] {
  return settingRows.map(id => rowStep({...row, id, title: titleOf(id, workspace)}));
}
