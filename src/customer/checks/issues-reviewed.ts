import {customerTexts} from '../../texts/customer.ts';
import {inTurn, said} from '../../texts/said.ts';
import {defineTick} from './tick.ts';

/** Handbook: SAE and SA are asked which issues to remove before the move. */
export const issuesReviewed = defineTick({
  id: 'issues-reviewed',
  title: customerTexts.issuesReviewedTitle,
  failureTitle: customerTexts.issuesReviewedFailureTitle,
  handbook: 'Check in with the SAE and SA if they want to remove issues before the move.',
  task(project) {
    const open = project.state === 'known' ? project.value.openIssues : undefined;
    const task = said('customer.issuesReviewedTask');
    if (open === undefined) return task;
    return inTurn(
      task,
      open === 0 ? said('customer.issuesReviewedNoneOpen') : said('customer.issuesReviewedOpen', open),
    );
  },
  help: [{kind: 'form', label: said('customer.issuesReviewedShow'), form: 'issues'}],
});
