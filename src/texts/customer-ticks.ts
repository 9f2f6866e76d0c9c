import {plural} from './plural.ts';

/** What people say of rows themselves, and the rows that only a person can judge. */
export const ticksTexts = {
  waived: 'Does not apply.',
  ticked: 'Ticked off.',
  tickOff: 'Tick off',
  tickAway: 'Take the tick away',
  tickWithNote: 'With a note',

  /** @param by a person's name; @param day a date (ISO) */
  remark: (by: string, day: string) => `${by}, ${day}.`,
  /** @param note what the person wrote */
  remarkNoted: (by: string, day: string, note: string) => `${by}, ${day}: ${/[.!?]$/.test(note) ? note : `${note}.`}`,

  preSalesTitle: 'Pre-sales were asked for a project',
  preSalesFailureTitle: 'Pre-sales are not asked yet',
  preSalesTask: 'Ask the SA or SAE whether a collaboration project was used in pre-sales.',
  preSalesSearch: 'Search pre-sales',

  issuesReviewedTitle: 'Issues of pre-sales are reviewed',
  issuesReviewedFailureTitle: 'Issues of pre-sales are not reviewed yet',
  issuesReviewedTask: 'Agree with SAE and SA which issues to close or delete before the move.',
  issuesReviewedNoneOpen: 'None are open.',
  issuesReviewedOpen: (count: number) => plural(count, {one: 'One is open.', other: `${count} are open.`}),
  issuesReviewedShow: 'Show open issues',

  maintainersTitle: 'Maintainers are agreed with the customer',
  maintainersFailureTitle: 'Maintainers are not agreed yet',
  maintainersTask: 'Agree with the customer who of their people is to be Maintainer and can manage the others.',

  handoverReviewTitle: 'Members and settings are reviewed',
  handoverReviewFailureTitle: 'Members and settings are not reviewed yet',
  handoverReviewTask: 'You took the customer over: look through the README, the direct members and the settings.',
  handoverReviewShow: 'Show members and settings',

  introducedTitle: 'Customer is introduced to the project',
  introducedFailureTitle: 'Customer is not introduced yet',
  introducedTask: 'Show the customer the project and how you work in it.',
  introducedWrite: 'Write an introduction',
};
