import {customerTexts} from '../../texts/customer.ts';
import {said} from '../../texts/said.ts';
import {defineTick} from './tick.ts';

/** Handbook: the customer is asked who of their people should be Maintainer. */
export const maintainers = defineTick({
  id: 'maintainers',
  title: customerTexts.maintainersTitle,
  failureTitle: customerTexts.maintainersFailureTitle,
  handbook: 'Discuss with the customer if some of their team members',
  task: said('customer.maintainersTask'),
  help: [{kind: 'form', label: said('customer.changeRoles'), form: 'roles', role: 40}],
});
