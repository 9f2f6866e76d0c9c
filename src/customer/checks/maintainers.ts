import {defineTick} from './tick.ts';

/** Handbook: the customer is asked who of their people should be Maintainer. */
export const maintainers = defineTick({
  id: 'maintainers',
  title: 'Maintainers are agreed with the customer',
  failureTitle: 'Maintainers are not agreed yet',
  handbook: 'Discuss with the customer if some of their team members',
  task: 'Agree with the customer who of their people is to be Maintainer and can manage the others.',
  help: [{kind: 'form', label: 'Change roles', form: 'roles', role: 40}],
});
