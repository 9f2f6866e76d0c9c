import {defineTick} from './tick.ts';

/** Handbook: the SA or SAE is asked for a project of pre-sales. */
export const preSales = defineTick({
  id: 'pre-sales',
  title: 'Pre-sales were asked for a project',
  failureTitle: 'Pre-sales are not asked yet',
  handbook: 'Check with the SA or SAE if a collaboration project was used in pre-sales',
  task: 'Ask the SA or SAE whether a collaboration project was used in pre-sales.',
  help: [{kind: 'form', label: 'Search pre-sales', form: 'search'}],
});
