/** The handbook's situations and their steps. */
export const playbooksTexts = {
  'playbook from-pre-sales': 'From pre-sales',
  'playbook new-customer': 'New customer',
  'playbook from-another-csm': 'From another CSM',

  // Why a playbook applies, as a clause.
  playbookBecausePreSales: 'because the project lies in pre-sales',
  playbookBecauseCsm: (other: string) => `because the README names ${other} as the CSM`,
  playbookBecauseToday: 'because the project was created today',
  playbookBecauseYesterday: 'because the project was created yesterday',
  /** @param days more than one */
  playbookBecauseNew: (days: number) => `because the project was created ${days} days ago`,
  playbookBecauseNothing: 'because nothing points to a handover',

  stepLogo: 'Change the project’s picture to the customer’s logo',
  stepName: 'Put the customer’s name before the project’s',
  stepFillIn: 'Fill in the README',
  stepInvite: 'Invite the customer’s team as Developers',
  stepMaintainers: 'Agree who of the customer becomes Maintainer',
  stepFollow: 'Follow new issues and all labels',
  stepTemplates: 'Adjust the Agenda and Feature Request templates',
  stepIntroduce: 'Introduce the customer to the project',
  stepAccess: 'See that colleagues have access and nobody else',
  stepAskPreSales: 'Ask SA or SAE for a project of pre-sales',
  stepIssues: 'Agree which issues to remove before the move',
  stepMove: 'Move the project to the customer’s own private group',
  stepGroup: 'Have a private group named like the customer',
  stepProject: 'Have the project in it',
  stepUpdateReadme: 'Update the README',
  stepReview: 'Check direct members and settings',
  stepPlace: 'See that project and group are where they belong',
  stepNameAndLogo: 'See that name and logo are the customer’s',
  stepIntroduceYourself: 'Introduce yourself to the customer',
};
