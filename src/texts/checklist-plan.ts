import {plural} from './plural.ts';

/** What is said of a plan of many changes: why something is not done, or not taken back. */
export const planTexts = {
  ofCustomer: (customer: string, sentence: string) => `${customer}: ${sentence}`,
  notTold: (title: string, evidence: string) => `“${title}” cannot be told. ${evidence}`,
  groupIsGoing: (title: string) => `${title}. The group, or one above it, is archived or scheduled for deletion.`,
  rowBecause: (title: string, evidence: string) => `${title}. ${evidence}`,
  takesRole: (title: string, role: string) => `${title}. Changing that takes the role ${role}.`,
  customerNotRead: (customer: string, why: string) => `${customer}: could not be read. ${why}`,
  waitsForDeletion: (customer: string) => `${customer}: the project waits for its deletion.`,
  needNothing: (count: number) =>
    plural(count, {
      one: 'One customer needs nothing of this.',
      other: `${count} customers need nothing of this.`,
    }),

  updated: 'CSM Checklist was updated. Refresh this page to go on.',
  notTakenBack: 'It could not be taken back.',
  notTakenBackBecause: (why: string) => `It could not be taken back. ${why}`,
};
