import type {Fact} from '../../facts/facts.ts';
import type {Group} from '../../gitlab/model/model.ts';
import {isDoomed, withoutDeletion} from '../../gitlab/model/names.ts';
import {customerTexts} from '../../texts/customer.ts';
import {said} from '../../texts/said.ts';
import {locateProject} from '../../workspace/locate.ts';
import {defineCheck, type Finding, type Fix, fail, pass, unknown} from './check.ts';

const move: Fix = {kind: 'form', label: said('customer.locationMove'), form: 'move', role: 50};
const byHand = {label: customerTexts.openSettings, path: '/edit#js-project-advanced-settings'};

/** Whether the group is known to be scheduled for deletion itself. */
function isMarked(group: Fact<Group>): boolean {
  return group.state === 'known' && group.value.markedForDeletionOn !== undefined;
}

/** Handbook: the project is moved to the segment's subgroup that is named like the customer. */
export const location = defineCheck({
  id: 'location',
  title: customerTexts.locationTitle,
  failureTitle: customerTexts.locationFailureTitle,
  handbook: 'move the project to gitlab-com/account-management',
  needs: ['project'],
  uses: ['group'],
  judge({project, group}, workspace): Finding {
    const place = locateProject(project.path, workspace);
    switch (place.kind) {
      case 'customer-group':
        if (isDoomed(project.group.path) || isMarked(group)) {
          return fail(said('customer.locationDoomed', withoutDeletion(project.group.name)), {fix: move, byHand});
        }
        // Where the group could not be read, its path has told: GitLab before 18 alone leaves it as it was.
        return pass(said('customer.locationRight', project.group.name, place.segment), {regardlessOf: ['group']});
      case 'pre-sales':
        return fail(said('customer.locationPreSales', place.group), {fix: move, byHand});
      case 'segment':
        return fail(said('customer.locationNoGroup', place.segment), {fix: move, byHand});
      case 'too-deep':
        return fail(said('customer.locationTooDeep', place.group, place.segment), {fix: move, byHand});
      case 'unsorted':
        return fail(said('customer.locationNoSegment', place.group), {fix: move, byHand});
      case 'outside':
        return unknown(said('customer.locationOutside', project.path, workspace.root));
    }
  },
});
