import {plural} from './plural.ts';

/** The handbook's situations. */
export const playbooksTexts = {
  'playbook from-pre-sales': 'From pre-sales',
  'playbook new-customer': 'New customer',
  'playbook from-another-csm': 'From another CSM',

  // Why a playbook is suggested, as a clause.
  playbookBecausePreSales: 'because the project is in pre-sales',
  playbookBecauseCsm: (other: string) => `because the README names ${other} as the CSM`,
  playbookBecauseToday: 'because the project was created today',
  playbookBecauseYesterday: 'because the project was created yesterday',
  playbookBecauseNew: (days: number) =>
    plural(days, {
      one: `because the project was created ${days} day ago`,
      other: `because the project was created ${days} days ago`,
    }),
  playbookBecauseNothing: 'because nothing points to a handover',
};
