import type {Fact} from '../../facts/facts.ts';
import type {Group} from '../../gitlab/model/model.ts';
import {isDoomed, withoutDeletion} from '../../gitlab/model/names.ts';
import {locateProject} from '../../workspace/locate.ts';
import {defineCheck, type Finding, type Fix, fail, pass, unknown} from './check.ts';

const move: Fix = {kind: 'form', label: 'Move', form: 'move', role: 50};
const byHand = {label: 'Open settings', path: '/edit#js-project-advanced-settings'};

/** Whether the group is known to be scheduled for deletion itself. */
function isMarked(group: Fact<Group>): boolean {
  return group.state === 'known' && group.value.markedForDeletionOn !== undefined;
}

/** Handbook: the project is moved to the segment's subgroup that is named like the customer. */
export const location = defineCheck({
  id: 'location',
  title: 'Project is in the customer’s group',
  failureTitle: 'Project is not in the customer’s group',
  handbook: 'move the project to gitlab-com/account-management',
  needs: ['project'],
  uses: ['group'],
  judge({project, group}, workspace): Finding {
    const place = locateProject(project.path, workspace);
    switch (place.kind) {
      case 'customer-group':
        if (isDoomed(project.group.path) || isMarked(group)) {
          return fail(
            `The group “${withoutDeletion(project.group.name)}” is scheduled for deletion, and the project with it.`,
            {fix: move, byHand},
          );
        }
        // Where the group could not be read, its path has told: GitLab before 18 alone leaves it as it was.
        return pass(`In the group “${project.group.name}” of ${place.segment}.`, {regardlessOf: ['group']});
      case 'pre-sales':
        return fail(`Still in pre-sales: ${place.group}.`, {fix: move, byHand});
      case 'segment':
        return fail(`Directly in ${place.segment}, without a group of the customer’s own.`, {fix: move, byHand});
      case 'too-deep':
        return fail(`One level too deep: ${place.group} lies inside another group of ${place.segment}.`, {
          fix: move,
          byHand,
        });
      case 'unsorted':
        return fail(`In ${place.group}, which is no segment.`, {fix: move, byHand});
      case 'outside':
        return unknown(`${project.path} is outside of ${workspace.root}.`);
    }
  },
});
