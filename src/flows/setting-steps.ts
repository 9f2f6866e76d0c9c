import type {Workspace} from '../workspace/workspace.ts';
import {type RowStepOptions, rowStep} from './row-step.ts';
import type {Step} from './run.ts';

/** Rows that every flow puts right without an answer, and what its step says. */
const titles = (workspace: Workspace) =>
  ({
    visibility: 'See that the project is private',
    'group-visibility': 'See that the group is private',
    name: 'See that the name starts with the customer’s',
    'team-access': `See that ${workspace.teamGroup.name} has access`,
    notifications: 'Get notified of new issues',
    labels: 'Subscribe to the labels',
  }) as const;

/** Ids of the rows that every flow puts right without an answer. */
export const settingRows = (workspace: Workspace): readonly string[] => Object.keys(titles(workspace));

/** The steps that put settings right: each by its row's own change, none by an answer. */
export function settingSteps(workspace: Workspace, row: Pick<RowStepOptions, 'after' | 'checklist' | 'isNew'>): Step[] {
  return Object.entries(titles(workspace)).map(([id, title]) => rowStep({...row, id, title}));
}
