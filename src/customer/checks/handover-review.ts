import {defineTick} from './tick.ts';

/** Handbook: whoever takes a customer over looks through members and settings. */
export const handoverReview = defineTick({
  id: 'handover-review',
  title: 'Members and settings are reviewed',
  failureTitle: 'Members and settings are not reviewed yet',
  handbook: 'Check the direct members and settings of the Projects.',
  task: 'You took the customer over: look through the README, the direct members and the settings.',
  help: [{kind: 'form', label: 'Show members and settings', form: 'overview'}],
});
