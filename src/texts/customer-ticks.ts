import {day} from './dates.ts';
import {plural} from './plural.ts';

/** A note, ended as a sentence. */
function ended(note: string): string {
  return /[.!?]$/.test(note) ? note : `${note}.`;
}

/** What people say of items themselves, and the items that only a person can judge. */
export const ticksTexts = {
  tickOff: 'Mark as done',
  tickAway: 'Mark as not done',
  tickWithNote: 'Mark as done with a note',

  // Who said so. The note is what the person wrote; the date has a time (ISO).
  tickedBy: (by: string, at: string) => `Marked as done by ${by} on ${day(at)}.`,
  tickedByNoted: (by: string, at: string, note: string) => `Marked as done by ${by} on ${day(at)}: ${ended(note)}`,
  waivedBy: (by: string, at: string) => `Marked as not applicable by ${by} on ${day(at)}.`,
  waivedByNoted: (by: string, at: string, note: string) =>
    `Marked as not applicable by ${by} on ${day(at)}: ${ended(note)}`,

  // The same in two sentences, in results that were kept before 2026-11-30.
  ticked: 'Marked as done.',
  waived: 'Marked as not applicable.',
  remark: (by: string, at: string) => `By ${by} on ${day(at)}.`,
  remarkNoted: (by: string, at: string, note: string) => `By ${by} on ${day(at)}: ${ended(note)}`,

  preSalesTitle: 'Pre-sales asked about an existing project',
  preSalesFailureTitle: 'Ask pre-sales about an existing project',
  preSalesTask:
    'Ask the SA (Solutions Architect) or SAE (Strategic Account Executive) whether a collaboration project was used in pre-sales.',
  preSalesSearch: 'Search pre-sales',

  issuesReviewedTitle: 'Pre-sales issues are reviewed',
  issuesReviewedFailureTitle: 'Review pre-sales issues',
  issuesReviewedTask: 'Agree with the SAE and SA which issues to close or delete before the move.',
  issuesReviewedNoneOpen: 'No open issues.',
  issuesReviewedOpen: (count: number) => plural(count, {one: '1 open issue.', other: `${count} open issues.`}),
  issuesReviewedShow: 'Show open issues',
  issuesReviewedDelete: 'Delete issues',

  maintainersTitle: 'Customer Maintainers are chosen',
  maintainersFailureTitle: 'Choose customer Maintainers',
  maintainersTask: 'Agree with the customer who should be able to manage members.',

  handoverReviewTitle: 'Members and settings are reviewed',
  handoverReviewFailureTitle: 'Review members and settings',
  handoverReviewTask: 'After a handover, check the README, the direct members and the settings.',
  handoverReviewShow: 'Show members and settings',

  introducedTitle: 'Customer is introduced to the project',
  introducedFailureTitle: 'Introduce the customer to the project',
  introducedTask: 'Show the customer the project and how you work in it.',
  introducedWrite: 'Write introduction',
};
