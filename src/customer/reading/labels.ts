import type {GitLab} from '../../gitlab/gitlab.ts';
import type {Label} from '../../gitlab/model/model.ts';
import {fewAtATime} from '../../gitlab/pool.ts';
import {customerGroups} from '../../workspace/customer-groups.ts';
import type {Workspace} from '../../workspace/workspace.ts';

/** Labels of the customer's groups that are looked up one by one at most. */
const most = 50;

/**
 * Reads the labels that the user should be subscribed to: the project's, those of its customer's groups, and those of groups above
 * that the workspace names. A group's label can be subscribed to for the group or for this project, and older GitLabs tell each
 * at its own route only; so those that are not subscribed to for the group are asked for in the project, a few at a time.
 */
export async function readLabels(gitlab: GitLab, path: string, workspace: Workspace): Promise<readonly Label[]> {
  const [own, ofGroups, fromAbove] = await Promise.all([
    gitlab.projectLabels(path),
    Promise.all(customerGroups(path, workspace).map(group => gitlab.groupLabels(group))),
    Promise.all(
      workspace.labelsFromAbove.map(async pattern => {
        const isOpen = pattern.endsWith('*');
        const title = isOpen ? pattern.slice(0, -1) : pattern;
        const found = await gitlab.labelsWith(path, title);
        return found.filter(({name}) => (isOpen ? name.startsWith(title) : name === title));
      }),
    ),
  ]);
  const inherited = ofGroups.flat();
  const undecided = inherited.filter(({subscribed}) => !subscribed).slice(0, most);
  const decided = await fewAtATime(undecided, 4, label => gitlab.projectLabel(path, label.id));
  const byId = new Map([...inherited, ...decided, ...fromAbove.flat(), ...own].map(label => [label.id, label]));
  return [...byId.values()].sort((one, other) => one.name.localeCompare(other.name));
}
