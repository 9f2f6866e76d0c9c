import {defineTick} from './tick.ts';

/** Handbook: SAE and SA are asked which issues to remove before the move. */
export const issuesReviewed = defineTick({
  id: 'issues-reviewed',
  title: 'Issues of pre-sales are reviewed',
  failureTitle: 'Issues of pre-sales are not reviewed yet',
  handbook: 'Check in with the SAE and SA if they want to remove issues before the move.',
  task(project) {
    const open = project.state === 'known' ? project.value.openIssues : undefined;
    const count = open === undefined ? '' : ` ${open === 1 ? 'One is' : `${open === 0 ? 'None' : open} are`} open.`;
    return `Agree with SAE and SA which issues to close or delete before the move.${count}`;
  },
  help: [{kind: 'form', label: 'Show open issues', form: 'issues'}],
});
