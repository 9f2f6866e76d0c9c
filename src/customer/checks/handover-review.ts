import {customerTexts} from '../../texts/customer.ts';
import {said} from '../../texts/said.ts';
import {defineTick} from './tick.ts';

/** Handbook: whoever takes a customer over looks through members and settings. */
export const handoverReview = defineTick({
  id: 'handover-review',
  title: customerTexts.handoverReviewTitle,
  failureTitle: customerTexts.handoverReviewFailureTitle,
  handbook: 'Check the direct members and settings of the Projects.',
  task: said('customer.handoverReviewTask'),
  help: [{kind: 'form', label: said('customer.handoverReviewShow'), form: 'overview'}],
});
