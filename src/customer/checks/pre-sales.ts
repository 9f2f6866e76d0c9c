import {customerTexts} from '../../texts/customer.ts';
import {said} from '../../texts/said.ts';
import {defineTick} from './tick.ts';

/** Handbook: the SA or SAE is asked for a project of pre-sales. */
export const preSales = defineTick({
  id: 'pre-sales',
  title: customerTexts.preSalesTitle,
  failureTitle: customerTexts.preSalesFailureTitle,
  handbook: 'Check with the SA or SAE if a collaboration project was used in pre-sales',
  task: said('customer.preSalesTask'),
  help: [{kind: 'form', label: said('customer.preSalesSearch'), form: 'search'}],
});
