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
  /** @param at date and time (ISO) */
  progressOn: (done: number, all: number, at: string) => `${done} of ${all} done, checked on ${day(at)}`,
  /** An item that is not done, and why. */
  open: (title: string, evidence: string) => `${title} – ${evidence}`,
};
