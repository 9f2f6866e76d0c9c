import {plural} from './plural.ts';

/** The handbook's situations and their steps. */
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

  stepLogo: 'Upload the customer’s logo',
  stepName: 'Add the customer’s name to the project name',
  stepFillIn: 'Fill in the README',
  stepInvite: 'Invite customer contacts as Developers',
  stepMaintainers: 'Choose customer Maintainers',
  stepFollow: 'Turn on notifications and label subscriptions',
  stepTemplates: 'Adjust the Agenda and Feature Request templates',
  stepIntroduce: 'Introduce the customer to the project',
  stepAccess: 'Give your team access, and no one else',
  stepAskPreSales: 'Ask about a pre-sales project',
  stepIssues: 'Agree on the issues to remove before the move',
  stepMove: 'Move the project to the customer’s own private group',
  stepGroup: 'Create a private group named after the customer',
  stepProject: 'Create the project in that group',
  stepUpdateReadme: 'Update the README',
  stepReview: 'Check direct members and settings',
  stepPlace: 'Check where the project and group are',
  stepNameAndLogo: 'Check the name and logo',
  stepIntroduceYourself: 'Introduce yourself to the customer',
};
