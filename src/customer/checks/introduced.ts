import {defineTick} from './tick.ts';

/** Handbook: the customer is introduced to the project. */
export const introduced = defineTick({
  id: 'introduced',
  title: 'Customer is introduced to the project',
  failureTitle: 'Customer is not introduced yet',
  handbook: 'Introduce the customer to the collaboration project.',
  task: 'Show the customer the project and how you work in it.',
  help: [{kind: 'form', label: 'Write an introduction', form: 'introduction'}],
});
