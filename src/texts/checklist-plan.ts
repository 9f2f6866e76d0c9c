import {plural} from './plural.ts';

/** What is said of a plan of many changes: why something is not done, or not undone. */
export const planTexts = {
  ofCustomer: (customer: string, sentence: string) => `${customer}: ${sentence}`,
  notTold: (title: string, evidence: string) => `Couldn’t check “${title}”. ${evidence}`,
  groupIsGoing: (title: string) => `${title}. The group or a parent group is archived or scheduled for deletion.`,
  rowBecause: (title: string, evidence: string) => `${title}. ${evidence}`,
  takesRole: (title: string, role: string) => `${title}. Requires the ${role} role.`,
  customerNotRead: (customer: string, why: string) => `${customer}: Couldn’t check this customer. ${why}`,
  waitsForDeletion: (customer: string) => `${customer}: The project is scheduled for deletion.`,
  needNothing: (count: number) =>
    plural(count, {
      one: 'No changes needed for 1 customer.',
      other: `No changes needed for ${count} customers.`,
    }),

  /** Before anything is done. */
  otherTab: 'Another tab is making changes here. Nothing was done in this one. Try again when the other tab is done.',

  updated: 'CSM Checklist was updated. Reload this page to continue.',
  notTakenBack: 'Couldn’t undo this.',
  notTakenBackBecause: (why: string) => `Couldn’t undo this. ${why}`,
};
