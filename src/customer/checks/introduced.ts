import {customerTexts} from '../../texts/customer.ts';
import {said} from '../../texts/said.ts';
import {defineTick} from './tick.ts';

/** Handbook: the customer is introduced to the project. */
export const introduced = defineTick({
  id: 'introduced',
  title: customerTexts.introducedTitle,
  failureTitle: customerTexts.introducedFailureTitle,
  handbook: 'Introduce the customer to the collaboration project.',
  task: said('customer.introducedTask'),
  help: [{kind: 'form', label: said('customer.introducedWrite'), form: 'introduction'}],
});
