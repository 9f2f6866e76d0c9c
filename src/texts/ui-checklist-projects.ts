import {day} from './dates.ts';

/** What the list of a group's projects says. */
export const uiChecklistProjectsTexts = {
  title: 'Projects',
  waiting: 'Waiting in pre-sales',
  none: 'This group has no projects that you can see.',
  more: 'Show more',
  /** @param date a date (ISO) */
  since: (date: string) => `since ${day(date)}`,
  takeOver: 'Take over',
  takeOverOf: (name: string) => `Take over ${name}`,
  /** How far a customer's checklist is. */
  progress: (done: number, all: number) => `${done} of ${all} done`,
  /** @param since when it was checked: “5 minutes ago” */
  progressSince: (done: number, all: number, since: string) => `${done} of ${all} done, checked ${since}`,
  /** An item that is not done, and why. */
  open: (title: string, evidence: string) => `${title} – ${evidence}`,
};
