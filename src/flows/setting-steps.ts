import {projectChecks} from '../customer/checks/index.ts';
import {checksWithoutAnswer} from '../customer/checks/without-answer.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {type RowStepOptions, rowStep} from './row-step.ts';
import type {Step} from './run.ts';

/** Ids of the rows that every flow puts right without an answer, in the order of its steps. */
export const settingRows: readonly string[] = checksWithoutAnswer(projectChecks, 'flow').map(({id}) => id);

/** What a row's step says. */
function titleOf(row: string, workspace: Workspace): string {
  switch (row) {
    case 'visibility':
      return 'See that the project is private';
    case 'group-visibility':
      return 'See that the group is private';
    case 'name':
      return 'See that the name starts with the customer’s';
    case 'team-access':
      return `See that ${workspace.teamGroup.name} has access`;
    case 'notifications':
      return 'Get notified of new issues';
    case 'labels':
      return 'Subscribe to the labels';
    default:
      throw new Error(`The step of ${row} has no title.`);
  }
}

/** The steps that put settings right: each by its row's own change, none by an answer. */
export function settingSteps(workspace: Workspace, row: Pick<RowStepOptions, 'after' | 'checklist' | 'isNew'>): Step[] {
  return settingRows.map(id => rowStep({...row, id, title: titleOf(id, workspace)}));
}
